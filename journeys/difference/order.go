package difference

import "klantreis/journeys"

// stepPair joins a step of the one journey with that of the other; −1: not there. Indices count
// over the whole journey.
type stepPair struct {
	before, after int
	moved         bool
}

// flat is a journey's steps in one row, with the index of each one's phase.
type flat struct {
	steps  []*journeys.Step
	phases []int
}

func flatten(j *journeys.Journey) flat {
	var f flat
	for p := range j.Phases {
		for s := range j.Phases[p].Steps {
			f.steps = append(f.steps, &j.Phases[p].Steps[s])
			f.phases = append(f.phases, p)
		}
	}
	return f
}

// matchPhases gives for each phase of after the index of the same one in before, or −1: first by
// title, then by the steps that they share, when that is at least half of the smaller one.
func matchPhases(before, after *journeys.Journey) []int {
	match := make([]int, len(after.Phases))
	used := make([]bool, len(before.Phases))
	for a := range after.Phases {
		match[a] = -1
		for b := range before.Phases {
			if !used[b] && journeys.FoldSpace(before.Phases[b].Title) == journeys.FoldSpace(after.Phases[a].Title) {
				match[a], used[b] = b, true
				break
			}
		}
	}
	home := map[string]int{}
	for b, p := range before.Phases {
		for _, s := range p.Steps {
			home[s.ID] = b
		}
	}
	for a, p := range after.Phases {
		if match[a] >= 0 {
			continue
		}
		shared := make([]int, len(before.Phases))
		for _, s := range p.Steps {
			if b, ok := home[s.ID]; ok && !used[b] {
				shared[b]++
			}
		}
		best := -1
		for b, n := range shared {
			smaller := min(len(p.Steps), len(before.Phases[b].Steps))
			if n > 0 && 2*n >= smaller && (best < 0 || n > shared[best]) {
				best = b
			}
		}
		if best >= 0 {
			match[a], used[best] = best, true
		}
	}
	return match
}

// matchSteps pairs the steps by id, in the order of after, followed by those that are only in
// before. Of steps that stayed, as few as possible are called moved: those outside the longest
// run that kept its order, and those that went to another phase.
func matchSteps(before, after *journeys.Journey, phases []int) []stepPair {
	b, a := flatten(before), flatten(after)
	places := map[string][]int{}
	for i, s := range b.steps {
		places[s.ID] = append(places[s.ID], i)
	}
	var pairs []stepPair
	var kept []int // indices in pairs
	gone := make([]bool, len(b.steps))
	for i, s := range a.steps {
		p := stepPair{before: -1, after: i}
		if at := places[s.ID]; len(at) > 0 {
			p.before, places[s.ID] = at[0], at[1:]
			p.moved = phases[a.phases[i]] != b.phases[p.before]
			gone[p.before] = true
			kept = append(kept, len(pairs))
		}
		pairs = append(pairs, p)
	}
	stays := longestRun(len(b.steps), kept, pairs)
	for k, i := range kept {
		pairs[i].moved = pairs[i].moved || !stays[k]
	}
	for i := range b.steps {
		if !gone[i] {
			pairs = append(pairs, stepPair{before: i, after: -1})
		}
	}
	return pairs
}

// longestRun finds which of the kept pairs form the longest run with rising places in before; of
// runs that are equally long, the one with most steps that kept their phase. It runs in n log n,
// with a tree that knows the best run that ends at or before a place.
func longestRun(places int, kept []int, pairs []stepPair) []bool {
	type run struct{ score, last int } // last: index in kept, −1: none
	tree := make([]run, places+1)
	for i := range tree {
		tree[i].last = -1
	}
	previous := make([]int, len(kept))
	whole := run{last: -1}
	for k, i := range kept {
		p := pairs[i]
		best := run{last: -1}
		for at := p.before; at > 0; at -= at & -at {
			if tree[at].score > best.score {
				best = tree[at]
			}
		}
		previous[k] = best.last
		now := run{best.score + len(kept) + 1, k}
		if !p.moved {
			now.score++
		}
		for at := p.before + 1; at <= places; at += at & -at {
			if now.score > tree[at].score {
				tree[at] = now
			}
		}
		if now.score > whole.score {
			whole = now
		}
	}
	stays := make([]bool, len(kept))
	for k := whole.last; k >= 0; k = previous[k] {
		stays[k] = true
	}
	return stays
}

