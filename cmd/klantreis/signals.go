package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"klantreis/journeys"
	"klantreis/journeys/insight"
	"klantreis/journeys/signals"
	"klantreis/render"
	"klantreis/render/html"
	"klantreis/render/text"
)

// signalFlags are the options of `signalen`.
type signalFlags struct {
	topic, out, addTo string
	from, to          string
	proposal          int
	json, examples    bool
	yes               bool
}

func (a *app) signalsCommand() *cobra.Command {
	var o signalFlags
	w := signalWordsFor(a.words.lang)
	cmd := &cobra.Command{
		Use: "signalen BESTAND", Aliases: []string{"signals"}, Short: w.short, Long: w.long, Example: w.example,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usageError{w.needOne}
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error { return a.signals(args[0], o, w) },
	}
	cmd.Flags().StringVar(&o.topic, "onderwerp", "", w.flagTopic)
	cmd.Flags().BoolVar(&o.examples, "voorbeelden", false, w.flagExamples)
	cmd.Flags().BoolVar(&o.json, "json", false, w.flagJSON)
	cmd.Flags().StringVar(&o.from, "van", "", w.flagFrom)
	cmd.Flags().StringVar(&o.to, "tot", "", w.flagTo)
	cmd.Flags().StringVar(&o.out, "uit", "", w.flagOut)
	cmd.Flags().StringVar(&o.addTo, "voeg-toe", "", w.flagAdd)
	cmd.Flags().IntVar(&o.proposal, "voorstel", 0, w.flagProposal)
	cmd.Flags().Lookup("voorstel").DefValue = ""
	cmd.Flags().BoolVar(&o.yes, "ja", false, w.flagYes)
	return cmd
}

// material is what the insight is about: a journey with its sources, or one raw file.
type material struct {
	id      string
	journey *journeys.Journey // nil: a raw file
	path    string            // of the journey
	source  []byte
	sources []insight.Source
	root    *os.Root
}

func (a *app) signals(arg string, o signalFlags, w signalWords) error {
	m, err := a.openMaterial(arg, w)
	if err != nil {
		return err
	}
	defer m.root.Close()
	if o.addTo != "" && m.journey == nil {
		return usageError{w.addNeedsJourney}
	}
	options := insight.Options{Examples: o.examples}
	if m.journey != nil {
		options.Period = m.journey.Period
	}
	for _, end := range []struct {
		text string
		into *journeys.Date
	}{{o.from, &options.Period.From}, {o.to, &options.Period.To}} {
		if end.text == "" {
			continue
		}
		day, ok := journeys.Moment(end.text)
		if !ok {
			return usageError{fmt.Sprintf(w.badDate, end.text)}
		}
		*end.into = day
	}
	f, err := insight.Read(m.sources, options)
	if err != nil {
		return err
	}
	if o.addTo != "" {
		return a.addProposal(m, f, o, w)
	}
	if o.json {
		return insight.WriteJSON(a.stdout, f)
	}
	view, ok := render.ComposeInsight(f, o.topic, o.examples, a.words.lang)
	if !ok {
		return usageError{w.unknownTopic(o.topic, f)}
	}
	if err := text.WriteInsight(a.stdout, view); err != nil {
		return err
	}
	if o.out == "" {
		return nil
	}
	var page bytes.Buffer
	if err := html.WriteInsight(&page, view, render.Stadskamer()); err != nil {
		return err
	}
	id := "signalen-" + m.id
	names, kept, err := a.saveComparison(o.out, id, []file{{name: "signalen.html", content: page.Bytes()}})
	if err != nil {
		return err
	}
	fmt.Fprintf(a.stdout, "\n%s %s: %s\n", a.words.madeIn, filepath.Join(o.out, id), strings.Join(names, ", "))
	for _, name := range kept {
		fmt.Fprintf(a.stdout, "  - %s\n", a.words.keptAs(name))
	}
	return nil
}

// openMaterial takes a folder, a YAML file and standard input for journeys, and anything else for a
// file of signals.
func (a *app) openMaterial(arg string, w signalWords) (*material, error) {
	info, err := os.Stat(arg)
	if err != nil {
		return nil, err
	}
	if info.IsDir() || isYAML(arg) {
		return a.journeyMaterial(arg)
	}
	return a.rawMaterial(arg, w)
}

