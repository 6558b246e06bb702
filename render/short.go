package render

import (
	"math"
	"slices"
	"strings"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
	"klantreis/render/words"
)

// ComposeShort tells the advice on one side of paper, in versions that tell less and less: a format
// takes the first one that fits. The last one is so short that it always does. A nil owner is
// everybody.
func ComposeShort(j *journeys.Journey, ev *evidence.Evidence, lang words.Lang, owner *Owner) []Report {
	c := composer{j: j, ev: ev, lang: lang, w: lang.Report(), story: lang.Story(), only: owner}
	name := j.Owner
	if owner != nil {
		name = owner.Name
	}
	var all []Report
	versions := []shortness{{advice: 5}, {advice: 4}, {advice: 4, noGood: true}, {advice: 3, noGood: true, letters: 160}, {advice: 2, noGood: true, oneClaim: true, letters: 90}}
	if n := len(c.numbered()); n > 0 && n <= fewAdvice {
		versions = append([]shortness{{advice: n, cards: true}}, versions...)
	}
	for _, m := range versions {
		r := c.head(name)
		r.Title, r.Owner, r.Author, r.Municipality = m.cut(r.Title), m.cut(r.Owner), m.cut(r.Author), m.cut(r.Municipality)
		r.Sections = []Section{{ID: "kort", Title: r.Title, Kind: Summary, Blocks: m.cutAll(c.short(m))}}
		all = append(all, r)
	}
	return all
}

// shortness is how little a version tells. Letters bounds each text; zero: no bound.
type shortness struct {
	advice, letters  int
	noGood, oneClaim bool
	cards            bool // each advice as a card, where there are few
}

// fewAdvice is the number of advices that are told as cards.
const fewAdvice = 2

func (c *composer) short(m shortness) []Block {
	w := c.story
	var blocks []Block
	for _, claim := range c.shortClaims(m.oneClaim) {
		blocks = append(blocks, claim)
	}
	if step := c.lowest(); step != nil {
		if quotes := c.quotes(step); len(quotes) > 0 {
			blocks = append(blocks, quotes[0])
		}
	}
	if good := c.valued(2); len(good) > 0 && !m.noGood && len(c.valuedClaims()) == 0 {
		blocks = append(blocks, Heading{c.w.Valued}, List{Items: good, Tone: Positive})
	}
	if m.cards {
		blocks = append(blocks, Heading{w.OurAdvice})
		for _, n := range c.numbered() {
			blocks = append(blocks, c.card(n.number, n.Advice))
		}
		return append(blocks, Prose{w.ShortBasis(c.sourceList(), c.lang.Period(c.ev.Period))})
	}
	blocks = append(blocks, c.shortAdvice(m.advice)...)
	if better := c.better(); len(better) > 0 {
		blocks = append(blocks, Heading{w.AlreadyBetter}, List{Items: better[:1], Tone: Positive})
	}
	return append(blocks, Prose{w.ShortBasis(c.sourceList(), c.lang.Period(c.ev.Period))})
}

// shortClaims are the best moment and the worst, and what is heard most.
func (c *composer) shortClaims(one bool) []Claim {
	var claims []Claim
	if step := c.lowest(); step != nil {
		claim := c.briefFeeling(step)
		claim.Text = c.hurts(step) + ": " + step.Title
		claims = append(claims, claim)
	}
	if one && len(claims) > 0 {
		return claims
	}
	if valued := c.valuedClaims(); len(valued) > 0 {
		claims = append(valued[:1:1], claims...)
	}
	if top := shown(c.ev); len(top) > 0 {
		claim := c.briefClaim(top[0])
		claim.Text = c.w.HeardMost + ": " + claim.Text
		claims = append(claims, claim)
	}
	return claims
}

// shortAdvice is what we ask, open advice first, then what is on its way; the rest is counted.
func (c *composer) shortAdvice(most int) []Block {
	w := c.story
	all := c.numbered()
	if len(all) == 0 {
		return []Block{Heading{w.Asks}, Callout{Text: c.w.NoAdvice, Tone: Attention}}
	}
	slices.SortStableFunc(all, func(a, b numbered) int {
		rank := func(n numbered) int {
			switch {
			case n.asked():
				return 0
			case n.Closed(), n.Status == "niet-overgenomen":
				return 2
			}
			return 1
		}
		if a.asked() && b.asked() {
			return c.evidenceFirst(a, b)
		}
		return rank(a) - rank(b)
	})
	t := Table{Columns: []Column{{Title: w.ColAdvice}, {Title: w.ColGives}, {Title: w.ColSize}, {Title: w.ColOwner}, {Title: w.ColStatus}}}
	for _, n := range all[:min(len(all), most)] {
		t.Rows = append(t.Rows, []string{c.lang.Int(n.number) + "  " + c.named(n), c.gave(n), c.sizes(n), ownerOf(c.j, n.Advice), words.Unbroken(c.w.Statuses[n.Status])})
	}
	blocks := []Block{Heading{w.OurAdvice}, t}
	if rest := len(all) - most; rest > 0 {
		blocks = append(blocks, Prose{w.InWholeReport(rest)})
	}
	return blocks
}

// gave is what an advice gave where that was measured, and otherwise what it is expected to give.
func (c *composer) gave(n numbered) string {
	e := c.ev.AdviceOf(n.ID).Effect
	switch {
	case !e.Measured:
		return c.gives(n)
	case e.Verdict == evidence.TooEarly && n.Expected != "":
		return n.Expected + " (" + c.lang.Gave(string(e.Verdict), "") + ")"
	}
	return c.lang.Gave(string(e.Verdict), c.lang.Percent(math.Abs(e.Ratio-1)))
}

// sourceList names the sources with the number of signals that could count.
func (c *composer) sourceList() string {
	var names []string
	for _, s := range c.ev.Sources {
		if !s.Aside && !s.Missing {
			names = append(names, s.Name+" ("+c.lang.Count(s.InUse(), evidence.MinGroup)+")")
		}
	}
	return strings.Join(names, ", ")
}

// cut shortens a text between words.
func (m shortness) cut(s string) string {
	letters := []rune(s)
	if m.letters == 0 || len(letters) <= m.letters {
		return s
	}
	short := string(letters[:m.letters])
	if at := strings.LastIndexByte(short, ' '); at > len(short)/2 {
		short = short[:at]
	}
	return strings.TrimRight(short, " ,;:.") + "…"
}

// cutAll shortens the texts of blocks; headings and the basis of claims are the program's own.
func (m shortness) cutAll(blocks []Block) []Block {
	if m.letters == 0 {
		return blocks
	}
	for i, b := range blocks {
		switch v := b.(type) {
		case Claim:
			v.Text, v.Basis = m.cut(v.Text), m.cut(v.Basis)
			blocks[i] = v
		case Quote:
			v.Text, v.Source = m.cut(v.Text), m.cut(v.Source)
			blocks[i] = v
		case List:
			for k := range v.Items {
				v.Items[k] = shortness{letters: 2 * m.letters}.cut(v.Items[k])
			}
		case Table:
			for _, row := range v.Rows {
				for k := range row {
					row[k] = m.cut(row[k])
				}
			}
		case Prose:
			v.Text = shortness{letters: 3 * m.letters}.cut(v.Text)
			blocks[i] = v
		}
	}
	return blocks
}
