package journeymap

import (
	"math"
	"slices"
	"strings"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
	"klantreis/journeys/language"
	"klantreis/render"
	"klantreis/render/drawing"
)

// smallest is the smallest group that is shown; bars of smaller ones stay empty as well.
const smallest = evidence.MinGroup

// topSignals is how many signals a step shows; the others are counted.
func (f form) topSignals() int {
	if f == partForm {
		return 3
	}
	return 2
}

// heardAt are the signals that were heard at a step, the most frequent first.
func (v *view) heardAt(i int) []evidence.Signal {
	var found []evidence.Signal
	for _, s := range v.steps[i].signals {
		if s.N > 0 {
			found = append(found, s)
		}
	}
	slices.SortStableFunc(found, func(a, b evidence.Signal) int { return b.N - a.N })
	return found
}

// hearCards list the most frequent signals of a step, each with its number and a bar.
func hearCards(v *view, i int, c *card) bool {
	c.kind = hearCard
	found := v.heardAt(i)
	top := v.form.topSignals()
	for k, s := range found[:min(top, len(found))] {
		if k > 0 {
			c.gap(7)
		}
		text := v.count(s.N)
		room := max(bodyStrong.width(text), 20) + 8
		y := c.box.H
		c.add(s.Title, body, ink, cardPadX, cardPadX+room)
		c.blocks = append(c.blocks, oneLine(c.box.W-cardPadX-room, y, room, text, bodyStrong, ink, drawing.End))
		c.box.H = max(c.box.H, y+bodyStrong.leading())
		share := 0.0
		if s.N >= smallest && v.heardTop > 0 {
			share = float64(s.N) / float64(v.heardTop)
		}
		c.gap(3)
		c.bars = append(c.bars, bar{box: drawing.Box{X: cardPadX, Y: c.box.H, W: c.box.W - 2*cardPadX, H: 4}, share: share, role: accent})
		c.gap(4)
		if sign := v.lang.Report().Sign(s.Course.Sign()); sign != "" {
			c.gap(2)
			c.add(sign, note, soft, cardPadX, cardPadX)
		}
		c.spot(y, render.BackingSignal, s.ID)
	}
	if more := len(found) - top; more > 0 {
		c.gap(3)
		c.add("+ "+v.words.MoreSignals.Of(more, v.lang.Int(more)), note, soft, cardPadX, cardPadX)
	}
	return len(c.blocks) > 0
}

func wellCards(v *view, i int, c *card) bool {
	c.kind = wellCard
	return markedItems(c, v.steps[i].GoesWell, iconCheck, good)
}

func painCards(v *view, i int, c *card) bool {
	c.kind = painCard
	return markedItems(c, v.steps[i].PainPoints, iconPain, bad)
}

func arenaCards(v *view, i int, c *card) bool {
	c.kind = arenaCard
	var items []string
	for _, b := range v.steps[i].arena {
		items = append(items, language.Redact(b.Text))
	}
	return markedItems(c, items, "arena", accent)
}

// markedItems are texts with a sign before each. They were typed, so no number of signals stands
// with them: that would make them look measured.
func markedItems(c *card, items []string, ic icon, r role) bool {
	for _, item := range items {
		if len(c.blocks) > 0 {
			c.gap(4)
		}
		y, before := c.box.H, len(c.blocks)
		c.add(item, body, ink, cardPadX+22, cardPadX)
		if len(c.blocks) > before {
			c.marks = append(c.marks, mark{icon: ic, box: drawing.Box{X: cardPadX, Y: y, W: 16, H: 16}, role: r})
		}
	}
	return len(c.blocks) > 0
}

func humanCards(v *view, i int, c *card) bool {
	c.kind = humanCard
	return markedItems(c, []string{v.steps[i].HumanContact}, iconHuman, good)
}

// leadCards show how long it takes: the spread as a bar from the tenth to the ninetieth
// percentile with the median on it, the promise as a flag.
func leadCards(v *view, i int, c *card) bool {
	c.kind = leadCard
	for k, lt := range v.steps[i].leads {
		if k > 0 {
			c.gap(12)
		}
		top := c.box.H
		c.add(lt.Title, bodyStrong, ink, cardPadX, cardPadX)
		c.gap(3)
		switch {
		case lt.Missing != "" || lt.N == 0:
			c.add(v.words.NotMeasured, note, soft, cardPadX, cardPadX)
			continue
		case lt.N < smallest:
			c.add(v.words.TooFewCases, note, soft, cardPadX, cardPadX)
			continue
		}
		c.gap(3)
		box := drawing.Box{X: cardPadX, Y: c.box.H, W: c.box.W - 2*cardPadX, H: 18}
		spread := lt.Spread
		most := spread.P90.Value
		if !spread.P90.Known {
			most = spread.Longest
		}
		end := math.Max(math.Max(most, float64(lt.Promise)), 1)
		at := func(days float64) float64 { return box.W * math.Max(0, math.Min(1, days/end)) }
		r := rangeBar{box: box, low: at(spread.P10.Value), mid: at(spread.P50.Value), high: at(most), promise: -1}
		if !spread.P50.Known {
			r.mid = r.high
		}
		if lt.Promised {
			r.promise = at(float64(lt.Promise))
		}
		c.ranges = append(c.ranges, r)
		c.gap(box.H + 5)
		pairs := [][2]string{{v.words.Half, v.reached(lt, spread.P50)}, {v.words.NineOfTen, v.reached(lt, spread.P90)}}
		if lt.Promised {
			pairs = append(pairs, [2]string{v.words.Promised, v.days(float64(lt.Promise), lt.Working)})
			if spread.Within.Known {
				pairs = append(pairs, [2]string{v.words.Kept, v.lang.Percent(spread.Within.Value)})
			}
		}
		c.pairs(pairs)
		c.add("n = "+v.count(lt.N)+" "+v.words.CaseNoun.Many, note, soft, cardPadX, cardPadX)
		c.spot(top, render.BackingLeadTime, lt.ID)
	}
	return len(c.blocks) > 0
}

