package plain

import (
	"archive/zip"
	"bytes"
	"testing"
)

// wordFile makes the least that Word itself opens of a document with these paragraphs.
func wordFile(t testing.TB, document string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.Create("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	w.Write([]byte(document))
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

const letter = `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>` +
	`<w:p><w:r><w:t>Beste </w:t></w:r><w:r><w:t>bewoner,</w:t></w:r></w:p><w:p><w:r><w:t>Het geld komt</w:t><w:tab/><w:t>morgen. Dank.</w:t></w:r></w:p></w:body></w:document>`

func TestReadWord(t *testing.T) {
	text, err := Read("brief.docx", wordFile(t, letter))
	if want := "Beste bewoner,\n\nHet geld komt morgen. Dank."; err != nil || text != want {
		t.Errorf("%q, %v", text, err)
	}
}

// FuzzPlain reads and checks outside bytes of every kind: no panic, findings inside their sentences.
func FuzzPlain(f *testing.F) {
	for _, kind := range Kinds {
		f.Add("a"+kind, []byte("# Kop\n- Indien u i.v.m. <b>de Wmo</b> wordt gebeld.\n"))
	}
	f.Add("a.docx", wordFile(f, letter))
	list := Standard()
	f.Fuzz(func(t *testing.T, name string, content []byte) {
		text, err := Read(name, content)
		if err != nil {
			return
		}
		for _, s := range Check(text, list).Sentences {
			for _, found := range s.Findings {
				if found.Start < 0 || found.End <= found.Start || found.End > len(s.Text) {
					t.Fatalf("%+v in %q", found, s.Text)
				}
			}
		}
	})
}
