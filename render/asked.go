package render

import "slices"

// asked is the advice that is to be decided on, in the order to decide in: what rests on evidence
// before what is assumed, and of those most gain for least effort first. The numbers stay what they are.
func (c *composer) asked() []numbered {
	open := slices.DeleteFunc(c.numbered(), func(n numbered) bool { return !n.asked() })
	slices.SortStableFunc(open, c.evidenceFirst)
	return open
}

func (c *composer) evidenceFirst(a, b numbered) int {
	switch x, y := c.ev.AdviceOf(a.ID).Evidence, c.ev.AdviceOf(b.ID).Evidence; {
	case x == y:
		return 0
	case x:
		return -1
	}
	return 1
}

// named is the title of an advice; what rests on nothing says so, until it was measured what it gave.
func (c *composer) named(n numbered) string {
	if e := c.ev.AdviceOf(n.ID); !e.Evidence && !e.Effect.Measured {
		return n.Title + " (" + c.w.Assumption + ")"
	}
	return n.Title
}

// gives is what an advice is expected to give.
func (c *composer) gives(n numbered) string {
	if n.Expected == "" {
		return "–"
	}
	return n.Expected
}

// saysTeam is what goes well where nothing of that was measured. Nothing where nobody filled it in: who makes
// the gift is told (toon-geen-compliment), not who gets it.
func (c *composer) saysTeam() []Block {
	if good := c.valued(3); len(good) > 0 {
		return []Block{Heading{c.w.Valued}, List{Items: good, Tone: Positive}}
	}
	return nil
}
