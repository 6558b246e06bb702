package words

// Poster holds the words that the document of a poster adds to the picture on it. A %s stands
// for what the field's comment names.
type Poster struct {
	Subject string // of the document: title
}

// Poster gives the words of the poster's document.
func (l Lang) Poster() Poster {
	if l == English {
		return Poster{Subject: "Poster of the customer journey “%s”"}
	}
	return Poster{Subject: "Poster van de klantreis “%s”"}
}
