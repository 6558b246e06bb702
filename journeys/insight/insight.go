// Package insight tells what stands out in a heap of signals before anybody has made a journey of
// them: which topics and questions are most asked, what rises against its own history, which words
// set a topic apart, where and when, what is asked again and again, and which signals no step of a
// journey counts yet.
//
// It keeps counts, not texts, and reads the sources three times on all cores: once for the words, the
// topics and which texts there are; once for what each word and topic is counted with, and a sketch of
// each different text; and once for pairs of words, proposed selectors and one example per question.
// Whatever the number of cores and the order of the records, the result is the same: what comes first decides
// nothing, ties are broken by what a text says. Only the bounds below, once reached, make counts of rare words
// and pairs depend on it.
//
// What may be shown of texts of others:
//
//   - A word needs at least evidence.MinGroup different records, holds no digit, and does not look
//     like a name: a word that is mostly written with a capital inside sentences is left out unless
//     it occurs in at least commonName records and one in a hundred of all. What follows a greeting
//     at the end, or a word such as mevrouw, is taken for a name, and a street before a number for
//     an address.
//   - What language.Redact takes for personal data is taken out before words are looked at.
//   - Topics and channels are shown from evidence.MinGroup records, when evidence.Publishable.
//   - An example of a question holds only words that at least evidence.MinGroup records of that
//     question share; every other word is a mark. See study.example.
//
// What bounds the memory, whatever the size of the sources: at most maxWords different words are
// counted at a time, and maxPairs pairs (lossy counting, see lossy); vocabularySize words and maxTerms
// pairs are looked at further, the most frequent ones; and maxTexts different texts are compared. With
// more texts, a fixed half, quarter, … of them is kept (Duplicates.OneIn), chosen by a hash of the text.
// Of the groups of texts that are nearly the same the maxQuestions largest are looked at further, and of
// these, per topic, the linkedQuestions largest are put together in pairs; the others join what is there.
package insight

import (
	"klantreis/journeys"
	"klantreis/journeys/signals"
)

// Source is where signals come from, readable as often as needed.
type Source struct {
	Name string
	Kind string // soort
	File string
	// Read opens the source from its beginning, hands it over, and tells what kept it from being read.
	Read func(use func(*signals.Data)) error
	// Matcher tells which records a step of the journey counts; nil: no journey does.
	Matcher *signals.Matcher
	// Aside sources serve as denominator or for lead times: their records are no questions.
	Aside bool
	// Pages names the columns of visits per page; nil: the source has none.
	Pages *PageColumns
}

// PageColumns are the headers of a source that counts visits per page.
type PageColumns struct{ Page, Visits, Left string }

// Options choose what is looked at.
type Options struct {
	Period journeys.Period // records outside are left out; zero: all
	Anyway bool            // take a source of which more than 5% cannot be read
	Known  map[string]bool // the channels that are known, folded; nil: all
}

// Findings is what stands out.
type Findings struct {
	Sources    []SourceCount
	N          int // records that were looked at
	From, To   journeys.Date
	Topics     []Topic // most signals first
	Duplicates Duplicates
	Changes    Changes
	Channels   []Count
	Strange    int     // records with a channel outside Options.Known
	Weekdays   [7]int  // Monday first
	Hours      [24]int // of the records with a time of day
	Proposals  []Proposal
	Unclaimed  int // records that no step counts
	HasJourney bool
	AdviceDone bool // the journey has advice that was carried out; for whoever knows the journey to say
	Pages      []Page
}

// SourceCount says what was read of a source.
type SourceCount struct {
	Name, File                               string
	Read, Unreadable, Secret, Undated, Other int             // Other: outside the period
	Blamed                                   []signals.Blame // the same by column
	Places                                   []string        // of the first unreadable records: lines, with the file when there are several
	Texts                                    int             // records with a text
	Aside                                    bool
}

// Count is a name with its number of records.
type Count struct {
	Name string
	N    int
}

// Topic is what the sources call onderwerp. The one without a name gathers the records without
// topic.
type Topic struct {
	Name      string
	N         int
	Unclaimed int
	Months    []MonthCount // the months of the whole of the data, in order
	Channels  []Count
	Weekdays  [7]int
	Hours     [24]int
	Words     []Term // that set the topic apart, strongest first
	Pairs     []Term
	Openings  []Opening
	Themes    []Theme // most asked first
}

