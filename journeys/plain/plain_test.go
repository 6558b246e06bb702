package plain

import (
	"embed"
	"strconv"
	"strings"
	"testing"
)

//go:embed testdata/paren*.txt
var pairFiles embed.FS

// TestSimplerIsEasier wants the plain wording to cost less effort in nine pairs of ten, in every set.
func TestSimplerIsEasier(t *testing.T) {
	list := Standard()
	files, err := pairFiles.ReadDir("testdata")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		content, err := pairFiles.ReadFile("testdata/" + file.Name())
		if err != nil {
			t.Fatal(err)
		}
		var n, easier [2]int // of the lines that the weights were chosen on, and of the others
		for i, line := range strings.Split(string(content), "\n") {
			hard, plain, ok := strings.Cut(line, " => ")
			if !ok {
				continue
			}
			half := i % 2
			n[half]++
			a, b := Check(hard, list), Check(plain, list)
			if b.Effort() < a.Effort() {
				easier[half]++
			} else {
				t.Logf("%s:%d: %.1f → %.1f: %s => %s", file.Name(), i+1, a.Effort(), b.Effort(), hard, plain)
			}
		}
		t.Logf("%s: %d of %d and %d of %d", file.Name(), easier[1], n[1], easier[0], n[0])
		if (easier[0]+easier[1])*10 < (n[0]+n[1])*9 {
			t.Errorf("%s: easier in %d of %d", file.Name(), easier[0]+easier[1], n[0]+n[1])
		}
	}
}

func TestRead(t *testing.T) {
	for name, c := range map[string]struct{ in, want string }{
		"a.txt":  {"Eén zin.\r\nNog een zin", "1 Eén zin.|2 Nog een zin"},
		"b.txt":  {"caf\xe9 dicht", "1 café dicht"},
		"a.md":   {"---\ntitel: x\n---\n# Kop\nEen **vette** [link](https://x.nl/a_b).\n\n- punt een\n- punt twee\n\n```\ncode\n```\nSlot.", "4 Kop|5 Een vette link.|7 punt een|8 punt twee|13 Slot."},
		"a.html": {"<html><head><title>T</title><style>p{}</style></head><body><nav>Menu</nav><h1>Kop</h1><p>Een <b>vet</b>te zin &amp; meer.<script>x()</script></p><ul><li>een<li>twee</ul>", "1 Kop|3 Een vette zin & meer.|5 een|7 twee"},
	} {
		text, err := Read(name, []byte(c.in))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, s := range Check(text, Standard()).Sentences {
			got = append(got, strconv.Itoa(s.Line)+" "+s.Text)
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("%s: %q, want %q", name, strings.Join(got, "|"), c.want)
		}
	}
	if _, err := Read("a.pdf", nil); err != ErrKind {
		t.Errorf("a.pdf: %v", err)
	}
	if _, err := Read("a.docx", []byte("PK")); err != ErrBroken {
		t.Errorf("a.docx: %v", err)
	}
}

// TestStandardListIsLong holds the list to six hundred words and phrases, each with a plainer one.
func TestStandardListIsLong(t *testing.T) {
	n := 0
	for _, line := range strings.Split(standard, "\n") {
		if hard, plain, ok := strings.Cut(line, "|"); ok {
			n++
			if strings.TrimSpace(hard) == "" || strings.TrimSpace(plain) == "" {
				t.Errorf("%q has no plainer word", line)
			}
		}
	}
	if n < 600 {
		t.Errorf("%d words and phrases", n)
	}
}
