package journeys

import (
	"fmt"
	"strings"
	"testing"
)

// TestListLines tells all faults of a list at once, each with its place, and gives the lines that are right.
func TestListLines(t *testing.T) {
	lines, ps := ListLines("toon.txt", "\ufeff# eigen\r\n\r\n  gedoe* | verwijt | liever\r\nzomaar iets\n | waarom | x\n\t* | y | z\na | b | c | d\n"+
		"h\xe9 | b | c\n… heb | b | c\nheb … niet | b | c\nd*t | b | c\nweg | |", "woorden | waarom | liever")
	var got strings.Builder
	for _, l := range lines {
		fmt.Fprintf(&got, "%s %q\n", l.Pos, l.Parts)
	}
	for _, p := range ps {
		fmt.Fprintf(&got, "%s %s\n", p.Pos, p.Code)
	}
	want := `toon.txt:3:3 ["gedoe*" "verwijt" "liever"]
toon.txt:10:1 ["heb … niet" "b" "c"]
toon.txt:12:1 ["weg" "" ""]
toon.txt:4:12 lijst-streep-ontbreekt
toon.txt:5:2 lijst-zonder-woord
toon.txt:6:2 lijst-zonder-woord
toon.txt:7:11 lijst-streep-te-veel
toon.txt:8:1 lijst-tekens
toon.txt:9:1 lijst-zonder-woord
toon.txt:11:1 lijst-zonder-woord
`
	if got.String() != want {
		t.Errorf("got\n%swant\n%s", got.String(), want)
	}
	for _, p := range ps {
		if message, advice := p.Text("nl"); message == p.Code || advice == "" {
			t.Error(p.Code, "has no words")
		}
	}
}

// FuzzListLines: whatever a list holds, each line is right, told or silent.
func FuzzListLines(f *testing.F) {
	f.Add("a | b\n# c\n\nd\n* | e\n")
	f.Fuzz(func(t *testing.T, text string) {
		lines, ps := ListLines("lijst.txt", text, "moeilijk | gewoon")
		said := 0
		for _, line := range strings.Split(text, "\n") {
			if line = strings.TrimSpace(strings.TrimPrefix(line, "\ufeff")); line != "" && line[0] != '#' {
				said++
			}
		}
		if len(lines)+len(ps) > said {
			t.Fatalf("%d lines and %d faults of %d", len(lines), len(ps), said)
		}
		for _, l := range lines {
			if len(l.Parts) != 2 || l.Parts[0] == "" {
				t.Fatalf("%q", l.Parts)
			}
		}
	})
}
