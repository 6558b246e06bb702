package live

import (
	"context"
	"slices"
	"strings"

	"klantreis/cmd/klantreis/workspace/api"
	"klantreis/journeys/evidence"
	"klantreis/render"
	"klantreis/render/drawing"
	"klantreis/render/journeymap"
)

// narrowWindow is the width, in pixels, below which the map runs downwards.
const narrowWindow = 900

// Render makes a view of a text. With faults in the text the pictures are those of the last text without.
func (d *Desk) Render(ctx context.Context, q api.RenderRequest) (api.Rendering, error) {
	root, err := d.open(q.Path)
	if err != nil {
		return api.Rendering{}, err
	}
	defer root.Close()
	s := d.state(q.Path)
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := ctx.Err(); err != nil {
		return api.Rendering{}, err
	}
	folder := d.folder(root)
	now := d.read(q.Path, q.Text, folder, s.latest())
	good := s.saw(now)
	out := api.Rendering{Parts: []api.Part{}, Stale: !now.usable()}
	if good == nil {
		out.Problems = problemsOf(now.all(nil), now, d.Lang)
		return out, nil
	}
	known, counting := d.counted(ctx, s, good, folder)
	out.Counting = counting
	data := known.problems
	if out.Stale { // places in another text than this one
		data = nil
	}
	out.Problems = problemsOf(now.all(data), now, d.Lang)
	out.Model = d.model(good, known)
	v := viewing{Desk: d, ctx: ctx, reading: good, outcome: known, wide: q.Wide, counting: counting}
	v.key = sumOf(good.path, good.sum, good.look, known.asks, strings.Join(known.unread, "\x00"), known.after, string(d.Lang))
	parts, err := v.parts(s, q.View)
	if err != nil {
		return api.Rendering{}, err
	}
	for _, p := range parts {
		if slices.Contains(q.Have, p.Hash) {
			p.Content = ""
		}
		out.Parts = append(out.Parts, p)
	}
	return out, nil
}

// viewing is a view that is being made.
type viewing struct {
	*Desk
	*reading
	outcome
	ctx      context.Context
	key      string // names all that pictures of this text depend on
	wide     int
	counting bool
}

// parts makes a view. What tells mostly numbers waits until they have been counted, and stays meanwhile
// what it was.
func (v *viewing) parts(s *state, view string) ([]api.Part, error) {
	var make func() ([]api.Part, error)
	switch view {
	case "kaart":
		return v.mapParts(), nil
	case "stroom":
		return v.flowParts()
	case "grafieken":
		make = v.chartParts
	case "presentatie":
		make = v.deckParts
	case "advies":
		make = v.adviceParts
	default:
		return nil, nil
	}
	if v.counting {
		return s.shown[view], nil
	}
	parts, err := make()
	if err == nil {
		s.shown[view] = parts
	}
	return parts, err
}

// drawn is a picture as it was made: its SVG or page, and what stands where.
type drawn struct {
	content, hash string
	spots, rooms  []drawing.Spot
}

// kept gives a picture from memory, or makes and remembers it.
func (v *viewing) kept(name string, make func() (drawn, error)) (drawn, error) {
	if p, ok := v.pictures.get(name).(drawn); ok {
		return p, nil
	}
	if err := v.ctx.Err(); err != nil {
		return drawn{}, err
	}
	p, err := make()
	if err != nil {
		return drawn{}, err
	}
	p.hash = sumOf(p.content)
	v.pictures.put(name, p, len(p.content)+64*(len(p.spots)+len(p.rooms)))
	return p, nil
}

// svgOf writes a drawing for inside the page, which has the typeface.
func svgOf(d drawing.Drawing) drawn {
	var b strings.Builder
	_ = drawing.WriteSVG(&b, d, drawing.SVGOptions{Inline: true}) // a Builder takes all
	return drawn{content: b.String(), spots: d.Spots, rooms: d.Rooms}
}

func (v *viewing) input() journeymap.Input {
	return journeymap.Input{Journey: v.journey, Evidence: v.evidence, Theme: v.style.Theme, Lang: v.Lang, Quotes: render.Quotes(v.journey, v.Lang)}
}

func (v *viewing) mapParts() []api.Part {
	form := "wide"
	width := 0.0
	if v.wide > 0 && v.wide < narrowWindow {
		form, width = "phone", journeymap.PhoneWidth
		if v.wide >= 640 {
			form, width = "column", 640
		}
	}
	p, err := v.kept("kaart "+form+" "+v.key, func() (drawn, error) {
		if width > 0 {
			return svgOf(journeymap.Narrow(v.input(), journeymap.Whole, width)), nil
		}
		return svgOf(journeymap.Wide(v.input(), journeymap.Whole)), nil
	})
	if err != nil {
		return nil
	}
	return []api.Part{v.part("kaart", v.journey.Title, p)}
}

// part makes an SVG with its places.
func (v *viewing) part(id, title string, p drawn) api.Part {
	return api.Part{ID: id, Kind: "svg", Title: title, Hash: p.hash, Content: p.content, Places: v.places(p)}
}

// frame makes a page of its own.
func (v *viewing) frame(id, title string, p drawn) api.Part {
	return api.Part{ID: id, Kind: "frame", Title: title, Hash: p.hash, Content: p.content, Places: []api.Spot{}}
}

// stepCounts is what the flow shows of an evidence.
func stepCounts(ev *evidence.Evidence) map[string]int {
	counts := map[string]int{}
	for _, s := range ev.Steps {
		if _, twice := counts[s.ID]; !twice {
			counts[s.ID] = s.N
		}
	}
	return counts
}
