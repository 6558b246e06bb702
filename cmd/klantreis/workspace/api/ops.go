package api

// Changes of a text, and what helps who types: proposals, explanation, counts, quotes.

// EditRequest asks for a small change of a text. Every byte that it does not have to touch stays.
type EditRequest struct {
	Path string `json:"path"`
	Text string `json:"text"`
	Op   Op     `json:"op"`
}

// Op is one change. Which fields count depends on Do:
//
//	set         Target, Values: each key its value; null takes the key away. Lists are written whole.
//	add-phase   Index (place among the phases), Values (titel)
//	add-step    Phase, Index, Values
//	add-signal  Step, Values     add-quote  Step, Values     approve-quote  Line
//	add-advice  Index, Values
//	add-metric  Index, Values
//	add-source  Values (naam and the keys of a source)
//	move-phase  Phase → Index
//	move-step   Step → ToPhase, Index
//	move-advice Index → ToIndex
//	remove      Target
type Op struct {
	Do      string         `json:"do"`
	Target  Target         `json:"target"`
	Phase   int            `json:"phase"`
	Step    string         `json:"step"`
	Index   int            `json:"index"`
	ToPhase int            `json:"toPhase"`
	ToIndex int            `json:"toIndex"`
	Line    int            `json:"line"`
	Values  map[string]any `json:"values"` // keys of the format: texts, numbers, booleans, lists of texts, mappings, null
}

// Target names something in a journey: a phase by its index, a step by its id, and so on.
type Target struct {
	Kind  string `json:"kind"` // reis, klant, fase, stap, signaal, citaat, advies, bron, meting
	Phase int    `json:"phase"`
	Step  string `json:"step"`
	Index int    `json:"index"` // of the signal or quote in its step, of the advice or the metric
	Name  string `json:"name"`  // of a source
}

// Edited is the text after a change, and where to look.
type Edited struct {
	Text   string `json:"text"`
	Line   int    `json:"line"`
	Column int    `json:"column"`
}

// Place is a place in a text that is being typed.
type Place struct {
	Path   string `json:"path"`
	Text   string `json:"text"`
	Line   int    `json:"line"`
	Column int    `json:"column"`
}

// Completions are what may stand at a place, best first.
type Completions struct {
	From  int          `json:"from"` // columns of the line that a choice replaces
	Until int          `json:"until"`
	Items []Completion `json:"items"`
}

// Completion is one of them.
type Completion struct {
	Label  string `json:"label"`
	Insert string `json:"insert"`
	Kind   string `json:"kind"` // key, value, id, file
	Detail string `json:"detail"`
	Info   string `json:"info"`
}

// Hover explains what stands at a place; an empty Text: nothing.
type Hover struct {
	Text  string `json:"text"`
	From  int    `json:"from"`
	Until int    `json:"until"`
}

// MatchRequest asks what a selector would find.
type MatchRequest struct {
	Path     string         `json:"path"`
	Text     string         `json:"text"`
	Selector map[string]any `json:"selector"` // keys of the format
}

// Match tells what a selector finds. Groups under five are not told apart.
type Match struct {
	Claim    string   `json:"claim"` // in words, with source, n and period
	Found    int      `json:"found"` // −1: fewer than five
	Of       int      `json:"of"`
	Months   []int    `json:"months"`   // counts per month, of at least five in all; else empty
	First    string   `json:"first"`    // 2025-01, of Months
	Examples []string `json:"examples"` // redacted; at most five, none under five found
	Problems []string `json:"problems"`
}

// QuotesRequest asks for sentences out of the signals of a step.
type QuotesRequest struct {
	Path string `json:"path"`
	Text string `json:"text"`
	Step string `json:"step"`
}

// Quotes are proposals, redacted.
type Quotes struct {
	Signals []SignalQuotes `json:"signals"`
	Note    string         `json:"note"` // why there are none
}

// SignalQuotes are those of one signal.
type SignalQuotes struct {
	Title  string   `json:"title"`
	Quotes []string `json:"quotes"`
}