// reached writes a percentile, or that too many cases are still open to know it.
func (v *view) reached(lt evidence.LeadTime, days evidence.Count) string {
	if !days.Known {
		return "> " + v.days(lt.Spread.Longest, lt.Working)
	}
	return v.days(days.Value, lt.Working)
}

// days writes a number of days with at most one decimal.
func (v *view) days(d float64, working bool) string {
	decimals := 0
	if math.Abs(d-math.Round(d)) >= 0.05 {
		decimals = 1
	}
	noun := v.words.Day
	if working {
		noun = v.words.WorkingDay
	}
	shown := v.lang.Number(d, decimals)
	return noun.Of(int(d), shown)
}

// dropOutCards show which share of the customers stops here, and why.
func dropOutCards(v *view, i int, c *card) bool {
	c.kind = dropOutCard
	exits := v.steps[i].exits
	if len(exits) == 0 {
		return false
	}
	total, stated := 0.0, false
	for _, e := range exits {
		if e.Share != nil {
			total, stated = total+math.Max(0, math.Min(1, *e.Share)), true
		}
	}
	v.flatDropOut(c, exits, total, stated)
	return true
}

// flatDropOut stands the bar next to what it tells of.
func (v *view) flatDropOut(c *card, exits []journeys.Flow, total float64, stated bool) {
	const tall, thick, left = 42.0, 30.0, cardPadX + 30 + 12.0
	y := c.box.H
	foot := drawing.Box{X: cardPadX, Y: y, W: thick, H: tall}
	if stated {
		c.bars = append(c.bars, bar{box: foot, share: math.Min(1, total) / v.mostDropOut(), role: bad, up: true})
		c.add(v.lang.Percent(total), valueText, bad, left, cardPadX)
	} else {
		c.marks = append(c.marks, mark{icon: iconExit, box: drawing.Box{X: foot.X + 3, Y: y + 8, W: 24, H: 24}, role: bad})
	}
	for _, e := range exits {
		c.add(v.exitText(e, stated, len(exits)), note, ink, left, cardPadX)
	}
	if !stated {
		c.add(v.words.UnknownShare, note, soft, left, cardPadX)
	}
	c.box.H = math.Max(c.box.H, y+tall)
}

// exitText tells why customers stop, and how many of them where that does not stand with the bar.
func (v *view) exitText(e journeys.Flow, stated bool, exits int) string {
	text := apart(e.DropOut)
	switch {
	case e.Share == nil && stated:
		text += " (" + v.words.UnknownShare + ")"
	case e.Share != nil && exits > 1:
		text += " (" + v.lang.Percent(math.Max(0, math.Min(1, *e.Share))) + ")"
	}
	return text
}

// mostDropOut is the full height of a bar: the largest share of drop-outs at any step of the
// journey, but no less than a quarter, so that few drop-outs look like few.
func (v *view) mostDropOut() float64 {
	most := 0.25
	for _, s := range v.all {
		total := 0.0
		for _, e := range s.exits {
			if e.Share != nil {
				total += math.Max(0, math.Min(1, *e.Share))
			}
		}
		most = math.Max(most, math.Min(1, total))
	}
	return most
}

// adviceCards are the gifts for a step, each with its number and what it rests on.
func adviceCards(v *view, i int, c *card) bool {
	most := 4 // the rest is in the report
	if v.form != partForm {
		most = 3
	}
	c.kind = adviceCard
	advice := v.steps[i].advice
	for k, a := range advice[:min(len(advice), most)] {
		if k > 0 {
			c.gap(8)
		}
		y := c.box.H
		c.marks = append(c.marks, mark{icon: iconGift, box: drawing.Box{X: cardPadX - 1, Y: y, W: 30, H: 30}, role: accent, text: v.lang.Int(a.number)})
		c.add(a.advice.Title, bodyStrong, ink, cardPadX+44, cardPadX)
		c.add(v.basis(a), note, soft, cardPadX+44, cardPadX)
		if effect := v.lang.Report().EffectShort(a.basis.Effect); effect != "" {
			c.add(effect, note, ink, cardPadX+44, cardPadX)
		}
		c.box.H = max(c.box.H, y+30)
		c.spot(y, render.BackingAdvice, a.advice.ID)
	}
	if more := len(advice) - most; more > 0 {
		c.gap(8)
		c.add("+ "+v.words.MoreAdvice.Of(more, v.lang.Int(more)), note, soft, cardPadX, cardPadX)
	}
	return len(c.marks) > 0
}

// adviceNumbers refers to the advice of a step by its numbers, for a document that tells it in full.
func adviceNumbers(v *view, i int, c *card) bool {
	var numbers []string
	for _, a := range v.steps[i].advice {
		numbers = append(numbers, v.lang.Int(a.number))
	}
	if len(numbers) == 0 {
		return false
	}
	c.kind = adviceCard
	return markedItems(c, []string{v.lang.Report().AdviceNumbers(v.lang.Story().Join(numbers))}, iconGift, accent)
}

// basis tells what an advice rests on, in one line.
func (v *view) basis(a adviceView) string {
	if !a.basis.Evidence {
		return v.words.Assumption
	}
	var parts []string
	for _, r := range a.basis.Reasons {
		if text := v.lang.Reason(r, v.count(r.N)); !slices.Contains(parts, text) {
			parts = append(parts, text)
		}
	}
	return strings.Join(parts, " · ")
}
