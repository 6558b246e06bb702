package office

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"path/filepath"
	"testing"
)

// spoiled copies slides and puts a property of the first slide in a place where the schema has none.
func spoiled(t *testing.T, name string) string {
	t.Helper()
	in, err := zip.OpenReader(name)
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	var out bytes.Buffer
	z, changed := zip.NewWriter(&out), false
	for _, f := range in.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if f.Name == "ppt/slides/slide1.xml" {
			before := content
			content = bytes.Replace(content, []byte("<p:cSld>"), []byte("<p:cSld><p:clrMapOvr/>"), 1)
			changed = !bytes.Equal(before, content)
		}
		w, err := z.Create(f.Name)
		if err == nil {
			_, err = w.Write(content)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil || !changed {
		t.Fatal("nothing spoiled", err)
	}
	path := filepath.Join(t.TempDir(), "mis.pptx")
	if err := os.WriteFile(path, out.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}
