package main

import (
	"io"
	"strings"
	"testing"
)

// TestSummary ends with the names of what failed, with their package, and knows packages that failed without a test.
func TestSummary(t *testing.T) {
	const told = `=== RUN   TestA
    --- FAIL: TestA/een (0.10s)
        a_test.go:1: fout
--- FAIL: TestA (0.20s)
--- PASS: TestB (0.00s)
FAIL
FAIL	m/a	1.500s
FAIL	m/b [build failed]
--- SKIP: TestC (0.00s)
--- PASS: TestD (0.00s)
PASS
ok  	m/c	12.250s
ok  	m/d	(cached)
?   	m/e	[no test files]
panic: test timed out after 20m0s
FAIL	m/f	1200.0s
FAIL
`
	var shown, end strings.Builder
	s, err := follow(strings.NewReader(told), &shown)
	if err != nil {
		t.Fatal(err)
	}
	s.write(&end)
	const want = `slowest packages, in seconds:
  1200.0  m/f
    12.2  m/c
     1.5  m/a
     0.0  m/b
     0.0  m/d
*** SKIPPED: TestC
2 passed, 4 failed, 1 skipped
*** FAILED: m/a TestA/een
*** FAILED: m/a TestA
*** FAILED: m/b
*** FAILED: m/f
`
	if end.String() != want {
		t.Errorf("got:\n%s\nwant:\n%s", &end, want)
	}
	for _, kept := range []string{"a_test.go:1: fout", "panic: test timed out", "FAIL\tm/b [build failed]"} {
		if !strings.Contains(shown.String(), kept) {
			t.Errorf("%q is not told:\n%s", kept, &shown)
		}
	}
	if strings.Contains(shown.String(), "TestB") || strings.Contains(shown.String(), "=== RUN") {
		t.Errorf("what passed is told:\n%s", &shown)
	}
	if _, err := follow(io.LimitReader(endless{}, 1<<25), io.Discard); err == nil {
		t.Error("a line without an end is no fault")
	}
}

// endless is a line without an end.
type endless struct{}

func (endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'x'
	}
	return len(p), nil
}
