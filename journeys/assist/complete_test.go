package assist

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"klantreis/journeys"
)

// withCursor takes the mark ‸ out of a text and gives its place.
func withCursor(t testing.TB, marked string) ([]byte, Place) {
	t.Helper()
	before, after, found := strings.Cut(marked, "‸")
	if !found {
		t.Fatalf("no cursor in %q", marked)
	}
	line := before[strings.LastIndexByte(before, '\n')+1:]
	return []byte(before + after), Place{strings.Count(before, "\n") + 1, len([]rune(line)) + 1}
}

var folder = fstest.MapFS{"signalen/kcc.csv": {}, "brief één.txt": {}, "klantreis.yaml": {}, ".geheim/a.csv": {}, "uit/~$x.docx": {}}

const begin = `klantreis: Reis
bronnen:
  kcc: {soort: telefoon, bestand: a.csv}
  onze balie: {soort: balie, bestand: b.csv}
kanalen-eigen: {wijkkrant: krant}
fasen:
  - fase: Een
    stappen:
      - stap: Wacht op geld
        id: wachten
        signalen:
          - signaal: Wanneer komt het?
            id: wanneer
            bron: kcc
      - stap: Belt
`

// TestComplete types at many places. Each case tells the labels that come first, and what accepting the first
// gives: the lines that it touches, with the cursor.
func TestComplete(t *testing.T) {
	for name, c := range map[string]struct{ text, labels, accepted string }{
		"empty file":               {"‸", "klantreis fasen gemeente", "klantreis: ‸"},
		"key of the journey":       {"klantreis: A\nge‸", "gemeente eigenaar", "gemeente: ‸"},
		"required first":           {"klantreis: A\n‸", "fasen gemeente eigenaar", "fasen:\n  - fase: ‸"},
		"key below the cursor":     {"klantreis: A\ng‸\ngemeente: B\n", "eigenaar opgesteld", "eigenaar: ‸"},
		"in front of a word":       {begin + "        ‸kan", "", ""},
		"in the word":              {begin + "        ka‸n", "kanalen", "kanalen: [‸]"},
		"key of a step":            {begin + "        em‸", "emotie systemen", "emotie: ‸"},
		"key of a step, blank":     {begin + "        ‸", "id kanalen doet denkt", "id: ‸"},
		"key before others":        {begin + "        ‸\n        doet: x\n        id: y\n", "kanalen denkt", "kanalen: [‸]"},
		"key with its colon":       {begin + "        em‸: 2", "emotie systemen", "emotie‸: 2"},
		"after a blank line":       {begin + "        doet: x\n\n        ‸", "id kanalen denkt", "id: ‸"},
		"deeper than all":          {begin + "            ‸", "", ""},
		"new step":                 {begin + "      ‸", "stap id", "- stap: ‸"},
		"new step, dash":           {begin + "      - ‸", "stap id", "- stap: ‸"},
		"new step, word":           {begin + "      - st‸", "stap systemen teksten", "- stap: ‸"},
		"nothing left":             {begin + "    ‸", "", ""},
		"emptied signals":          {begin + "        signalen:\n          ‸", "signaal bron", "- signaal: ‸"},
		"list of mappings":         {begin + "        sign‸", "signalen", "signalen:\n          - signaal: ‸"},
		"choice":                   {"klantreis: A\nvariant: ‸", "huidig gewenst", "variant: huidig‸"},
		"choice without a space":   {"klantreis: A\nvariant:‸", "huidig gewenst", "variant: huidig‸"},
		"choice, begun":            {"klantreis: A\nvariant: g‸\ngemeente: B\n", "gewenst huidig", "variant: gewenst‸"},
		"channel in brackets":      {begin + "        kanalen: [tele‸", "telefoon", "kanalen: [telefoon‸"},
		"own channel":              {begin + "        kanalen: [website, w‸]", "wijkkrant website", "kanalen: [website, wijkkrant‸]"},
		"channels, none yet":       {begin + "        kanalen: ‸", "wijkkrant telefoon", "kanalen: [wijkkrant‸]"},
		"channel on a line":        {begin + "        kanalen:\n          - bal‸", "balie", "- balie‸"},
		"channel, new line":        {begin + "        kanalen:\n          ‸", "wijkkrant telefoon", "- wijkkrant‸"},
		"source":                   {begin + "        signalen:\n          - signaal: x\n            bron: ‸", "kcc onze balie", "bron: kcc‸"},
		"source with a space":      {begin + "        signalen: [{signaal: x, bron: on‸}]", "onze balie", "signalen: [{signaal: x, bron: onze balie‸}]"},
		"sources in brackets":      {begin + "        signalen: [{signaal: x, bron: [kcc, ‸]}]", "kcc onze balie", ""},
		"step to go to":            {begin + "        naar:\n          - stap: ‸", "wachten belt", "- stap: wachten‸"},
		"flow in brackets":         {begin + "        naar: [{stap: b‸", "belt", "naar: [{stap: belt‸"},
		"one of two keys":          {begin + "        naar: [{stap: belt, ‸}]", "als aandeel", "naar: [{stap: belt, als: ‸}]"},
		"reason":                   {begin + "adviezen:\n  - advies: A\n    omdat: [‸]", "wanneer", "omdat: [wanneer‸]"},
		"reason, none yet":         {begin + "adviezen:\n  - advies: A\n    omdat: ‸", "wanneer", "omdat: [wanneer‸]"},
		"signal of an effect":      {begin + "adviezen:\n  - advies: A\n    effect: {signaal: ‸", "wanneer", "effect: {signaal: wanneer‸"},
		"status":                   {begin + "adviezen:\n  - advies: A\n    status: ger‸", "gerealiseerd", "status: gerealiseerd‸"},
		"status in quotes":         {begin + "adviezen:\n  - advies: A\n    status: \"ger‸\"", "gerealiseerd", "status: \"gerealiseerd‸\""},
		"file":                     {"klantreis: A\nbronnen:\n  kcc:\n    bestand: ‸", "brief één.txt signalen/kcc.csv", "bestand: brief één.txt‸"},
		"file, begun":              {"klantreis: A\nbronnen:\n  kcc:\n    bestand: sig‸", "signalen/kcc.csv", "bestand: signalen/kcc.csv‸"},
		"yes or no":                {begin + "        citaten: [{tekst: x, akkoord: ‸", "ja nee", "citaten: [{tekst: x, akkoord: ja‸"},
		"field of a column":        {"klantreis: A\nbronnen:\n  kcc:\n    kolommen: {tijdstip: Datum, te‸}", "tekst terugkoppeling teruggebeld", "kolommen: {tijdstip: Datum, tekst: ‸}"},
		"form of a denominator":    {"klantreis: A\nbronnen:\n  kcc:\n    noemer: {‸", "bron veld", "noemer: {bron: ‸"},
		"moment of a lead time":    {"klantreis: A\ndoorlooptijden:\n  - van: on‸", "ontvangen", "- van: ontvangen‸"},
		"free text":                {begin + "        doet: Kijkt ‸", "", ""},
		"text of more lines":       {begin + "        doet: |\n          st‸", "", ""},
		"in a comment":             {begin + "        # kan‸", "", ""},
		"behind a comment":         {begin + "        variant: x # g‸", "", ""},
		"a name of one's own":      {"klantreis: A\nbronnen:\n  ‸", "", ""},
		"behind a closed list":     {begin + "        kanalen: [website]‸", "", ""},
		"in a part that is no key": {"klantreis: A\nonzin:\n  ‸", "", ""},
		"windows line ends":        {"klantreis: A\r\nge‸\r\n", "gemeente eigenaar", "gemeente: ‸\r"},
		"byte order mark":          {"\ufeff‸", "", ""},
		"above a broken line":      {"klantreis: A\nvariant: ‸\nfasen:\n  - fase: [Een, \n   stappen\n", "huidig gewenst", "variant: huidig‸"},
		"below a broken line":      {"klantreis: A\nklant: {naam: \"Noor\n   en\nvariant: ‸\n", "huidig gewenst", "variant: huidig‸"},
	} {
		t.Run(name, func(t *testing.T) {
			src, place := withCursor(t, c.text)
			items := Complete(src, place, Options{Folder: folder})
			var labels []string
			for _, i := range items {
				labels = append(labels, i.Label)
			}
			if got := strings.Join(labels, " "); name != "byte order mark" && (!strings.HasPrefix(got+" ", c.labels+" ") && c.labels != "" || c.labels == "" && got != "") {
				t.Errorf("proposed %q, want %q first", got, c.labels)
			}
			if c.accepted == "" || len(items) == 0 {
				return
			}
			if got := accept(src, items[0]); got != c.accepted {
				t.Errorf("accepted:\n%s\nwant:\n%s", got, c.accepted)
			}
		})
	}
}

