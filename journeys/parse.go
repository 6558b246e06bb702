package journeys

import (
	"bytes"
	"errors"
	"io"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// Parse reads a klantreis file and checks everything that can be known without looking at other
// files (see CheckFiles for those). It returns every fault it finds, in file order; the journey
// is never nil, and complete when there are no errors. The name is used in positions and for
// the journey's id.
func Parse(name string, src []byte) (*Journey, Problems) {
	j := &Journey{Path: name, ID: IDFromPath(name)}
	d := &decoder{file: name}
	root := d.document(src)
	if root == nil {
		return j, d.problems.Sorted()
	}
	d.journey(root, j)
	if d.stopped { // the rest was not read, so that nothing more can be said of it
		return j, d.problems.Sorted().withCode("te-veel-waarden")
	}
	d.problems = append(d.problems, check(j)...)
	return j, d.problems.Sorted().atMost(maxProblems)
}

// maxProblems is more than anyone reads; a file with more faults has one cause.
const maxProblems = 1000

// IDFromPath gives the id of a journey: the name of its folder when the file is called
// klantreis.yaml, otherwise the file's own name without ending.
func IDFromPath(path string) string {
	path = strings.ReplaceAll(path, `\`, "/")
	base := filepath.Base(filepath.FromSlash(path))
	name := strings.TrimSuffix(base, filepath.Ext(base))
	if base == "klantreis.yaml" || base == "klantreis.yml" {
		if dir := filepath.Base(filepath.Dir(filepath.FromSlash(path))); Slug(dir) != "" {
			return dir
		}
	}
	if Slug(name) == "" { // standard input, or a name of signs only
		return "klantreis"
	}
	return name
}

// document turns the bytes into the root node of the one YAML document, or reports why it
// cannot.
func (d *decoder) document(src []byte) *yaml.Node {
	at := func(line, column int) Pos { return Pos{d.file, line, column} }
	if len(src) > MaxFileSize {
		d.problems.add(at(0, 0), Error, "bestand-te-groot", len(src)>>20, MaxFileSize>>20)
		return nil
	}
	if !utf8.Valid(src) {
		d.badEncoding(src)
		return nil
	}
	src = bytes.TrimPrefix(src, []byte("\ufeff"))
	reader := yaml.NewDecoder(bytes.NewReader(shield(src)))
	var doc, second yaml.Node
	if err := reader.Decode(&doc); err != nil {
		if errors.Is(err, io.EOF) {
			d.problems.add(at(1, 1), Error, "leeg-bestand")
		} else {
			d.syntax(src, err)
		}
		return nil
	}
	if err := reader.Decode(&second); err == nil {
		d.problems.add(at(second.Line, second.Column), Error, "twee-documenten")
	} else if !errors.Is(err, io.EOF) {
		d.syntax(src, err)
		return nil
	}
	if len(doc.Content) == 0 || isNull(doc.Content[0]) {
		d.problems.add(at(1, 1), Error, "leeg-bestand")
		return nil
	}
	unshield(doc.Content[0])
	return doc.Content[0]
}

// shielded stands for a question mark while yaml.v3 reads. Inside { } and [ ] it ends a plain
// text at a question mark, so that {signaal: Wanneer betaald?, id: x} would be a fault; YAML 1.2
// and every author mean the text.
const shielded = '\ue03f'

// shield replaces each question mark that follows a letter or the like; one that YAML could take
// for the mark of a complex key stands behind white space, a bracket or a comma.
func shield(src []byte) []byte {
	if !bytes.ContainsRune(src, '?') || bytes.ContainsRune(src, shielded) {
		return src
	}
	var out bytes.Buffer
	before := byte('\n')
	for _, c := range src {
		if c == '?' && strings.IndexByte(" \t\r\n[]{},", before) < 0 {
			out.WriteRune(shielded)
		} else {
			out.WriteByte(c)
		}
		before = c
	}
	return out.Bytes()
}

func unshield(n *yaml.Node) {
	n.Value = strings.ReplaceAll(n.Value, string(shielded), "?")
	for _, c := range n.Content {
		unshield(c)
	}
}

// badEncoding reports the first places that are not UTF-8, at most ten.
func (d *decoder) badEncoding(src []byte) {
	found := 0
	for number, line := range bytes.Split(src, []byte("\n")) {
		column := 1
		for rest := line; len(rest) > 0; column++ {
			r, n := utf8.DecodeRune(rest)
			if r == utf8.RuneError && n == 1 {
				d.problems.add(Pos{d.file, number + 1, column}, Error, "geen-utf8")
				found++
				break
			}
			rest = rest[n:]
		}
		if found == 10 {
			return
		}
	}
}

var yamlLine = regexp.MustCompile(`line (\d+): (.*)`)

// syntax explains a fault that the YAML parser stumbled over. Tabs used for indentation are by
// far the most frequent cause, and are all pointed at.
func (d *decoder) syntax(src []byte, err error) {
	lines := strings.Split(string(src), "\n")
	tabs := 0
	for i, line := range lines {
		lead := line[:len(line)-len(strings.TrimLeft(line, " \t"))]
		if k := strings.IndexByte(lead, '\t'); k >= 0 && strings.TrimSpace(line) != "" {
			d.problems.add(Pos{d.file, i + 1, k + 1}, Error, "tab")
			if tabs++; tabs == 20 {
				break
			}
		}
	}
	if tabs > 0 {
		return
	}
	number, what := 1, strings.TrimPrefix(err.Error(), "yaml: ")
	if m := yamlLine.FindStringSubmatch(err.Error()); m != nil {
		number, _ = strconv.Atoi(m[1])
		what = m[2]
	}
	number = max(1, min(number, len(lines)))
	column := len(lines[number-1]) - len(strings.TrimLeft(lines[number-1], " ")) + 1
	pos := Pos{d.file, number, column}
	if m := unknownAnchor.FindStringSubmatch(what); m != nil { // the parser does not tell where
		if i := strings.Index(string(src), "*"+m[1]); i >= 0 {
			pos = placeOf(d.file, src, i)
		}
	} else if strings.Contains(what, "',' or") { // it tells where the list began, at best
		if i := openBracket(src); i >= 0 {
			pos = placeOf(d.file, src, i)
		}
	}
	d.problems.add(pos, Error, "yaml", term(explain(what)), what)
}

var unknownAnchor = regexp.MustCompile(`unknown anchor '(.*)' referenced`)

// placeOf turns a byte offset into a position.
func placeOf(file string, src []byte, offset int) Pos {
	before := src[:offset]
	line := bytes.Count(before, []byte("\n")) + 1
	return Pos{file, line, utf8.RuneCount(before[bytes.LastIndexByte(before, '\n')+1:]) + 1}
}

// openBracket finds the [ or { that is still open where a line begins with a key again, or at
// the end; −1 when all are closed. Quoted texts and comments are passed over.
func openBracket(src []byte) int {
	var open []int
	quote := byte(0)
	for i, c := range src {
		lineStart := i == 0 || src[i-1] == '\n'
		switch {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case lineStart && len(open) > 0 && c != ' ' && c != '\n' && c != '\r' && c != ']' && c != '}':
			return open[0]
		case c == '#' && (lineStart || src[i-1] == ' '):
			quote = '\n'
		case (c == '"' || c == '\'') && (lineStart || strings.IndexByte(" [{,:", src[i-1]) >= 0):
			quote = c
		case c == '[' || c == '{':
			open = append(open, i)
		case (c == ']' || c == '}') && len(open) > 0:
			open = open[:len(open)-1]
		}
	}
	if len(open) > 0 {
		return open[0]
	}
	return -1
}

// explain puts the parser's own words into a colleague's. The keys are the texts of yaml.v3.
func explain(what string) string {
	for _, e := range []struct{ part, meaning string }{
		{"mapping values are not allowed", "hier staat een dubbele punt die YAML niet verwacht; zet de tekst tussen aanhalingstekens of controleer het inspringen"},
		{"did not find expected key", "het inspringen klopt hier niet, of een aanhalingsteken is niet gesloten"},
		{"did not find expected '-' indicator", "het inspringen van de lijst klopt hier niet"},
		{"did not find expected ',' or ']'", "een lijst met [ ] is niet gesloten, of er mist een komma; een tekst met , ? : of # erin hoort tussen aanhalingstekens"},
		{"did not find expected ',' or '}'", "een blok met { } is niet gesloten, of er mist een komma; een tekst met , ? : of # erin hoort tussen aanhalingstekens"},
		{"could not find expected ':'", "na deze sleutel mist een dubbele punt"},
		{"found unexpected end of stream", "een aanhalingsteken of haakje is nergens gesloten"},
		{"found character that cannot start any token", "deze regel begint met een teken dat in YAML een betekenis heeft; zet de tekst tussen aanhalingstekens"},
		{"unknown anchor", "hier wordt met * verwezen naar iets dat er niet is; zet de tekst tussen aanhalingstekens als het sterretje bij de tekst hoort"},
		{"control characters are not allowed", "hier staat een onzichtbaar stuurteken; typ de regel opnieuw"},
		{"exceeded max depth", "dit is te diep genest"},
	} {
		if strings.Contains(what, e.part) {
			return e.meaning
		}
	}
	return "dit is geen geldige YAML"
}

func (d *decoder) journey(n *yaml.Node, j *Journey) {
	j.Node = d.mapping(n, "de klantreis",
		must("klantreis", d.text("klantreis", &j.Title)),
		may("gemeente", d.text("gemeente", &j.Municipality)),
		may("eigenaar", d.text("eigenaar", &j.Owner)),
		may("opgesteld", d.date("opgesteld", &j.Date)),
		may("opsteller", d.text("opsteller", &j.Author)),
		may("periode", func(n *yaml.Node) { d.period(n, &j.Period) }),
		may("samenvatting", d.text("samenvatting", &j.Summary)),
		may("variant", d.choice("variant", &j.Variant, variants())),
		may("huisstijl", d.path("huisstijl", &j.HouseStyle)),
		may("kanalen-eigen", func(n *yaml.Node) { d.ownChannels(n, j) }),
		may("klant", func(n *yaml.Node) { d.persona(n, &j.Persona) }),
		may("bronnen", func(n *yaml.Node) { d.sources(n, j) }),
		must("fasen", func(n *yaml.Node) { d.phases(n, j) }),
		may("metingen", func(n *yaml.Node) { d.metrics(n, j) }),
		may("doorlooptijden", func(n *yaml.Node) { d.leadTimes(n, j) }),
		may("arenas", func(n *yaml.Node) { d.arenas(n, j) }),
		may("adviezen", func(n *yaml.Node) { d.advice(n, j) }),
	)
}

func (d *decoder) period(n *yaml.Node, p *Period) {
	p.Node = d.mapping(n, "periode",
		may("van", d.date("van", &p.From)),
		may("tot", d.date("tot", &p.To)),
	)
}

func (d *decoder) persona(n *yaml.Node, p *Persona) {
	p.Node = d.mapping(n, "klant",
		may("naam", d.text("naam", &p.Name)),
		may("situatie", d.text("situatie", &p.Situation)),
		may("doel", d.text("doel", &p.Goal)),
		may("citaat", d.text("citaat", &p.Quote)),
	)
}

func (d *decoder) ownChannels(n *yaml.Node, j *Journey) {
	d.names(n, "kanalen-eigen", Shape{Names: ThingChannel, Filled: true}, func(key, value *yaml.Node) {
		c := OwnChannel{Name: key.Value, Pos: d.pos(key)}
		d.text(key.Value, &c.Icon)(value)
		j.OwnChannels = append(j.OwnChannels, c)
	})
}

func (d *decoder) phases(n *yaml.Node, j *Journey) {
	d.list(n, "fasen", func(n *yaml.Node) {
		var p Phase
		p.Node = d.mapping(n, "een fase",
			must("fase", d.text("fase", &p.Title)),
			may("stappen", func(n *yaml.Node) {
				d.list(n, "stappen", func(n *yaml.Node) { p.Steps = append(p.Steps, d.step(n)) })
			}),
		)
		j.Phases = append(j.Phases, p)
	})
}

func (d *decoder) step(n *yaml.Node) Step {
	var s Step
	s.Node = d.mapping(n, "een stap",
		must("stap", d.title("stap", &s.Title, ThingStep)),
		may("id", d.id(&s.ID)),
		may("kanalen", d.textsOf("kanalen", &s.Channels, Shape{Kind: KindText, Known: Channels(), Refers: []Thing{ThingChannel}})),
		may("doet", d.text("doet", &s.Does)),
		may("denkt", d.text("denkt", &s.Thinks)),
		may("emotie", d.between("emotie", &s.Emotion, -2, 2)),
		may("gaat-goed", d.texts("gaat-goed", &s.GoesWell)),
		may("pijnpunten", d.texts("pijnpunten", &s.PainPoints)),
		may("achter-de-schermen", d.texts("achter-de-schermen", &s.Backstage)),
		may("systemen", d.texts("systemen", &s.Systems)),
		may("teksten", d.textsOf("teksten", &s.Texts, Shape{Kind: KindText, File: true})),
		may("menselijk-contact", d.text("menselijk-contact", &s.HumanContact)),
		may("signalen", func(n *yaml.Node) {
			d.list(n, "signalen", func(n *yaml.Node) { s.Selectors = append(s.Selectors, d.selector(n)) })
		}),
		may("citaten", func(n *yaml.Node) {
			d.list(n, "citaten", func(n *yaml.Node) { s.Quotes = append(s.Quotes, d.quote(n)) })
		}),
		may("notities", d.text("notities", &s.Notes)),
		may("naar", func(n *yaml.Node) {
			d.list(n, "naar", func(n *yaml.Node) { s.Next = append(s.Next, d.flow(n)) })
		}),
	)
	if s.ID == "" {
		s.ID = Slug(s.Title)
	}
	return s
}

func (d *decoder) selector(n *yaml.Node) Selector {
	var s Selector
	s.Node = d.mapping(n, "een signaal",
		must("signaal", d.title("signaal", &s.Title, ThingSignal)),
		may("id", d.id(&s.ID)),
		must("bron", d.textOrTexts("bron", &s.Sources, Shape{Kind: KindText, Refers: []Thing{ThingSource}})),
		may("onderwerp", d.text("onderwerp", &s.Topic)),
		may("woorden", d.texts("woorden", &s.Words)),
		may("zonder", d.texts("zonder", &s.Without)),
		may("kanaal", d.textOf("kanaal", &s.Channel, Shape{Kind: KindText, Known: Channels(), Refers: []Thing{ThingChannel}})),
		may("cijfer", func(n *yaml.Node) {
			s.Score = &ScoreRange{}
			s.Score.Node = d.mapping(n, "cijfer",
				may("van", d.optionalNumber("van", &s.Score.From)),
				may("tot", d.optionalNumber("tot", &s.Score.To)))
		}),
		may("aard", d.choice("aard", &s.Nature, Natures())),
	)
	if s.ID == "" {
		s.ID = Slug(s.Title)
	}
	return s
}

func (d *decoder) quote(n *yaml.Node) Quote {
	var q Quote
	q.Node = d.mapping(n, "een citaat",
		must("tekst", d.text("tekst", &q.Text)),
		may("bron", d.reference("bron", &q.Source, ThingSource)),
		may("akkoord", d.yesNo("akkoord", &q.Approved)),
	)
	return q
}

func (d *decoder) flow(n *yaml.Node) Flow {
	var f Flow
	f.Node = d.mapping(n, "naar",
		may("stap", d.reference("stap", &f.To, ThingStep)),
		may("afhaken", d.text("afhaken", &f.DropOut)),
		may("als", d.text("als", &f.When)),
		may("aandeel", d.optionalShare("aandeel", &f.Share)),
		oneOf(flowEnds()...),
	)
	return f
}

// flowEnds are the keys of which a flow has one: where it leads.
func flowEnds() []string { return []string{"stap", "afhaken"} }
