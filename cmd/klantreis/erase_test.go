package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// TestKilledWhileErasing kills klantreis wis while it writes: the file is as it was, and what lies beside
// it, which holds records too, is gone after the next run, even one that has nothing to erase.
func TestKilledWhileErasing(t *testing.T) {
	program, err := exec.LookPath("klantreis")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	file := filepath.Join(dir, "kcc.csv")
	var csv, left bytes.Buffer
	csv.WriteString("tijdstip;onderwerp;tekst\n")
	left.WriteString("tijdstip;onderwerp;tekst\n")
	for i := range 150_000 {
		year := 2019 + i%4
		line := fmt.Sprintf("%d-03-04;Werk;\"Vraag nummer %d, met; een teken en een verhaal dat wat langer is dan nodig\"\n", year, i)
		csv.WriteString(line)
		if year > 2020 {
			left.WriteString(line)
		}
	}
	whole := csv.Bytes()
	if err := os.WriteFile(filepath.Join(dir, "reis.yaml"), []byte("klantreis: A\nbronnen: {kcc: {soort: telefoon, bestand: kcc.csv}}\nfasen: [{fase: B, stappen: [{stap: C}]}]\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	erase := func(age string) *exec.Cmd {
		cmd := exec.Command(program, "wis", "reis.yaml", "--ouder-dan", age, "--peildatum", "2023-01-01", "--ja")
		cmd.Dir, cmd.Env = dir, append(os.Environ(), "XDG_CACHE_HOME="+dir, "HOME="+dir)
		return cmd
	}
	aside := func() []string {
		found, err := filepath.Glob(filepath.Join(dir, erasing))
		if err != nil {
			t.Fatal(err)
		}
		return found
	}
	holds := func(when string, want []byte) {
		t.Helper()
		if got, err := os.ReadFile(file); err != nil || !bytes.Equal(got, want) {
			t.Fatalf("%s the file has %d bytes, want %d: %v", when, len(got), len(want), err)
		}
	}
	killed := 0
	for range 40 {
		if err := os.WriteFile(file, whole, 0o644); err != nil {
			t.Fatal(err)
		}
		cmd := erase("24m")
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		ended := make(chan struct{})
		go func() { cmd.Wait(); close(ended) }()
		for writing := false; !writing; {
			select {
			case <-ended:
				writing = true
			default:
				writing = len(aside()) > 0
			}
		}
		cmd.Process.Kill()
		<-ended
		if len(aside()) == 0 {
			continue // it was ready before it could be killed
		}
		killed++
		holds("after it was killed,", whole)
		if out, err := erase("90j").CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		if left := aside(); len(left) > 0 {
			t.Fatalf("after the next run there is %v", left)
		}
		holds("after a run with nothing to erase,", whole)
		if killed == 3 {
			break
		}
	}
	if killed == 0 {
		t.Fatal("it was never killed while it wrote")
	}
	if out, err := erase("24m").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	holds("after a run to the end,", left.Bytes())
	if found := aside(); len(found) > 0 {
		t.Errorf("%v is left", found)
	}
}