// MonthCount is the number of records in a calendar month.
type MonthCount struct {
	Month journeys.Month
	N     int
}

// Term is a word, or two words with at most maxGap stop words between them.
type Term struct {
	Text string
	N    int     // records of the topic with the term
	Rest int     // records of all other topics with the term
	Z    float64 // log-odds ratio over its standard deviation; see LogOdds
	// Odds is the ratio itself: how many times more usual the term is here.
	Odds float64
}

// Opening is how people begin a question: a word that asks, and the words that follow it with at most
// maxGap stop words between.
type Opening struct {
	Word string
	N    int
	With []Count
}

// Theme is one thing that questions of one topic ask in different words.
type Theme struct {
	Words     []string // the most usual ones
	Example   string   // as it is asked, see Question.Example; empty when that would name a smaller part than half
	Shared    []string // the words that at least half has, or the most usual one
	N         int      // records of the topic
	Elsewhere int      // records of other topics that ask the same
	Unclaimed int
	Ways      int        // different questions
	Questions []Question // the most asked ones, first the largest
}

// Question is a group of texts that are nearly the same.
type Question struct {
	Words   []string // what most of the group says, in the order of the most typical text
	N       int      // records of the topic
	Texts   int      // different texts among them
	Months  []MonthCount
	Example string // the most typical text, without what fewer than evidence.MinGroup of the group say
	// Unclaimed is how many of the group no step counts.
	Unclaimed int
}

// Duplicates tells how the questions were grouped.
type Duplicates struct {
	Texts int // different texts that were compared
	OneIn int // 1: all; 2: a fixed half of the different texts, and so on
}

// Proposal is a selector that would count signals that no step counts yet.
type Proposal struct {
	Selector journeys.Selector
	Target   string // what it was made for: a topic, or the words of a theme
	Theme    bool   // made for a theme, not for a whole topic
	Wanted   int    // records of the target
	N        int    // records that no step counts and that the selector matches
	Hits     int    // of these, records of the target
	Known    int    // records that it matches and that a step counts already
	Others   int    // records that it matches and that are not of the target
}

// Precision is the share of what it would add or finds elsewhere that is of the target.
func (p Proposal) Precision() float64 { return share(p.Hits, p.Hits+p.Others) }

// Recall is the share of the target that is matched.
func (p Proposal) Recall() float64 { return share(p.Hits, p.Wanted) }

func share(part, whole int) float64 {
	if whole == 0 {
		return 0
	}
	return float64(part) / float64(whole)
}

// Page is how many visits to a page ended there.
type Page struct {
	Source, Name string
	Visits, Left int
	Low, High    float64 // 95% interval of the share (Wilson 1927)
}

// Share is the share of the visits that ended on the page.
func (p Page) Share() float64 { return share(p.Left, p.Visits) }

// Topic finds a topic as selectors compare it; nil: it is not among the findings.
func (f *Findings) Topic(name string) *Topic {
	for i := range f.Topics {
		if journeys.FoldSpace(f.Topics[i].Name) == journeys.FoldSpace(name) {
			return &f.Topics[i]
		}
	}
	return nil
}

// About tells whether a change is of a topic, of its questions or of its words.
func (c Change) About(topic string) bool {
	same := func(name string) bool { return journeys.FoldSpace(name) == journeys.FoldSpace(topic) }
	return same(c.Topic) && c.Kind > ChangingTopic || c.Kind == ChangingTopic && same(c.Text)
}

// only is what the findings say of one topic.
func (f *Findings) only(topic string) *Findings {
	one := *f
	one.Topics, one.Proposals, one.Changes.Found, one.Pages = nil, nil, nil, nil
	one.Channels, one.Weekdays, one.Hours = nil, [7]int{}, [24]int{}
	if t := f.Topic(topic); t != nil {
		one.Topics = []Topic{*t}
		one.Channels, one.Weekdays, one.Hours = t.Channels, t.Weekdays, t.Hours
	}
	for _, c := range f.Changes.Found {
		if c.About(topic) {
			one.Changes.Found = append(one.Changes.Found, c)
		}
	}
	for _, p := range f.Proposals {
		if journeys.FoldSpace(p.Selector.Topic) == journeys.FoldSpace(topic) {
			one.Proposals = append(one.Proposals, p)
		}
	}
	return &one
}
