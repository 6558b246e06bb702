package render

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"klantreis/journeys/plain"
	"klantreis/render/words"
)

// Readability is what was found in texts, ready to be written on a terminal and on a page.
type Readability struct {
	Lang        words.Lang
	Title, Lead string
	Texts       []ReadText
}

// ReadText is one text with its remarks.
type ReadText struct {
	ID, Name  string
	Lead      []string // what was counted
	Sentences []ReadSentence
}

// ReadSentence is a sentence in parts, some of them marked, and what to do about it.
type ReadSentence struct {
	Place   string // line 3; of a text that has no lines: sentence 5
	Parts   []ReadPart
	Remarks []string
}

// Plain is the sentence without its marks.
func (s ReadSentence) Plain() string {
	var b strings.Builder
	for _, p := range s.Parts {
		b.WriteString(p.Text)
	}
	return b.String()
}

// ReadPart is a stretch of a sentence; Mark says what it is, empty: nothing.
type ReadPart struct{ Text, Mark string }

// ComposeReadability puts what was found in texts into words; names and texts go in pairs.
func ComposeReadability(names []string, texts []plain.Text, lang words.Lang) Readability {
	w := lang.Plain()
	view := Readability{Lang: lang, Title: w.Title, Lead: w.Lead}
	for i, t := range texts {
		r := ReadText{ID: fmt.Sprintf("tekst-%d", i+1), Name: names[i], Lead: readLead(t, lang)}
		seen := map[string]bool{} // the same long word or abbreviation is remarked on once
		for k, s := range t.Sentences {
			one := ReadSentence{Place: fmt.Sprintf(w.Line, s.Line), Parts: parts(s, w)}
			if !plain.HasLines(names[i]) {
				one.Place = fmt.Sprintf(w.Sentence, k+1)
			}
			for _, f := range s.Findings {
				key := string(f.Kind) + strings.ToLower(s.Text[f.Start:f.End])
				if (f.Kind == plain.LongWord || f.Kind == plain.Unexplained) && seen[key] {
					continue
				}
				seen[key] = true
				one.Remarks = append(one.Remarks, remark(s, f, w))
			}
			r.Sentences = append(r.Sentences, one)
		}
		view.Texts = append(view.Texts, r)
	}
	return view
}

// readKinds is the order in which kinds are counted.
var readKinds = []plain.Kind{plain.LongSentence, plain.Nested, plain.Passive, plain.Apart, plain.HardWord, plain.LongWord, plain.Unexplained}

func readLead(t plain.Text, lang words.Lang) []string {
	w := lang.Plain()
	if t.Words == 0 {
		return []string{w.Nothing}
	}
	lead := []string{fmt.Sprintf(w.Summary, lang.Int(len(t.Sentences)), lang.Int(t.Words), lang.Number(float64(t.Words)/float64(len(t.Sentences)), 1))}
	var counts []string
	for _, k := range readKinds {
		switch n := t.Count(k); {
		case n == 1:
			counts = append(counts, w.Counts[string(k)][0])
		case n > 1:
			counts = append(counts, fmt.Sprintf(w.Counts[string(k)][1], n))
		}
	}
	if len(counts) == 0 {
		lead = append(lead, w.Nothing)
	} else {
		text := strings.Join(counts, ", ") + "."
		lead = append(lead, string(unicode.ToUpper(rune(text[0])))+text[1:])
	}
	if score, ok := t.FleschDouma(); ok {
		level := 0
		for _, edge := range []float64{30, 45, 60, 70, 80, 90} {
			if score >= edge {
				level++
			}
		}
		lead = append(lead, fmt.Sprintf(w.Flesch, lang.Number(score, 0), w.Levels[level]))
	}
	return lead
}

// parts cuts a sentence at its findings; a finding that is the whole sentence marks nothing, its remark
// says it.
func parts(s plain.Sentence, w words.Plain) []ReadPart {
	var all []ReadPart
	at := 0
	for _, f := range s.Findings {
		if f.Start < at || f.End-f.Start == len(s.Text) {
			continue
		}
		if f.Start > at {
			all = append(all, ReadPart{Text: s.Text[at:f.Start]})
		}
		all = append(all, ReadPart{Text: s.Text[f.Start:f.End], Mark: w.Marks[string(f.Kind)]})
		at = f.End
	}
	if at < len(s.Text) {
		all = append(all, ReadPart{Text: s.Text[at:]})
	}
	return all
}

func remark(s plain.Sentence, f plain.Finding, w words.Plain) string {
	text := s.Text[f.Start:f.End]
	note := ""
	switch f.Kind {
	case plain.LongSentence:
		note = fmt.Sprintf(w.Long, f.Count)
	case plain.Passive:
		note = "‘" + text + "’. " + w.Passive
	case plain.Nested:
		note = w.Nested
	case plain.HardWord:
		return fmt.Sprintf(w.HardWord, text, likeFirst(text, f.Instead))
	case plain.LongWord:
		return fmt.Sprintf(w.LongWord, text)
	case plain.Unexplained:
		if f.Instead != "" {
			return fmt.Sprintf(w.Meant, text, f.Instead)
		}
		return fmt.Sprintf(w.Abbreviation, text)
	case plain.Apart:
		words := strings.Fields(text)
		note = fmt.Sprintf(w.Apart, words[0], words[len(words)-1], f.Count)
	}
	mark := []rune(w.Marks[string(f.Kind)])
	return string(unicode.ToUpper(mark[0])) + string(mark[1:]) + ": " + note
}

// likeFirst begins the offered word with a capital where the word it is for does.
func likeFirst(text, instead string) string {
	if first, _ := utf8.DecodeRuneInString(text); unicode.IsUpper(first) {
		r, n := utf8.DecodeRuneInString(instead)
		return string(unicode.ToUpper(r)) + instead[n:]
	}
	return instead
}
