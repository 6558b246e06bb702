package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"klantreis/journeys/signals"
	"klantreis/render/words"
)

// TestReadingLine tells nothing in the first second, then how far it is, and clears the line.
func TestReadingLine(t *testing.T) {
	for lang, want := range map[words.Lang][]string{
		words.Dutch:   {"kcc  [█████░░░░░░░░░░░░░░░]  25%  1.000.000 rijen, nog 5 s", "kcc  [██████████░░░░░░░░░░]  50%  2.000.000 rijen, nog 4 s"},
		words.English: {"kcc  [█████░░░░░░░░░░░░░░░]  25%  1,000,000 rows, 5 s left", "kcc  [██████████░░░░░░░░░░]  50%  2,000,000 rows, 4 s left"},
	} {
		var out bytes.Buffer
		clock := time.Unix(0, 0)
		line := &readingLine{progress: &progress{out: &out, words: wordsFor(lang)}, now: func() time.Time { return clock }}
		at := func(after time.Duration, read int64, rows int) {
			clock = time.Unix(0, 0).Add(after)
			line.tell(signals.Progress{Source: "kcc", Read: read, Total: 400, Rows: rows})
		}
		at(0, 1, 4000)
		at(900*time.Millisecond, 80, 800_000)
		if out.Len() > 0 {
			t.Errorf("too soon: %q", out.String())
		}
		at(1600*time.Millisecond, 100, 1_000_000)
		at(1700*time.Millisecond, 101, 1_001_000) // too soon after
		at(4*time.Second, 200, 2_000_000)
		line.close()
		shown := strings.Split(out.String(), "\r")
		for i, w := range want {
			if i+1 >= len(shown) || shown[i+1] != w {
				t.Errorf("%q, want %q", shown, w)
			}
		}
		if len(shown) != 5 || strings.TrimSpace(shown[3]) != "" || len([]rune(shown[3])) < len([]rune(want[0])) {
			t.Errorf("the line is not cleared: %q", shown)
		}
	}
}

// TestNoTerminal says nothing to a file or a pipe.
func TestNoTerminal(t *testing.T) {
	a := &app{ctx: t.Context(), stderr: &bytes.Buffer{}}
	if o, done := a.reading(); o.Progress != nil || o.Context == nil {
		t.Error(o)
	} else {
		done()
	}
}

// tired is a context that is done once it has been asked so many times.
type tired struct {
	context.Context
	patience atomic.Int64
}

func (c *tired) Err() error {
	if c.patience.Add(-1) < 0 {
		return context.Canceled
	}
	return nil
}

// TestInterruptedReading stops in the middle of a file of signals: one sentence, exit code 1, nothing written.
func TestInterruptedReading(t *testing.T) {
	dir := t.TempDir()
	out := filepath.Join(dir, "uit")
	write := func(name, content string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("kcc.csv", "tekst;b\n"+strings.Repeat("waar blijft het geld;1\n", 300_000))
	write("reis.yaml", "klantreis: A\nbronnen: {kcc: {soort: telefoon, bestand: kcc.csv}}\nfasen:\n- fase: B\n  stappen:\n  - stap: C\n"+
		"    signalen: [{signaal: Geld, bron: kcc, woorden: [geld]}]\n")
	for _, command := range [][]string{{"maak", "--uit", out}, {"controleer"}, {"signalen"}} {
		ctx := &tired{Context: t.Context()}
		ctx.patience.Store(9)
		var stdout, stderr bytes.Buffer
		code := run(ctx, append(command, filepath.Join(dir, "reis.yaml")), nil, &stdout, &stderr)
		if want := "Afgebroken. Er is niets half geschreven.\n"; code != exitFault || stderr.String() != want || stdout.Len() > 0 {
			t.Errorf("%v: exit %d, %q, %q", command, code, stderr.String(), stdout.String())
		}
		if left := ctx.patience.Load(); left >= 0 {
			t.Errorf("%v: the reading was not interrupted, %d questions were left", command, left)
		}
		if _, err := os.Stat(out); err == nil {
			t.Errorf("%v wrote something", command)
		}
	}
}
