package words

import (
	"strconv"
	"strings"
	"time"

	"klantreis/journeys"
)

// Paper holds the words that the printed advice adds around the report itself. A %s stands for
// what the field's comment names.
type Paper struct {
	Gift        string // the cover's first line: author, owner
	GiftNoOwner string // author
	GiftOnly    string
	CoverFor    string // above the owner's name
	CoverFrom   string // before the author's
	For         string // owner, when there is no author
	Subject     string // of the document: title
	Contents    string
	Page        string // page, pages
	Period      string
	Continued   string      // heads a card that goes on
	Guide       string      // heads the explanation of the marks
	GuideLines  [][2]string // a mark or word, and what it means

	Typed       string // a value written by hand
	Assumption  string // an advice without evidence
	Gain        string
	Effort      string
	Owner       string
	Step        string
	Basis       string
	Expected    string
	Effect      string
	EffectBasis string
	Measure     string
	Reason      string
	Feedback    string

	Good, Bad, Attention string // what the signs in front of a list say aloud

	FigureData  string // heads the figures' data
	FigureIntro string
	DataOn      string // under a figure: page of its data
	FullSize    string // file
	Part        string // part, parts
	SmallType   string // under an overview with type too small to read: file

	NoSections string // what a report without sections says

	Replaced string // warning: number, characters
	Shrunk   string // warning: figure, size in points
	More     string // number of matrix dots that did not fit
}

// Paper gives the words of the printed advice.
func (l Lang) Paper() Paper {
	if l == English {
		return Paper{
			Gift: "A present from %s for %s", GiftNoOwner: "A present from %s", GiftOnly: "A present", CoverFor: "A present for", CoverFrom: "from", For: "A present for %s",
			Subject: "Advice with the customer journey “%s”", Contents: "Contents",
			Guide: "How to read this present", GuideLines: [][2]string{
				{"n", "How many signals stand behind a number. Below five we write “< 5”, because that could point at one person."},
				{"with margin", "Numbers vary by chance. The true number probably lies between the two numbers in brackets: with 95% confidence. The appendix tells how we reckon that."},
				{"entered by hand", "Filled in by a colleague, not measured."},
				{"assumption", "Advice behind which no signal or measurement stands yet."},
			},
			Page: "%s of %s", Period: "Period", Continued: "continued",
			Typed: "entered by hand", Assumption: "assumption",
			Gain: "Gain", Effort: "Effort", Owner: "Owner", Step: "Step", Basis: "Rests on", Expected: "Expected",
			Effect: "Measured", EffectBasis: "From", Measure: "How we measure", Reason: "Why not", Feedback: "Told back",
			Good: "Good:", Bad: "Pain point:", Attention: "Note:",
			FigureData:  "The numbers behind the pictures",
			FigureIntro: "Each picture in this document, written out as a table.",
			DataOn:      "Numbers as a table: page %s", FullSize: "Full size: %s",
			Part:       "part %s of %s",
			SmallType:  "The letters on this overview are small. The next pages show it in parts; full size: %s",
			NoSections: "There is nothing in this report yet.",
			Replaced:   "%s characters are not in the typeface; on paper they show as □: %s",
			Shrunk:     "figure “%s” has letters of %s points on paper, which is hard to read",
			More:       "+%s",
		}
	}
	return Paper{
		Gift: "Een cadeautje van %s voor %s", GiftNoOwner: "Een cadeautje van %s", GiftOnly: "Een cadeautje", CoverFor: "Een cadeautje voor", CoverFrom: "van", For: "Een cadeautje voor %s",
		Subject: "Advies bij de klantreis “%s”", Contents: "Inhoud",
		Guide: "Zo leest u dit cadeautje", GuideLines: [][2]string{
			{"n", "Hoeveel signalen er achter een getal staan. Onder de vijf schrijven we “< 5”, want dat kan naar één persoon wijzen."},
			{"met marge", "Aantallen schommelen door toeval. Het echte getal ligt waarschijnlijk tussen de twee getallen tussen haakjes: met 95% zekerheid. Hoe we dat rekenen, staat in de bijlage."},
			{"ingevuld", "Door een collega ingevuld, niet gemeten."},
			{"aanname", "Advies waar nog geen signaal of meting achter staat."},
		},
		Page: "%s van %s", Period: "Periode", Continued: "vervolg",
		Typed: "ingevuld", Assumption: "aanname",
		Gain: "Winst", Effort: "Moeite", Owner: "Eigenaar", Step: "Stap", Basis: "Rust op", Expected: "Verwacht",
		Effect: "Gemeten", EffectBasis: "Waaruit", Measure: "Zo meten we", Reason: "Waarom niet", Feedback: "Terugkoppeling",
		Good: "Gaat goed:", Bad: "Pijnpunt:", Attention: "Let op:",
		FigureData:  "De cijfers bij de beelden",
		FigureIntro: "Elk beeld uit dit document, uitgeschreven als tabel.",
		DataOn:      "Cijfers als tabel: bladzijde %s", FullSize: "Op ware grootte: %s",
		Part:       "deel %s van %s",
		SmallType:  "De letters op dit overzicht zijn klein. De volgende bladzijden tonen het in delen; op ware grootte: %s",
		NoSections: "In dit verslag staat nog niets.",
		Replaced:   "%s tekens staan niet in het lettertype; op papier staat daar □: %s",
		Shrunk:     "beeld “%s” heeft op papier letters van %s punten; dat leest moeilijk",
		More:       "+%s",
	}
}

// ParseDate reads a day as Date writes it. It reports false for anything else.
func (l Lang) ParseDate(s string) (journeys.Date, bool) {
	parts := strings.Fields(s)
	if len(parts) != 3 {
		return journeys.Date{}, false
	}
	day, errDay := strconv.Atoi(parts[0])
	year, errYear := strconv.Atoi(parts[2])
	if errDay != nil || errYear != nil || day < 1 || day > 31 || year < 1 || year > 9999 {
		return journeys.Date{}, false
	}
	for i, name := range months[l.known()] {
		if strings.EqualFold(name, parts[1]) {
			return journeys.Date{Year: year, Month: time.Month(i + 1), Day: day}, true
		}
	}
	return journeys.Date{}, false
}
