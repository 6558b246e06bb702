package live

import (
	"context"
	"testing"
)

// TestUnsoundCard says of a broken file that it is broken, and not that it is empty.
func TestUnsoundCard(t *testing.T) {
	b := newBench(t, nil)
	card, err := b.Card(context.Background(), journeyFile, "# van mij\nklantreis: \"Paspoort halen\" # kort\nfasen:\n  - fase: [open\n    stappen: \"\n")
	if err != nil || !card.Unsound || card.Title != "Paspoort halen" || card.Errors == 0 || len(card.Attention) != 1 || card.Map != "" {
		t.Errorf("%+v %v", card, err)
	}
	sound, err := b.Card(context.Background(), journeyFile, "klantreis: Paspoort\nfasen:\n  - fase: Begin\n    stapen: []\n")
	if err != nil || sound.Unsound || sound.Errors == 0 {
		t.Errorf("%+v %v", sound, err)
	}
}
