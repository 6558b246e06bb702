package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/sync/errgroup"

	"klantreis/journeys"
	"klantreis/render"
	"klantreis/render/flow/graphviz"
)

// part is a part of the gift that --alleen can name.
type part struct {
	name, english string
	extra         bool // only made when asked for, by its name or by its flag
}

var parts = []part{
	{name: "kaart", english: "map"}, {name: "stroom", english: "flow"}, {name: "grafieken", english: "charts"}, {name: "presentatie", english: "deck"},
	{name: "advies", english: "advice"}, {name: "gegevens", english: "data"},
	{name: partShort, english: "short", extra: true}, {name: partCard, english: "card", extra: true},
}

func (a *app) makeCommand() *cobra.Command {
	var out, theme string
	var only, lenses, papers []string
	var perOwner, short, card bool
	var data dataFlags
	cmd := &cobra.Command{
		Use: "maak BESTAND…", Aliases: []string{"make"}, Short: a.words.makeShort, Long: a.words.makeLong, Example: a.words.makeExample,
		Args: a.needFiles,
		RunE: func(_ *cobra.Command, args []string) error {
			wanted, err := a.wantedParts(only)
			if err != nil {
				return err
			}
			look, err := a.themeNamed(theme)
			if err != nil {
				return err
			}
			forms, err := a.formsOf(lenses, papers)
			if err != nil {
				return err
			}
			if forms.any() { // they are maps, whatever else is wanted
				wanted["kaart"] = true
			}
			for name, asked := range map[string]bool{partShort: short, partCard: card, partOwners: perOwner} {
				wanted[name] = wanted[name] || asked
			}
			if perOwner && !wanted[partShort] { // what is given to each is the report, unless the short one is asked for
				wanted["advies"] = true
			}
			options := data.options()
			defer options.close()
			return a.makeAll(args, out, order{wanted, look, forms, options})
		},
	}
	cmd.Flags().StringVar(&out, "uit", "uit", a.words.flagOut)
	cmd.Flags().Lookup("uit").DefValue = ""
	cmd.Flags().StringVar(&theme, "thema", "", a.words.flagTheme())
	cmd.Flags().StringSliceVar(&only, "alleen", nil, a.words.flagOnly)
	cmd.Flags().StringSliceVar(&lenses, "lens", nil, a.words.flagLens())
	cmd.Flags().StringSliceVar(&papers, "papier", nil, a.words.flagPaper())
	cmd.Flags().BoolVar(&perOwner, "per-eigenaar", false, a.words.flagPerOwner())
	cmd.Flags().BoolVar(&short, "kort", false, a.words.flagShort())
	cmd.Flags().BoolVar(&card, "kaartje", false, a.words.flagCard())
	data.add(cmd, a.words)
	return cmd
}

// wantedParts reads --alleen; without it, all parts are wanted.
func (a *app) wantedParts(only []string) (map[string]bool, error) {
	wanted := map[string]bool{}
	var known []string
	for _, p := range parts {
		if len(only) == 0 && !p.extra {
			wanted[p.name] = true
		}
		known = append(known, a.words.either(p.name, p.english))
	}
next:
	for _, name := range only {
		for _, p := range parts {
			if name = strings.TrimSpace(name); name == p.name || name == p.english {
				wanted[p.name] = true
				continue next
			}
		}
		return nil, usageError{a.words.badPart(name, journeys.Nearest(name, known), strings.Join(known, ", "))}
	}
	return wanted, nil
}

// order is what is to be made of every journey.
type order struct {
	wanted map[string]bool // parts, by their Dutch names
	look   render.Theme
	forms  forms
	data   dataOptions
}

// makeAll makes the gifts of all journeys side by side. A journey with faults does not keep the
// others from being made.
func (a *app) makeAll(args []string, out string, o order) error {
	files, err := a.find(args)
	if err != nil {
		return err
	}
	gifts, faulty, err := a.loadGifts(files, o)
	if err != nil {
		return err
	}
	if len(gifts) == 0 {
		return errFaults
	}
	if err := a.makeGifts(gifts, out, o); err != nil {
		return err
	}
	for _, g := range gifts {
		a.summarise(g)
	}
	if len(faulty) > 0 {
		return errFaults
	}
	return nil
}

// makeGifts makes what is ordered of journeys without faults.
func (a *app) makeGifts(gifts []*gift, out string, o order) error {
	progress := a.newProgress(len(gifts))
	engine := graphviz.New(cacheDir())
	if o.wanted["stroom"] || o.wanted["presentatie"] || o.wanted["advies"] {
		engine.Prepare()
	}
	group, ctx := errgroup.WithContext(a.ctx)
	group.SetLimit(runtime.NumCPU())
	for _, g := range gifts {
		g.wanted, g.forms, g.lang, g.cli, g.engine = o.wanted, o.forms, a.words.lang, a.words, engine
		g.step = func(s stage) { progress.set(g.journey.ID, s) }
		group.Go(func() error {
			if err := ctx.Err(); err != nil {
				return err
			}
			defer progress.done(g.journey.ID)
			if err := g.make(ctx, out); err != nil {
				return fmt.Errorf("%s: %w", g.journey.ID, err)
			}
			return nil
		})
	}
	err := group.Wait()
	progress.close()
	if closeErr := engine.Close(); err == nil {
		err = closeErr
	}
	if a.ctx.Err() != nil {
		return context.Canceled
	}
	return err
}

// loadGifts reads and binds all journeys, tells what is wrong with them, and returns those that
// can be made and those that cannot.
func (a *app) loadGifts(files []string, o order) (gifts []*gift, faulty []bound, err error) {
	all, failure := a.loadAll(files)
	byID := map[string]string{}
	for i, l := range all {
		if first, taken := byID[l.journey.ID]; taken {
			return nil, nil, errors.New(a.words.sameID(l.journey.ID, first, files[i]))
		}
		byID[l.journey.ID] = files[i]
	}
	bounds, err := a.bind(all, o.data)
	if err != nil {
		return nil, nil, err
	}
	for _, b := range bounds {
		style := b.style(o.look)
		problems := append(b.problems, style.Problems...)
		if len(problems) > 0 {
			a.report(a.stderr, b.loaded, problems)
		}
		if problems.HasErrors() {
			faulty = append(faulty, bound{b.loaded, b.ev, problems})
			continue
		}
		gifts = append(gifts, &gift{loaded: b.loaded, ev: b.ev, found: problems, theme: style.Theme, font: style.Font})
	}
	return gifts, faulty, failure
}

// cacheDir is where compiled code may be kept between runs; empty when there is no such place.
func cacheDir() string {
	dir, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return filepath.Join(dir, "klantreis")
}
