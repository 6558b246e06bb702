package api

// Talks on the street that a telephone gave.

// TalksRequest asks to add the talks of a telephone to a journey.
type TalksRequest struct {
	Path  string `json:"path"`
	Text  string `json:"text"`
	Talks string `json:"talks"` // the file, as the telephone gave it
}

// TalksAdded is the text of the journey with the source of talks. The talks themselves lie beside it already, without
// personal data.
type TalksAdded struct {
	Text string `json:"text"`
	Line int    `json:"line"` // of the source
	Said string `json:"said"` // how many were new, and what to do with the file
}