// accept gives the lines that a proposal changes, with the cursor, without the indentation of the first.
func accept(src []byte, i Item) string {
	text := []rune(i.Text)
	marked := i.Edit
	marked.Text = string(text[:i.Caret]) + "‸" + string(text[i.Caret:])
	out := string(Apply(src, marked))
	lines := strings.Split(out, "\n")[i.Start.Line-1:]
	return strings.TrimLeft(strings.Join(lines[:strings.Count(i.Text, "\n")+1], "\n"), " ")
}

// TestAcceptedIsSound types a journey by accepting proposals only: what an editor offers must be a file
// without faults of its own making.
func TestAcceptedIsSound(t *testing.T) {
	src := []byte(begin)
	steps := []string{"        ‸kanalen", "        ‸emotie"}
	for _, line := range steps {
		marked := string(src) + strings.Replace(line, "‸", "", 1) + "‸\n"
		text, place := withCursor(t, marked)
		items := Complete(text, place, Options{})
		if len(items) == 0 {
			t.Fatalf("nothing for %q", line)
		}
		src = Apply(text, items[0].Edit)
	}
	_, problems := journeys.Parse("a.yaml", src)
	for _, p := range problems {
		if p.Code == "yaml" || p.Code == "onbekende-sleutel" {
			t.Errorf("%v\n%s", p, src)
		}
	}
}

