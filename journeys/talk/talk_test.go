package talk

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
)

const journey = "klantreis: Verhuizen   # van ons\nfasen:\n  - fase: Een\n    stappen:\n      - stap: Meldt\n        id: melden\n"

func file(talks ...string) []byte {
	return []byte(`{"klantreis-gesprek":1,"stap":"melden","gesprekken":[` + strings.Join(talks, ",") + `]}`)
}

func one(n int, text string) string {
	return fmt.Sprintf(`{"id":"%020d","dag":"2026-11-%02d","tekst":%q,"aard":"tip","plaats":"Markt","doorgezet":"Communicatie","citeren":true}`, n, 1+n%28, text)
}

// TestAdd: talks become a source that is counted; those of two files that hold the same ones count once, in any order;
// the second time the journey file stays as it is.
func TestAdd(t *testing.T) {
	a, faults := Read(file(one(1, "=1+1 te duur"), one(2, "Bel mij op 06-12345678")))
	b, more := Read(file(one(2, "Bel mij op 06-12345678"), one(3, "Anders;\"x\"")))
	if len(faults)+len(more) > 0 {
		t.Fatal(faults, more)
	}
	first, err := Add("klantreis.yaml", []byte(journey), nil, append(a, b...))
	if err != nil || first.New != 3 || first.Known != 1 {
		t.Fatalf("%+v %v", first, err)
	}
	turned, err := Add("klantreis.yaml", []byte(journey), nil, append(b, a...))
	if err != nil || string(turned.Talks) != string(first.Talks) || string(turned.Journey) != string(first.Journey) {
		t.Errorf("the order of the files matters: %v", err)
	}
	again, err := Add("klantreis.yaml", first.Journey, first.Talks, b)
	if err != nil || again.New != 0 || again.Known != 2 || string(again.Talks) != string(first.Talks) || string(again.Journey) != string(first.Journey) {
		t.Errorf("%+v %v", again, err)
	}
	c, _ := Read(file(one(4, "Nog een"), one(5, "En een"), one(6, "Zes")))
	grown, err := Add("klantreis.yaml", first.Journey, first.Talks, c)
	if err != nil || grown.New != 3 || string(grown.Journey) != string(first.Journey) || !strings.HasPrefix(string(grown.Talks), string(first.Talks)) {
		t.Errorf("%+v %v", grown, err)
	}
	text := string(grown.Talks)
	if !strings.Contains(text, ";'=1+1 te duur;") || strings.Contains(text, "12345678") {
		t.Error(text)
	}
	j, problems := journeys.Parse("klantreis.yaml", grown.Journey)
	if len(problems) > 0 || !strings.Contains(string(grown.Journey), "# van ons") {
		t.Fatalf("%v\n%s", problems, grown.Journey)
	}
	e, problems := evidence.Bind(j, fstest.MapFS{CSV: {Data: grown.Talks}})
	if s := e.SignalsOf("melden"); len(problems) > 0 || len(s) != 1 || s[0].N != 6 {
		t.Errorf("%v %+v", problems, e.Steps)
	}
}

func TestRefuses(t *testing.T) {
	for text, want := range map[string]int{
		"": 1, "{}": 1, `{"klantreis-gesprek":2}`: 1, "[1]": 1, `{"klantreis-gesprek":1,"gesprekken":[{},{}]}`: 8,
		string(file(one(1, " \u200b "))): 1, string(file(one(1, strings.Repeat("x ", 900)))): 1, string(file(strings.Replace(one(1, "x"), "tip", "boos", 1))): 1,
		string(file(strings.Replace(one(1, "x"), "2026-11-02", "gisteren", 1))): 1, string(file(strings.Replace(one(1, "x"), `"id":"0`, `"id":"../`, 1))): 1,
	} {
		if _, faults := Read([]byte(text)); len(faults) != want {
			t.Errorf("%.60s: %v", text, faults)
		}
	}
	talks, _ := Read(file(one(1, "x")))
	talks[0].Step = "weg"
	if _, err := Add("x.yaml", []byte(journey), nil, talks); !errors.Is(err, ErrStep) {
		t.Error(err)
	}
	if _, err := Add("x.yaml", []byte(journey), []byte("a;b\n1;2\n"), talks); !errors.Is(err, ErrOther) {
		t.Error(err)
	}
	if _, err := Add("x.yaml", []byte(journey+"bronnen: {gesprekken: {soort: balie, bestand: x.csv}}\n"), nil, talks); !errors.Is(err, ErrOther) {
		t.Error(err)
	}
}

// FuzzRead: what is read without faults can be added, and gives a journey without faults.
func FuzzRead(f *testing.F) {
	f.Add(file(one(1, "=1+1"), one(2, "x\ny")))
	f.Add([]byte(`{"klantreis-gesprek":1,"gesprekken":[{"id":"x"}]}`))
	f.Fuzz(func(t *testing.T, src []byte) {
		talks, faults := Read(src)
		if len(faults) > 0 {
			return
		}
		saved, err := Add("x.yaml", []byte(journey), nil, talks)
		if errors.Is(err, ErrStep) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		if saved.New == 0 {
			return
		}
		again, err := Add("x.yaml", saved.Journey, saved.Talks, talks)
		if err != nil || again.New != 0 {
			t.Fatalf("%d new the second time: %v", again.New, err)
		}
		if _, problems := journeys.Parse("x.yaml", saved.Journey); problems.HasErrors() {
			t.Fatal(problems)
		}
	})
}