// mergePhases puts the phases and steps of both sides in one order: that of after, with what was
// removed behind what stood before it, in its own phase as long as that is there.
func mergePhases(before, after *journeys.Journey, match []int, pairs []stepPair) []Phase {
	b, a := flatten(before), flatten(after)
	home := make([]int, len(before.Phases)) // of a phase in before: its index in after, or −1
	for i := range home {
		home[i] = -1
	}
	for to, from := range match {
		if from >= 0 {
			home[from] = to
		}
	}
	phases := make([]Phase, len(after.Phases))
	for i, p := range after.Phases {
		phases[i] = Phase{State: Added, After: Place{Number: i + 1, Title: p.Title}}
		if from := match[i]; from >= 0 {
			phases[i].State, phases[i].Before = Kept, Place{Number: from + 1, Title: before.Phases[from].Title}
		}
	}
	gone := make([]Phase, len(before.Phases)) // those without a home
	for i, p := range before.Phases {
		gone[i] = Phase{State: Removed, Before: Place{Number: i + 1, Title: p.Title}}
	}

	at := make([]int, len(b.steps)) // of a step in before: its index in after when it did not move, else −1
	for i := range at {
		at[i] = -1
	}
	kept := pairs
	for len(kept) > 0 && kept[len(kept)-1].after < 0 {
		kept = kept[:len(kept)-1]
	}
	for _, p := range kept {
		if p.before >= 0 && !p.moved {
			at[p.before] = p.after
		}
	}
	behind := map[int][]Step{} // removed steps behind a step of after
	ahead := map[int][]Step{}  // removed steps at the start of a phase of after
	for _, p := range pairs[len(kept):] {
		s := compareStep(before, after, b, a, p)
		phase := b.phases[p.before]
		if home[phase] < 0 {
			gone[phase].Steps = append(gone[phase].Steps, s)
			continue
		}
		anchor := -1
		for i := p.before - 1; i >= 0 && b.phases[i] == phase && anchor < 0; i-- {
			anchor = at[i]
		}
		if anchor < 0 {
			ahead[home[phase]] = append(ahead[home[phase]], s)
		} else {
			behind[anchor] = append(behind[anchor], s)
		}
	}
	for i := range phases {
		phases[i].Steps = ahead[i]
	}
	for _, p := range kept {
		to := &phases[a.phases[p.after]]
		to.Steps = append(append(to.Steps, compareStep(before, after, b, a, p)), behind[p.after]...)
	}
	return withGone(phases, gone, home)
}

// withGone puts each removed phase behind the one that stood before it.
func withGone(phases, gone []Phase, home []int) []Phase {
	behind := map[int][]Phase{}
	last := -1
	for i, g := range gone {
		if home[i] >= 0 {
			last = home[i]
		} else {
			behind[last] = append(behind[last], g)
		}
	}
	all := behind[-1]
	for i, p := range phases {
		all = append(append(all, p), behind[i]...)
	}
	return all
}

// compareStep tells what happened to one step.
func compareStep(before, after *journeys.Journey, b, a flat, p stepPair) Step {
	s := Step{State: Kept, Moved: p.moved}
	if p.before >= 0 {
		step := b.steps[p.before]
		s.ID, s.Before = step.ID, Place{p.before + 1, step.Title, before.Phases[b.phases[p.before]].Title}
	}
	if p.after >= 0 {
		step := a.steps[p.after]
		s.ID, s.After = step.ID, Place{p.after + 1, step.Title, after.Phases[a.phases[p.after]].Title}
	}
	switch {
	case p.before < 0:
		s.State = Added
	case p.after < 0:
		s.State = Removed
	default:
		s.Changes = stepChanges(s, b.steps[p.before], a.steps[p.after], waysOut(b, a, p), isWish(before, after))
	}
	return s
}
