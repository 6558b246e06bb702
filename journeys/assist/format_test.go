package assist

import (
	"bytes"
	"math/rand"
	"slices"
	"strings"
	"testing"

	"klantreis/journeys"
)

func TestFormat(t *testing.T) {
	for name, c := range map[string]struct{ from, to string }{
		"lists at the margin": {`klantreis: A
fasen:
- fase: B   
  stappen:
  # de eerste
  - stap: C # hier
    doet: >
      Een lange
        tekst

      met een lege regel
    kanalen: [website,
      balie]
  -   stap: D
      id: d


  # los
`, `klantreis: A
fasen:
  - fase: B
    stappen:
      # de eerste
      - stap: C # hier
        doet: >
          Een lange
            tekst

          met een lege regel
        kanalen: [website,
          balie]
      - stap: D
        id: d

      # los
`},
		"four spaces": {`# boven
klantreis: A
bronnen:
    kcc:
        soort: balie   # uitleg
        lijst: []
# aan de kantlijn
fasen:
    -   fase: B
        stappen:
            -   stap: "C
                  en meer"
                denkt: een tekst
                    die doorloopt`, `# boven
klantreis: A
bronnen:
  kcc:
    soort: balie   # uitleg
    lijst: []
# aan de kantlijn
fasen:
  - fase: B
    stappen:
      - stap: "C
          en meer"
        denkt: een tekst
            die doorloopt
`},
		"windows": {"klantreis: A\r\nfasen:\r\n- fase: B\r\n  stappen: [{stap: C}]  \r\n", "klantreis: A\r\nfasen:\r\n  - fase: B\r\n    stappen: [{stap: C}]\r\n"},
	} {
		out, ok := Format([]byte(c.from))
		if !ok || string(out) != c.to {
			t.Errorf("%s: %v\n%s", name, ok, out)
		}
		if again, ok := Format(out); !ok || !bytes.Equal(again, out) {
			t.Errorf("%s is formatted in another way the second time:\n%s", name, again)
		}
	}
	if out, ok := Format([]byte("klantreis: [A\n")); ok || string(out) != "klantreis: [A\n" {
		t.Error("a broken file was changed")
	}
}

// TestExamplesAreTidy: what the project itself shows needs no tidying.
func TestExamplesAreTidy(t *testing.T) {
	for name, src := range journeyFiles(t) {
		out, ok := Format(src)
		if strings.Contains(name, "faults") {
			continue
		}
		if !ok || !bytes.Equal(out, src) {
			t.Errorf("%s: %v", name, ok)
		}
	}
}

// columns lists each line without its white space, with the column of the entry that begins on it.
func columns(src []byte) []string {
	d := open(src)
	f := formatter{document: d, moves: make([]move, len(d.lines))}
	f.place(d.root, 0)
	var all []string
	for i, m := range f.moves {
		text := strings.TrimSpace(string(d.line(i)))
		if m.known {
			text = strings.Repeat(" ", f.indent(i)) + text
		}
		all = append(all, text)
	}
	return all
}

// TestFormatUntidied untidies the examples at random: what comes back is the example. Only lines on which a
// text or a list goes on keep a place of their own.
func TestFormatUntidied(t *testing.T) {
	random, tried := rand.New(rand.NewSource(3)), 0
	for name, src := range journeyFiles(t) {
		if strings.Contains(name, "faults") || strings.Contains(string(src), "|\n") || strings.Contains(string(src), ">\n") {
			continue
		}
		for range 5 {
			unit := 2 + random.Intn(4)
			var b strings.Builder
			for _, line := range strings.SplitAfter(string(src), "\n") {
				body := strings.TrimLeft(line, " ")
				levels := (len(line) - len(body)) / 2
				b.WriteString(strings.Repeat(" ", levels*unit))
				if rest, item := strings.CutPrefix(body, "- "); item && unit > 2 && !strings.HasPrefix(rest, "{") && strings.Contains(rest, ": ") {
					body = "-" + strings.Repeat(" ", unit-1) + rest
				}
				b.WriteString(body)
			}
			untidy := []byte(b.String())
			if !journeys.SameContent(src, untidy) {
				continue // not only white space: another kind of list
			}
			if out, ok := Format(untidy); !ok || !slices.Equal(columns(out), columns(src)) {
				t.Errorf("%s with %d spaces: %v", name, unit, ok)
			}
			tried++
		}
	}
	if tried < 20 {
		t.Errorf("only %d files were untidied", tried)
	}
}

// FuzzFormat: whatever comes in, what comes out says the same and is stable.
func FuzzFormat(f *testing.F) {
	for _, src := range journeyFiles(f) {
		f.Add(src)
	}
	f.Add([]byte("a:\n- |2\n   b\n  \n- - c\n  -  d: e\n     f: g\n"))
	f.Fuzz(func(t *testing.T, src []byte) {
		out, ok := Format(src)
		if !ok {
			if !bytes.Equal(out, src) {
				t.Error("a file that cannot be formatted was changed")
			}
			return
		}
		if again, ok := Format(out); ok && !bytes.Equal(again, out) {
			t.Errorf("not stable:\n%q\n%q", out, again)
		}
	})
}