func (a *app) journeyMaterial(arg string) (*material, error) {
	name, err := a.oneJourney(arg)
	if err != nil {
		return nil, err
	}
	l, err := a.load(name)
	if err != nil {
		return nil, err
	}
	ev, problems, err := a.bind(l, dataOptions{})
	if err != nil {
		return nil, err
	}
	if problems.HasErrors() {
		a.report(a.stderr, l, problems)
		return nil, errFaults
	}
	root, err := os.OpenRoot(l.folder)
	if err != nil {
		return nil, err
	}
	m := &material{id: l.journey.ID, journey: l.journey, path: name, source: l.source, root: root}
	var away []string
	for i, src := range l.journey.Sources {
		if src.Connection != "" {
			away = append(away, src.Name)
			continue
		}
		data, _ := signals.Open(l.journey, src, root.FS())
		if data == nil {
			continue // bind has told
		}
		matcher := signals.NewMatcher(l.journey, src.Name)
		m.sources = append(m.sources, insight.Source{Name: src.Name, Kind: src.Kind, File: src.File, Aside: ev.Sources[i].Aside,
			Claimed: func(s signals.Signal) bool { return len(matcher.Match(s)) > 0 },
			Pages:   insight.GuessPages(data.Columns()), Each: a.reader(l.journey, src, root.FS(), data)})
	}
	switch {
	case len(away) > 0 && len(m.sources) == 0:
		root.Close()
		return nil, usageError{a.words.onlyCounted(away)}
	case len(away) > 0:
		fmt.Fprintln(a.stderr, a.words.onlyCounted(away))
	}
	return m, nil
}

// rawMaterial reads a file of signals of which nothing is known but the names of its columns.
func (a *app) rawMaterial(arg string, w signalWords) (*material, error) {
	root, err := os.OpenRoot(filepath.Dir(arg))
	if err != nil {
		return nil, err
	}
	file := filepath.Base(arg)
	id := journeys.Slug(strings.TrimSuffix(file, filepath.Ext(file)))
	src := journeys.Source{Name: id, Kind: "melding", File: file}
	none := &journeys.Journey{Path: arg}
	data, columns, err := a.openRaw(none, &src, root.FS(), w)
	if err != nil {
		root.Close()
		return nil, err
	}
	headers := data.Columns()
	if !slices.ContainsFunc(columns, func(c journeys.Column) bool { return !slices.Contains(headers, c.Header) }) {
		fmt.Fprintln(a.stderr, w.guessed(columns)) // to paste; a known system needs no such line
	}
	pages := insight.GuessPages(headers)
	return &material{id: id, root: root, sources: []insight.Source{{Name: id, Kind: src.Kind, File: file, Pages: pages,
		Aside: pages != nil && !hasField(insight.GuessColumns(headers), "tekst"), Each: a.reader(none, src, root.FS(), data)}}}, nil
}

// openRaw opens a file of which nothing is known. Where its reader finds no text or no topic in
// it, the names of the columns that are left tell more.
func (a *app) openRaw(none *journeys.Journey, src *journeys.Source, folder fs.FS, w signalWords) (*signals.Data, []journeys.Column, error) {
	data, problems := signals.Open(none, *src, folder)
	var columns []journeys.Column
	if data != nil {
		columns = data.Bound()
	}
	if hasField(columns, "tekst") && hasField(columns, "onderwerp") {
		return data, columns, nil
	}
	headers, unread := signals.Headers(*src, folder)
	if unread != nil {
		return nil, nil, unread
	}
	left := slices.Clone(headers)
	for _, c := range columns {
		i := slices.Index(left, c.Header)
		if i < 0 { // made of several
			return data, columns, nil
		}
		left = slices.Delete(left, i, i+1)
	}
	known := len(columns)
	for _, c := range insight.GuessColumns(left) {
		if !hasField(columns, c.Field) {
			columns = append(columns, c)
		}
	}
	switch {
	case len(columns) == 0 && len(headers) > 0:
		return nil, nil, usageError{w.noColumns(src.File, headers)}
	case data != nil && len(columns) == known:
		return data, columns, nil
	}
	if data != nil {
		data.Close()
	}
	slices.SortStableFunc(columns, func(a, b journeys.Column) int {
		return slices.Index(journeys.Fields(), a.Field) - slices.Index(journeys.Fields(), b.Field)
	})
	src.Columns = columns
	if data, problems = signals.Open(none, *src, folder); data == nil {
		return nil, nil, problems
	}
	return data, columns, nil
}

func hasField(columns []journeys.Column, field string) bool {
	for _, c := range columns {
		if c.Field == field {
			return true
		}
	}
	return false
}

