package plain

import (
	_ "embed"
	"strconv"
	"strings"
	"testing"
)

//go:embed testdata/paren.txt
var pairFile string

// TestSimplerIsEasier wants the plain wording to cost less effort in nine pairs of ten.
func TestSimplerIsEasier(t *testing.T) {
	list := Standard()
	n, easier := 0, 0
	for _, line := range strings.Split(pairFile, "\n") {
		hard, plain, ok := strings.Cut(line, " => ")
		if !ok {
			continue
		}
		n++
		a, b := Check(hard, list), Check(plain, list)
		if b.Effort() < a.Effort() {
			easier++
		} else {
			t.Logf("%.1f → %.1f: %s => %s", a.Effort(), b.Effort(), hard, plain)
		}
	}
	if t.Logf("%d of %d", easier, n); easier*10 < n*9 {
		t.Errorf("easier in %d of %d", easier, n)
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