// FuzzAssist asks everything at every kind of place: nothing may panic, and what is proposed lies around the
// cursor.
func FuzzAssist(f *testing.F) {
	for _, src := range journeyFiles(f) {
		f.Add(src, 12, 9, "nieuw")
		f.Add(src[:len(src)/2], 30, 14, "x")
	}
	f.Add([]byte("a: [\"'{\n- - ? : &x *y |\n  > \t#"), 2, 3, "b")
	f.Fuzz(func(t *testing.T, src []byte, line, column int, to string) {
		place := Place{line, column}
		for _, i := range Complete(src, place, Options{}) {
			if i.Start.Line != i.End.Line || i.Start.Column > i.End.Column || i.Caret > len([]rune(i.Text)) {
				t.Errorf("%+v", i)
			}
		}
		if help, ok := Hover(src, place, Options{Lang: "en"}); ok && (help.Text == "" || help.Start.Line > help.End.Line) {
			t.Errorf("%+v", help)
		}
		Definition(src, place)
		Outline(src)
		if edits, err := Rename(src, place, to); err == nil {
			Apply(src, edits...)
		}
		_, problems := journeys.Parse("f.yaml", src)
		for i, p := range problems {
			if i == 20 {
				break
			}
			if r := Span(src, p.Pos); r.End.Line < r.Start.Line {
				t.Errorf("%v: %v", p.Pos, r)
			}
			Fix(src, p)
		}
		d := open(src)
		for _, at := range []int{0, len(src) / 2, len(src)} {
			if !utf8.Valid(src) || at < len(src) && !utf8.RuneStart(src[at]) {
				continue
			}
			if got := d.offset(d.place(at)); got > at || bytes.ContainsRune(src[got:at], '\n') {
				t.Errorf("offset %d became %d", at, got)
			}
		}
	})
}

// BenchmarkComplete is a keystroke in a long journey: an editor asks this at each.
func BenchmarkComplete(b *testing.B) {
	var long strings.Builder
	long.WriteString(begin)
	for i := range 1000 {
		fmt.Fprintf(&long, "      - stap: Stap %d\n        id: s%d\n        kanalen: [website]\n        naar: [{stap: wachten}]\n", i, i)
	}
	src, place := withCursor(b, long.String()+"        em‸")
	for b.Loop() {
		Complete(src, place, Options{})
	}
}
