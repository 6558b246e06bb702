package api

// What a group made on the board of a presentation.

// ProposalRequest asks what a proposal that a group made on the board of a presentation changes in a text.
type ProposalRequest struct {
	Path     string `json:"path"`
	Text     string `json:"text"`
	Proposal string `json:"proposal"` // as the board gave it: YAML
}

// Proposed is what a proposal changes, and the text that it makes. With faults nothing can be taken over.
type Proposed struct {
	Moves   []Moved  `json:"moves"`
	Faults  []string `json:"faults"`
	Remarks []string `json:"remarks"`
	Text    string   `json:"text"`
	Line    int      `json:"line"` // of the first advice that moves
}

// Moved is an advice that gets another place; a size that does not change is the same before and after.
type Moved struct {
	Title     string `json:"title"`
	Gain      string `json:"gain"`
	GainWas   string `json:"gainWas"`
	Effort    string `json:"effort"`
	EffortWas string `json:"effortWas"`
}
