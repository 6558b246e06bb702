package words

// Gave says in a few words what an advice gave, as measured. The verdict is that of the evidence;
// share is how much the signals changed, with its sign left out.
func (l Lang) Gave(verdict, share string) string {
	dutch, english := "gemeten: geen verschil te zien", "measured: no difference to be seen"
	switch verdict {
	case "daling":
		dutch, english = "gemeten: daling van "+share, "measured: a fall of "+share
	case "stijging":
		dutch, english = "gemeten: stijging van "+share, "measured: a rise of "+share
	case "te-vroeg":
		dutch, english = "te vroeg om te meten", "too early to measure"
	}
	if l == English {
		return english
	}
	return dutch
}
