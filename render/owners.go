package render

import (
	"strconv"
	"strings"

	"klantreis/journeys"
)

// Owner is somebody who gets advice. Slug names files: no two owners of a journey share it, with
// ShortSuffix behind it or without.
type Owner struct {
	Name string // empty: nobody was named
	Slug string
}

// NoOwner is the slug of the gift with the advice that nobody was named for.
const NoOwner = "zonder-eigenaar"

// ShortSuffix stands behind the slug in the name of an owner's short report.
const ShortSuffix = "-kort"

// Owners lists everybody who gets advice, in the order of the advice's numbers. Advice without an
// owner is for the owner of the journey. Names that differ in case, accents or spaces only are
// one owner, spelled as first met. Taken are slugs that may not be used.
func Owners(j *journeys.Journey, taken ...string) []Owner {
	used := map[string]bool{}
	for _, slug := range taken {
		used[slug] = true
	}
	var all []Owner
	for _, i := range AdviceOrder(j) {
		name := ownerOf(j, j.Advice[i])
		known := false
		for _, o := range all {
			known = known || sameName(o.Name, name)
		}
		if known {
			continue
		}
		base := journeys.Slug(name)
		if base == "" {
			base = NoOwner
		}
		slug := base
		for n := 2; used[slug] || used[slug+ShortSuffix]; n++ {
			slug = base + "-" + strconv.Itoa(n)
		}
		used[slug], used[slug+ShortSuffix] = true, true
		all = append(all, Owner{Name: name, Slug: slug})
	}
	return all
}

// ownerOf is whom an advice is for, spaces tidied.
func ownerOf(j *journeys.Journey, a journeys.Advice) string {
	if name := strings.Join(strings.Fields(a.Owner), " "); name != "" {
		return name
	}
	return strings.Join(strings.Fields(j.Owner), " ")
}

func sameName(a, b string) bool { return journeys.Fold(a) == journeys.Fold(b) }

// numbered is an advice with the number that it has everywhere.
type numbered struct {
	number int
	journeys.Advice
}

// asked tells whether it still needs asking: what is taken over or refused does not.
func (n numbered) asked() bool {
	return n.Status == "" || n.Status == "aangeboden" || n.Status == "besproken"
}

// place is where it stands on the matrix; nil when gain or effort is not given.
func (n numbered) place() *MatrixCell {
	gain, effort := size(n.Gain), size(n.Effort)
	if gain < 0 || effort < 0 {
		return nil
	}
	return &MatrixCell{Number: n.number, Gain: gain, Effort: effort, Title: n.Title, ID: n.ID}
}

// numbered lists the advice that is shown, in the order of its numbers.
func (c *composer) numbered() []numbered {
	var all []numbered
	for number, i := range AdviceOrder(c.j) {
		if c.only == nil || sameName(ownerOf(c.j, c.j.Advice[i]), c.only.Name) {
			all = append(all, numbered{number + 1, c.j.Advice[i]})
		}
	}
	return all
}

// adviceAt lists the shown advice about a step; with an empty id, what is about no step.
func (c *composer) adviceAt(step string) []numbered {
	var all []numbered
	for _, n := range c.numbered() {
		if n.Step == step || step == "" && c.j.Step(n.Step) == nil {
			all = append(all, n)
		}
	}
	return all
}
