package words

import "fmt"

// MapPage holds the words of the page with the interactive map.
type MapPage struct {
	SkipToMap, SkipMap, ToTable string
	Lenses                      string // the name of the choice between pictures
	Zoom, ZoomIn, ZoomOut       string
	FitWidth, FitAll, RealSize  string
	FitWidthHelp, FitAllHelp    string
	RealSizeHelp, Print         string
	MapRegion                   string // before the name of a picture
	MapKeys                     string // how to move about with keys
	Hint, HintMouse, HintTouch  string
	Card, CloseCard             string
	TableTitle, BackingTitle    string
	BackingIntro, SourcesTitle  string
	Quotes, Typed, WholeJourney string
	For, Made, Period           string
	spot, shown                 string
}

// MapPage gives the words of the page with the interactive map in the language.
func (l Lang) MapPage() MapPage {
	if l == English {
		return MapPage{
			SkipToMap: "Go to the map", SkipMap: "Skip the map", ToTable: "Table and sources",
			Lenses: "What to look at",
			Zoom:   "Zoom", ZoomIn: "Zoom in", ZoomOut: "Zoom out",
			FitWidth: "Width", FitAll: "Whole", RealSize: "100%",
			FitWidthHelp: "Fit to the width", FitAllHelp: "Show the whole map", RealSizeHelp: "Real size", Print: "Print",
			MapRegion: "Map", MapKeys: "Zoom with plus and minus, show the width with zero, move with the arrow keys.",
			Hint: "Click a number or a face to see where it comes from.", HintMouse: "Drag to move, Ctrl and the wheel to zoom.",
			HintTouch: "Tap a number or a face to see where it comes from.",
			Card:      "Where this comes from", CloseCard: "Close",
			TableTitle: "The journey as a table", BackingTitle: "What stands behind the numbers",
			BackingIntro: "The same as the map shows at a number, as text. Open a step to read it.", SourcesTitle: "Sources",
			Quotes: "What customers say at this step, with their consent", Typed: "typed in", WholeJourney: "For the whole journey",
			For: "for", Made: "Drawn up on", Period: "Period",
			spot: "%s, %s: show where this comes from", shown: "You now see: %s",
		}
	}
	return MapPage{
		SkipToMap: "Ga naar de kaart", SkipMap: "Sla de kaart over", ToTable: "Tabel en bronnen",
		Lenses: "Waar kijkt u naar",
		Zoom:   "Vergroten en verkleinen", ZoomIn: "Groter", ZoomOut: "Kleiner",
		FitWidth: "Breedte", FitAll: "Geheel", RealSize: "100%",
		FitWidthHelp: "Toon de hele breedte", FitAllHelp: "Toon de hele kaart", RealSizeHelp: "Ware grootte", Print: "Afdrukken",
		MapRegion: "Kaart", MapKeys: "Vergroot met plus, verklein met min, toon de breedte met nul, schuif met de pijltjes.",
		Hint: "Klik op een getal of een gezicht om te zien waar het vandaan komt.", HintMouse: "Slepen schuift, Ctrl met het wieltje vergroot.",
		HintTouch: "Tik op een getal of een gezicht om te zien waar het vandaan komt.",
		Card:      "Waar dit vandaan komt", CloseCard: "Sluiten",
		TableTitle: "De klantreis als tabel", BackingTitle: "Wat er achter de getallen staat",
		BackingIntro: "Hetzelfde als de kaart bij een getal laat zien, maar dan als tekst. Klap een stap open om het te lezen.", SourcesTitle: "Bronnen",
		Quotes: "Wat klanten zeggen bij deze stap, met hun toestemming", Typed: "ingevuld", WholeJourney: "Voor de hele reis",
		For: "voor", Made: "Opgesteld op", Period: "Periode",
		spot: "%s, %s: toon waar dit vandaan komt", shown: "U ziet nu: %s",
	}
}

// Spot names a place on the map: Wanneer betaald?, 812 signalen: toon waar dit vandaan komt.
func (w MapPage) Spot(title, value string) string { return fmt.Sprintf(w.spot, title, value) }

// Shown announces another picture.
func (w MapPage) Shown(name string) string { return fmt.Sprintf(w.shown, name) }
