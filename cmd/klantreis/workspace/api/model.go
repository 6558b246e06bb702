package api

// What forms show of a journey.

// Model is what forms show of a journey, in the words of the format.
type Model struct {
	Title        string         `json:"title"`
	Municipality string         `json:"municipality"`
	Owner        string         `json:"owner"`
	Author       string         `json:"author"`
	Date         string         `json:"date"`
	From         string         `json:"from"`
	Until        string         `json:"until"`
	Summary      string         `json:"summary"`
	Persona      PersonaModel   `json:"persona"`
	Sources      []SourceModel  `json:"sources"`
	Phases       []PhaseModel   `json:"phases"`
	Metrics      []MetricModel  `json:"metrics"`
	Advice       []AdviceModel  `json:"advice"`
	Channels     []ChannelModel `json:"channels"` // of the file's own
	Reasons      []ReasonModel  `json:"reasons"`  // what `omdat` of advice may name
}

// PersonaModel is `klant`.
type PersonaModel struct {
	Line      int    `json:"line"` // 0: the key is not there
	Name      string `json:"name"`
	Situation string `json:"situation"`
	Goal      string `json:"goal"`
	Quote     string `json:"quote"`
}

// SourceModel is one of `bronnen`, with what is known of its reading.
type SourceModel struct {
	Line int    `json:"line"`
	Name string `json:"name"`
	Kind string `json:"kind"`
	File string `json:"file"`
	// Denominator is `noemer`; nil: the key is not there.
	Denominator *DenominatorModel `json:"denominator"`
	Known       bool              `json:"known"` // it was read; the numbers below mean something
	Read        int               `json:"read"`
	Usable      int               `json:"usable"`
	Topics      []TopicModel      `json:"topics"` // the most frequent, of at least five records, and those of signals
	Remarks     []string          `json:"remarks"`
}

// TopicModel is a topic of a source.
type TopicModel struct {
	Title string `json:"title"`
	Free  int    `json:"free"` // records with it that no step claims; 0: none, or not known
}

// DenominatorModel is one of: a total, a column of another source to add up, or a number per month.
type DenominatorModel struct {
	Total  float64      `json:"total"`
	Source string       `json:"source"`
	Field  string       `json:"field"`
	Months []MonthModel `json:"months"`
}

// MonthModel is a number for a month.
type MonthModel struct {
	Month string  `json:"month"` // 2025-01
	Count float64 `json:"count"`
}

// MetricModel is one of `metingen`.
type MetricModel struct {
	Line   int          `json:"line"`
	ID     string       `json:"id"`
	Title  string       `json:"title"`
	Worst  *float64     `json:"worst"` // of the scale; nil: it has none
	Best   *float64     `json:"best"`
	Points []PointModel `json:"points"`
}

// PointModel is a score at a moment.
type PointModel struct {
	When  string  `json:"when"` // 2018, 2018-06 or 2018-06-30, as typed
	Value float64 `json:"value"`
	N     int     `json:"n"` // 0: not known
}

// ChannelModel is a channel of the file's own.
type ChannelModel struct {
	Name string `json:"name"`
	Icon string `json:"icon"`
}

// PhaseModel is a phase with its steps.
type PhaseModel struct {
	Line  int         `json:"line"`
	Title string      `json:"title"`
	Steps []StepModel `json:"steps"`
}

// StepModel is a step.
type StepModel struct {
	Line         int             `json:"line"`
	EndLine      int             `json:"endLine"`
	ID           string          `json:"id"`
	Title        string          `json:"title"`
	Channels     []string        `json:"channels"`
	Does         string          `json:"does"`
	Thinks       string          `json:"thinks"`
	Emotion      *float64        `json:"emotion"`
	GoesWell     []string        `json:"goesWell"`
	PainPoints   []string        `json:"painPoints"`
	Backstage    []string        `json:"backstage"`
	Systems      []string        `json:"systems"`
	HumanContact string          `json:"humanContact"`
	Notes        string          `json:"notes"`
	Texts        []string        `json:"texts"` // paths of letters, forms and pages
	Ways         []WayModel      `json:"ways"`  // naar; none: the next step
	Signals      []SelectorModel `json:"signals"`
	Quotes       []QuoteModel    `json:"quotes"`
}

// WayModel is one of `naar`: to a step, or away.
type WayModel struct {
	Step  string   `json:"step"`  // id; empty: customers leave here
	Leave string   `json:"leave"` // why they leave
	When  string   `json:"when"`  // als
	Share *float64 `json:"share"` // in percent; nil: not known
}

// SelectorModel is a signal of a step, with what it found.
type SelectorModel struct {
	Line    int      `json:"line"`
	Title   string   `json:"title"`
	ID      string   `json:"id"`
	Sources []string `json:"sources"`
	Topic   string   `json:"topic"`
	Words   []string `json:"words"`
	Without []string `json:"without"`
	Channel string   `json:"channel"`
	Nature  string   `json:"nature"`
	From    *float64 `json:"from"` // of cijfer
	Until   *float64 `json:"until"`
	Found   string   `json:"found"` // the claim as the map makes it, with source, n and period; empty: not known
}

// QuoteModel is a quote of a step, redacted as it would be shown.
type QuoteModel struct {
	Line     int    `json:"line"`
	Text     string `json:"text"`
	Source   string `json:"source"`
	Approved bool   `json:"approved"`
}

// AdviceModel is one of `adviezen`.
type AdviceModel struct {
	Line     int      `json:"line"`
	ID       string   `json:"id"`
	Title    string   `json:"title"`
	Step     string   `json:"step"`
	Reasons  []string `json:"reasons"` // omdat
	Gain     string   `json:"gain"`
	Effort   string   `json:"effort"`
	Expected string   `json:"expected"`
	Owner    string   `json:"owner"`
	Status   string   `json:"status"`
	Reason   string   `json:"reason"`
	Since    string   `json:"since"`
	// EffectOn is the id of the signal that is measured before and after Since; empty: the key effect is not there.
	EffectOn string   `json:"effectOn"`
	AtLeast  *float64 `json:"atLeast"` // the fall that is hoped for, in percent; nil: any
	Backed   bool     `json:"backed"`  // not an aanname
}

// ReasonModel is something that advice may rest on.
type ReasonModel struct {
	ID    string `json:"id"`
	Label string `json:"label"`
}
