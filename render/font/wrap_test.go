package font

import (
	"strings"
	"testing"
)

func TestWrapKeepsEveryCharacterInsideTheWidth(t *testing.T) {
	texts := []string{
		"Wacht op het geld",
		"Arbeidsongeschiktheidsverzekeringsmaatschappij",
		"Zie www.utrecht.nl/energietoeslag/aanvragen/2022/formulier voor meer",
		"Één coëfficiënt, naïeve ‘reünie’ – €\u00a0800,00",
		"日本語のテキスト مرحبا 🙂🙂🙂",
		"a",
	}
	for _, text := range texts {
		for _, width := range []float64{5, 40, 90, 160, 1000} {
			lines := Wrap(text, SemiBold, 14, width)
			var joined strings.Builder
			for _, line := range lines {
				if got := Width(line, SemiBold, 14); got > width+1e-6 && len([]rune(line)) > 1 {
					t.Errorf("%q at %v: line %q is %.1f wide", text, width, line, got)
				}
				joined.WriteString(strings.TrimSuffix(line, "-"))
			}
			squeeze := func(s string) string { return strings.NewReplacer(" ", "", "-", "", "\u00a0", "").Replace(s) }
			if squeeze(joined.String()) != squeeze(text) {
				t.Errorf("%q at %v lost text: %q", text, width, lines)
			}
		}
	}
}

func TestWrapKeepsWordsTogetherAcrossANoBreakSpace(t *testing.T) {
	got := strings.Join(Wrap("betaald: €\u00a0800", SemiBold, 14, 80), "|")
	if want := "betaald:|€\u00a0800"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestWrapHyphenatesInDutch(t *testing.T) {
	got := strings.Join(Wrap("Energietoeslagaanvraag", SemiBold, 14, 110), "|")
	if want := "Energietoeslag-|aanvraag"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestWidthMatchesTheFontFile(t *testing.T) {
	// Advances of Inter Regular in units of 1/2048 em: "A" 1383, "i" 494 (hmtx of the release).
	if w := Width("国", Regular, 10); w != 10 {
		t.Errorf("a missing character is one em, got %v", w)
	}
	if a, b := Width("Ai", Regular, 2048), Width("A", Regular, 2048)+Width("i", Regular, 2048); a != b {
		t.Errorf("widths must add up: %v and %v", a, b)
	}
}
