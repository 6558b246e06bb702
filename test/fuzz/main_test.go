package main

import (
	"strings"
	"testing"
)

// TestOnlyLate tells a fuzzer that ran out of time from one that found something.
func TestOnlyLate(t *testing.T) {
	const begin = "fuzz: elapsed: 0s, gathering baseline coverage: 0/3 completed\nfuzz: elapsed: 5s, execs: 27 (5/sec), new interesting: 0 (total: 3)\n"
	for said, want := range map[string]bool{
		begin + "--- FAIL: FuzzCSV (5.00s)\n    context deadline exceeded\nFAIL\n":                                                                             true,
		begin + "--- FAIL: FuzzCSV (5.00s)\n    --- FAIL: FuzzCSV (0.00s)\n        csv_test.go:9: lost a row\n    Failing input written to testdata/x\nFAIL\n": false,
		begin + "--- FAIL: FuzzCSV (5.00s)\n    context deadline exceeded\n    Failing input written to testdata/x\nFAIL\n":                                    false,
		begin + "panic: oops\n": false,
		begin + "PASS\n":        false,
	} {
		if onlyLate(said) != want {
			t.Errorf("%q: want %v", said, want)
		}
		if got := runsIn(said); got != 27 {
			t.Errorf("%d runs", got)
		}
	}
	names := fuzzNames([]byte("package a\n\nfunc FuzzA(f *testing.F) {\n}\n\n// func FuzzC(f *testing.F) is none.\nfunc FuzzB(g *testing.F) {}\nfunc Fuzzy() {}\n"))
	if strings.Join(names, " ") != "FuzzA FuzzB" {
		t.Error(names)
	}
}
