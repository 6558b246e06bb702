package journeys

import (
	"math/rand"
	"regexp"
	"strings"
	"testing"
)

// eachKey visits every key of the format.
func eachKey(s Shape, visit func(Shape, string)) {
	for _, k := range s.Keys {
		visit(s, k.Name)
		eachKey(k.Shape, visit)
	}
	if s.Kind == KindNames {
		for _, name := range append([]string{}, s.Values...) {
			visit(s, name)
		}
		if s.Values == nil {
			visit(s, anyName)
		}
	}
	if s.Items != nil {
		eachKey(*s.Items, visit)
	}
	for _, o := range s.Or {
		eachKey(o, visit)
	}
}

// TestEveryKeyHasADescription keeps the catalogue of descriptions equal to the keys that the readers tell,
// and its examples to what the reader of the key accepts.
func TestEveryKeyHasADescription(t *testing.T) {
	used := map[string]bool{}
	eachKey(FileShape(), func(s Shape, key string) {
		d := s.Describe(key)
		if d.Dutch == "" || d.English == "" || d.Example == "" {
			t.Errorf("%s of %s has no description", key, s.What)
		}
		used[s.What+"."+key] = true
		if key != anyName && !strings.HasPrefix(d.Example, key+":") && s.What != "kolommen" {
			t.Errorf("the example of %s of %s shows another key: %s", key, s.What, d.Example)
		}
		for _, text := range []string{d.Dutch, d.English} {
			if !strings.ContainsAny(text[len(text)-1:], ".?") {
				t.Errorf("%q is no sentence", text)
			}
		}
	})
	for key := range descriptions() {
		if !used[key] {
			t.Errorf("%s describes no key", key)
		}
	}
}

// TestExamplesAreSound puts each example where its key may stand: the reader has nothing to say about it.
func TestExamplesAreSound(t *testing.T) {
	eachKey(FileShape(), func(s Shape, key string) {
		example := s.Describe(key).Example
		d := &decoder{file: "v.yaml"}
		n := d.document([]byte(example + "\n"))
		if n == nil {
			t.Errorf("%s of %s: %v", key, s.What, d.problems)
			return
		}
		if s.What != "de klantreis" {
			return
		}
		d.journey(n, &Journey{})
		for _, p := range d.problems {
			if p.Code != "verplicht" {
				t.Errorf("%s: %v %v", example, p.Code, p.Args)
			}
		}
	})
}

// TestPatternsAreTheParsers holds the patterns that a schema gives to the functions that read.
func TestPatternsAreTheParsers(t *testing.T) {
	share, whole := regexp.MustCompile(sharePattern), regexp.MustCompile(wholePattern)
	moment := regexp.MustCompile(anyOf(yearForm, monthForm, isoTime))
	random := rand.New(rand.NewSource(1))
	letters := "0123456789019.,% +-"
	for range 200_000 {
		var b strings.Builder
		for range 1 + random.Intn(6) {
			b.WriteByte(letters[random.Intn(len(letters))])
		}
		s := strings.TrimSpace(b.String())
		if _, ok := parseShare(s); ok != share.MatchString(s) && !strings.HasPrefix(s, "-") {
			t.Errorf("share %q: %v", s, ok)
		}
		if _, ok := parseWhole(s); ok != whole.MatchString(s) && !strings.HasPrefix(s, "-") {
			t.Errorf("whole %q: %v", s, ok)
		}
		if _, ok := Moment(s); ok && !moment.MatchString(s) {
			t.Errorf("moment %q", s)
		}
	}
}