// reader reads a source from its beginning each time that it is called; first is the source, opened.
func (a *app) reader(j *journeys.Journey, src journeys.Source, folder fs.FS, first *signals.Data) func(func(signals.Signal, bool)) error {
	return func(visit func(signals.Signal, bool)) error {
		data := first
		first = nil
		if data == nil {
			var problems journeys.Problems
			if data, problems = signals.Open(j, src, folder); data == nil {
				return problems
			}
		}
		if a.ctx.Err() != nil {
			return context.Canceled
		}
		reading, done := a.reading()
		data.With(reading)
		data.Each(visit)
		done()
		if a.ctx.Err() != nil {
			return context.Canceled
		}
		if found := data.Found(); found.HasErrors() {
			return found
		}
		return nil
	}
}

// addProposal writes a proposed selector into the journey, after showing what changes.
func (a *app) addProposal(m *material, f *insight.Findings, o signalFlags, w signalWords) error {
	if o.proposal < 1 || o.proposal > len(f.Proposals) {
		return usageError{w.choose(len(f.Proposals))}
	}
	if m.journey.Step(o.addTo) == nil {
		var ids []string
		for _, s := range m.journey.Steps() {
			ids = append(ids, s.ID)
		}
		return usageError{w.unknownStep(o.addTo, journeys.Nearest(o.addTo, ids), ids)}
	}
	path, err := filepath.EvalSymlinks(m.path)
	if err != nil {
		return err
	}
	fresh, err := journeys.AddSelector(m.path, m.source, o.addTo, f.Proposals[o.proposal-1].Selector)
	if err != nil {
		return fmt.Errorf(w.cannotAdd, err)
	}
	fmt.Fprint(a.stdout, lineDifference(m.path, m.source, fresh))
	if !o.yes && !a.confirmed(w) {
		fmt.Fprintln(a.stdout, w.notWritten)
		return nil
	}
	if now, err := os.ReadFile(path); err != nil || !bytes.Equal(now, m.source) {
		return usageError{w.changedMeanwhile}
	}
	if err := replaceFile(path, fresh); err != nil {
		return err
	}
	fmt.Fprintf(a.stdout, w.added+"\n", o.addTo, m.path)
	return nil
}

// confirmed asks; no answer is no.
func (a *app) confirmed(w signalWords) bool {
	fmt.Fprint(a.stdout, w.ask)
	answer := make([]byte, 0, 8)
	for one := make([]byte, 1); len(answer) < 8; {
		if n, err := io.ReadFull(a.stdin, one); n == 0 || err != nil || one[0] == '\n' {
			break
		}
		answer = append(answer, one[0])
	}
	fmt.Fprintln(a.stdout)
	switch strings.ToLower(strings.TrimSpace(string(answer))) {
	case "j", "ja", "y", "yes":
		return true
	}
	return false
}

// lineDifference shows the lines that one insertion adds, with three lines around them, as diff -u does.
func lineDifference(name string, old, fresh []byte) string {
	before, after := strings.Split(string(old), "\n"), strings.Split(string(fresh), "\n")
	from := 0
	for from < len(before) && from < len(after) && before[from] == after[from] {
		from++
	}
	tail := 0
	for tail < len(before)-from && tail < len(after)-from && before[len(before)-1-tail] == after[len(after)-1-tail] {
		tail++
	}
	var b strings.Builder
	first, last := max(0, from-3), min(tail, 3)
	fmt.Fprintf(&b, "--- %s\n+++ %s\n@@ -%d,%d +%d,%d @@\n", name, name, first+1, len(before)-tail+last-first, first+1, len(after)-tail+last-first)
	put := func(sign string, lines []string) {
		for _, l := range lines {
			b.WriteString(sign + strings.TrimSuffix(l, "\r") + "\n")
		}
	}
	put(" ", before[first:from])
	put("-", before[from:len(before)-tail])
	put("+", after[from:len(after)-tail])
	put(" ", before[len(before)-tail:len(before)-tail+last])
	return b.String()
}

// replaceFile writes the file aside and moves it in its place, with the rights that it had.
func replaceFile(path string, content []byte) error {
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	aside, err := os.CreateTemp(filepath.Dir(path), ".klantreis-*")
	if err != nil {
		return err
	}
	defer os.Remove(aside.Name())
	_, err = aside.Write(content)
	for _, step := range []func() error{func() error { return aside.Chmod(info.Mode().Perm()) }, aside.Sync, aside.Close} {
		if e := step(); err == nil {
			err = e
		}
	}
	if err != nil {
		return err
	}
	return os.Rename(aside.Name(), path)
}
