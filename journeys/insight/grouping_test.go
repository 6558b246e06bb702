package insight

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"klantreis/journeys/evidence"
)

// labelled is a question of testdata/vragen.txt.
type labelled struct{ set, topic, intent, text string }

func labelledQuestions(t *testing.T) (all []labelled) {
	t.Helper()
	file, err := os.ReadFile("testdata/vragen.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range strings.Split(strings.TrimSpace(string(file)), "\n") {
		if part := strings.SplitN(line, ";", 4); len(part) == 4 && !strings.HasPrefix(line, "#") {
			all = append(all, labelled{part[0], part[1], part[2], part[3]})
		}
	}
	return all
}

// heap is the questions as a contact centre gets them: each a few times, with a greeting or without.
func heap(all []labelled, times int) (records []record) {
	for i, q := range all {
		for k := range times {
			text := []string{q.text, "Goedemorgen, " + strings.ToLower(q.text[:1]) + q.text[1:], strings.TrimRight(q.text, "?.")}[(i+k)%3]
			records = append(records, record{(7*i + 31*k) % 300, q.topic, text})
		}
	}
	return records
}

// agreement is how groups agree with intents: over all pairs of questions, and per question (B-cubed;
// Bagga & Baldwin, "Entity-Based Cross-Document Coreferencing Using the Vector Space Model", ACL 1998).
type agreement struct{ pairPrecision, pairRecall, precision, recall float64 }

func (a agreement) f() float64 { return 2 * a.precision * a.recall / (a.precision + a.recall) }

func agree(group, intent []string) (a agreement) {
	together, right, same := 0, 0, 0
	for i := range group {
		inGroup, inIntent, both := 0, 0, 0
		for k := range group {
			g, n := group[i] == group[k], intent[i] == intent[k]
			if g {
				inGroup++
			}
			if n {
				inIntent++
			}
			if g && n {
				both++
			}
		}
		a.precision += float64(both) / float64(inGroup*len(group))
		a.recall += float64(both) / float64(inIntent*len(group))
		together, right, same = together+inGroup-1, right+both-1, same+inIntent-1
	}
	a.pairPrecision, a.pairRecall = share(right, together), share(right, same)
	return a
}

// themesOf tells per question in which theme it came; a question in no theme stands alone.
func themesOf(s *study, all []labelled) (group, intent []string) {
	var c cutter
	for _, q := range all {
		c.cut([]byte(q.text))
		hash, _ := c.hash()
		name := "alone: " + q.text
		if g, known := s.groupOf.find(hash); known {
			theme := s.found[s.themeOf[g]]
			name = fmt.Sprint(s.themeOf[g], " ", s.exampleOf(theme))
		}
		group, intent = append(group, q.topic+": "+name), append(intent, q.topic+": "+q.intent)
	}
	return group, intent
}

// TestGrouping holds how well questions are grouped by what they ask: what was reached, less a little. When
// groups were linked by single pairs of words, F was 0.25 on both sets and 0.52 and 0.35 with five records
// of each question, and precision of pairs came down to 0.56.
func TestGrouping(t *testing.T) {
	all := labelledQuestions(t)
	least := map[string]agreement{
		"proef": {pairPrecision: 0.84, pairRecall: 0.60, precision: 0.87, recall: 0.66},
		"toets": {pairPrecision: 0.74, pairRecall: 0.52, precision: 0.80, recall: 0.58},
	}
	for _, times := range []int{2, 3, 5} {
		s, err := explore([]Source{sourceOf(heap(all, times))}, Options{})
		if err != nil {
			t.Fatal(err)
		}
		for _, set := range []string{"proef", "toets"} {
			some := slices.DeleteFunc(slices.Clone(all), func(q labelled) bool { return q.set != set })
			group, intent := themesOf(s, some)
			a := agree(group, intent)
			told := fmt.Sprintf("%d times, %s: precision and recall of pairs %.2f and %.2f, B-cubed %.2f and %.2f, F %.2f",
				times, set, a.pairPrecision, a.pairRecall, a.precision, a.recall, a.f())
			t.Log(told)
			if l := least[set]; a.pairPrecision < l.pairPrecision || a.pairRecall < l.pairRecall || a.precision < l.precision || a.recall < l.recall {
				t.Error(told)
			}
			if times == 3 && testing.Verbose() {
				tell(t, some, group, intent)
			}
		}
	}
}

// tell shows what came together.
func tell(t *testing.T, all []labelled, group, intent []string) {
	var told []string
	for i, g := range group {
		if slices.Contains(told, g) {
			continue
		}
		told = append(told, g)
		var b strings.Builder
		for k := range group {
			if group[k] == g {
				fmt.Fprintf(&b, "\n\t%s: %s", intent[k], all[k].text)
			}
		}
		t.Logf("%s%s", group[i], b.String())
	}
}

// TestLinkage keeps two clusters apart that one in between is like, and puts together what is alike on average.
func TestLinkage(t *testing.T) {
	alike := []float32{
		1, 0.9, 0.5, 0, 0,
		0.9, 1, 0.1, 0, 0,
		0.5, 0.1, 1, 0.5, 0.1,
		0, 0, 0.5, 1, 0.9,
		0, 0, 0.1, 0.9, 1,
	}
	if got, want := link(alike, 5, 0.45), []int{0, 0, 2, 3, 3}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

// TestStems brings the forms of a word together, and keeps others apart.
func TestStems(t *testing.T) {
	for _, forms := range [][]string{{"betaald", "betalen", "betaling", "betaalt"}, {"uitbetaald", "uitbetaling"}, {"verhuisd", "verhuizen", "verhuizing"},
		{"opgehaald", "ophalen"}, {"aangevraagd", "aanvragen"}, {"ingevuld", "invullen"}, {"gestort", "storten"}, {"pas", "passen"}, {"containers", "container"}} {
		for _, w := range forms[1:] {
			if stemOf(w) != stemOf(forms[0]) {
				t.Errorf("%s is %s, %s is %s", forms[0], stemOf(forms[0]), w, stemOf(w))
			}
		}
	}
	for _, pair := range [][2]string{{"betaald", "bestel"}, {"paspoort", "pasfoto"}, {"wanneer", "waarom"}, {"parkeren", "vergunning"}} {
		if stemOf(pair[0]) == stemOf(pair[1]) {
			t.Errorf("%s and %s are both %s", pair[0], pair[1], stemOf(pair[0]))
		}
	}
	for _, pair := range [][2]string{{"inlogen", "inloggen"}, {"uitreksel", "uittreksel"}, {"verhiuzing", "verhuizing"}} {
		if !oneWrong(pair[0], pair[1]) {
			t.Errorf("%s is not seen as %s", pair[0], pair[1])
		}
	}
	if oneWrong("belasting", "betaling") || oneWrong("bestel", "herstel") {
		t.Error("other words are seen as mistakes")
	}
}

// TestLabelsAreShared holds that a theme is shown by words that five of its records share.
func TestLabelsAreShared(t *testing.T) {
	s, err := explore([]Source{sourceOf(heap(labelledQuestions(t), 2))}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, theme := range s.found {
		shown := s.label(theme)
		for _, one := range theme.quotes {
			for _, q := range one {
				for _, id := range q.words {
					shown = append(shown, s.vocabulary.words[id])
				}
			}
		}
		for _, w := range shown {
			if id, known := s.vocabulary.of(w); !known || theme.words[id] < evidence.MinGroup {
				t.Errorf("%s is of %d records", w, theme.words[id])
			}
		}
	}
}
