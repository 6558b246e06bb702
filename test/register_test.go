package main

import (
	"bytes"
	"testing"

	"klantreis/render"
	"klantreis/render/pdf"
	"klantreis/test/browser/fixture"
	"klantreis/test/pdfcheck"
)

// TestRegisterOnPaper holds the overview of none, one, nasty and many journeys against both standards.
func TestRegisterOnPaper(t *testing.T) {
	for _, n := range fixture.Registers() {
		var paper, again bytes.Buffer
		if _, err := pdf.Write(&paper, n.Register.Report(), render.Stadskamer()); err != nil {
			t.Fatalf("%s: %v", n.Name, err)
		}
		for _, f := range pdfcheck.Check(paper.Bytes()) {
			t.Errorf("%s: %s", n.Name, f)
		}
		if err := pdfcheck.Validate(paper.Bytes()); err != nil {
			t.Errorf("%s: pdfcpu: %v", n.Name, err)
		}
		if _, err := pdf.Write(&again, n.Register.Report(), render.Stadskamer()); err != nil || !bytes.Equal(paper.Bytes(), again.Bytes()) {
			t.Errorf("%s: two runs differ (%v)", n.Name, err)
		}
	}
}
