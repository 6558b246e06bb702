package words

// AdvicePage holds the words of the advice as a web page that the paper form does not have.
type AdvicePage struct {
	Skip     string // to the text
	Contents string
	For      string // before who receives it
	From     string
	Made     string
	Period   string
	Closing  string // at the foot, before the name of the file: the same for on paper
	Back     string // to the contents
	All      string // to all advice side by side
	Wide     string // below a picture that is wider than the text
}

// AdvicePage gives the words of the advice as a web page in the language.
func (l Lang) AdvicePage() AdvicePage {
	if l == English {
		return AdvicePage{
			Skip: "Go to the advice", Contents: "On this page", For: "For", From: "From", Made: "Written", Period: "Period",
			Closing: "The same advice, laid out for paper:",
			Back:    "To the contents", All: "All advice side by side", Wide: "This picture is wide: scroll it sideways.",
		}
	}
	return AdvicePage{
		Skip: "Ga naar het advies", Contents: "Op deze pagina", For: "Voor", From: "Van", Made: "Opgesteld", Period: "Periode",
		Closing: "Hetzelfde advies, opgemaakt voor papier:",
		Back:    "Naar de inhoud", All: "Alle adviezen naast elkaar", Wide: "Dit beeld is breed: schuif het opzij.",
	}
}
