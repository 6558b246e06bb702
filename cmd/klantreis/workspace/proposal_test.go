package workspace

import (
	"strings"
	"testing"

	"klantreis/cmd/klantreis/workspace/api"
)

const proposedTo = "klantreis: A\nfasen: [{fase: B}]\nadviezen:\n  # samen bedacht\n  - {advies: Bel terug, id: bel, winst: klein}  # eerst\n"

func TestProposal(t *testing.T) {
	s := &Server{}
	got, err := s.proposal(t.Context(), api.ProposalRequest{Path: "a.yaml", Text: proposedTo,
		Proposal: "# Voorstel\nadviezen:\n  - {id: bel, advies: \"Bel terug\", winst: groot, moeite: klein}  # was –\n"})
	if err != nil || len(got.Faults)+len(got.Remarks) > 0 || len(got.Moves) != 1 {
		t.Fatalf("%+v, %v", got, err)
	}
	if want := (api.Moved{Title: "Bel terug", Gain: "groot", GainWas: "klein", Effort: "klein"}); got.Moves[0] != want || got.Line != 5 {
		t.Errorf("%+v", got)
	}
	if want := strings.Replace(proposedTo, "winst: klein", "winst: groot, moeite: klein", 1); got.Text != want {
		t.Errorf("%q", got.Text)
	}
	got, err = s.proposal(t.Context(), api.ProposalRequest{Path: "a.yaml", Text: proposedTo, Proposal: "adviezen: [{id: bal, winst: groot}, {id: bel, winst: enorm}]"})
	if err != nil || len(got.Faults) == 0 || got.Text != "" || got.Moves != nil {
		t.Errorf("%+v, %v", got, err)
	}
}
