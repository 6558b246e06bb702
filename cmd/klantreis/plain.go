package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"klantreis/journeys"
	"klantreis/journeys/language"
	"klantreis/journeys/plain"
	"klantreis/render"
	"klantreis/render/html"
	"klantreis/render/text"
)

// plainFlags are the options of `taal`.
type plainFlags struct {
	list, out string
	json      bool
}

func (a *app) plainCommand() *cobra.Command {
	w := plainWordsFor(a.words.lang)
	var o plainFlags
	cmd := &cobra.Command{
		Use: "taal REIS|TEKST...", Aliases: []string{"plain"}, Short: w.short, Long: w.long, Example: w.example,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usageError{w.needOne}
			}
			if o.json && o.out != "" {
				return usageError{a.words.jsonAlone("uit")}
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error { return a.plain(args, o, w) },
	}
	cmd.Flags().StringVar(&o.list, "woordenlijst", "", w.flagList)
	cmd.Flags().StringVar(&o.out, "uit", "", w.flagOut)
	cmd.Flags().BoolVar(&o.json, "json", false, a.words.flagAsJSON())
	return cmd
}

// plain looks at texts, or at those of the steps of journeys.
func (a *app) plain(args []string, o plainFlags, w plainWords) error {
	names, all, err := a.textsOf(args)
	if err != nil {
		return err
	}
	var folders []string
	for _, t := range names {
		folders = append(folders, t.folder)
	}
	for _, l := range all {
		folders = append(folders, l.folder)
	}
	lists, err := a.wordLists(o.list, folders)
	if err != nil {
		return err
	}
	var texts []plain.Text
	var read []string
	for _, l := range all { // what the gift itself says
		if t := ownTexts(l.journey, lists[l.folder]); t.Words > 0 {
			texts, read = append(texts, t), append(read, filepath.ToSlash(l.journey.Path))
		}
	}
	if len(names)+len(texts) == 0 && !o.json {
		fmt.Fprintln(a.stdout, w.noTexts)
		return nil
	}
	failed := false
	for _, t := range names {
		name := t.name
		content, err := readText(name)
		if err != nil {
			fmt.Fprintf(a.stderr, "klantreis: %s: %s\n", name, w.unread(err, a.words.ioError))
			failed = true
			continue
		}
		texts = append(texts, plain.Check(language.Redact(content), lists[t.folder])) // a letter may be to somebody
		read = append(read, filepath.ToSlash(name))
	}
	if err := a.tellReadability(read, texts, o); err != nil {
		return err
	}
	if failed {
		return errFaults
	}
	return nil
}

// tellReadability writes what was found in texts to the terminal and, when a folder is named, as a page.
func (a *app) tellReadability(read []string, texts []plain.Text, o plainFlags) error {
	if o.json {
		return plain.WriteJSON(a.stdout, read, texts, language.Redact)
	}
	view := render.ComposeReadability(read, texts, a.words.lang)
	if err := text.WriteReadability(a.stdout, view); err != nil {
		return err
	}
	if o.out != "" && len(texts) > 0 {
		var page bytes.Buffer
		if err := html.WriteReadability(&page, view, render.Stadskamer()); err != nil {
			return err
		}
		made, kept, err := a.saveComparison(o.out, "taal", []file{{name: "taal.html", content: page.Bytes()}})
		if err != nil {
			return err
		}
		fmt.Fprintf(a.stdout, "\n%s %s: %s\n", a.words.madeIn, filepath.Join(o.out, "taal"), made[0])
		for _, name := range kept {
			fmt.Fprintf(a.stdout, "  - %s\n", a.words.keptAs(name))
		}
	}
	return nil
}

// wordLists gives, by the folder of a journey or of a text, the list of Klantreis with those of the
// municipality laid over it, the one that was named last. Faults in those are reported, all at once.
func (a *app) wordLists(named string, folders []string) (map[string]*plain.List, error) {
	own := newOwnLists(a.given)
	var text []byte
	if named != "" {
		var err error
		if text, err = os.ReadFile(named); err != nil {
			return nil, err
		}
	}
	all := map[string]*plain.List{}
	var problems, inNamed journeys.Problems
	for _, folder := range folders {
		if all[folder] != nil {
			continue
		}
		list, found := own.wordsOf(folder)
		problems = append(problems, found...)
		if named != "" {
			inNamed = list.Add(named, string(text))
		}
		all[folder] = list
	}
	if problems = append(problems, inNamed...); len(problems) > 0 {
		a.reportEach(a.stderr, problems, func(pos journeys.Pos) []byte {
			if pos.File == named {
				return text
			}
			return own.text(pos)
		})
		return nil, errFaults
	}
	return all, nil
}

// readText reads a file of at most plain.MaxFile bytes.
func readText(name string) (string, error) {
	info, err := os.Stat(name)
	if err != nil {
		return "", err
	}
	if info.Size() > plain.MaxFile {
		return "", plain.ErrSize
	}
	content, err := os.ReadFile(name)
	if err != nil {
		return "", err
	}
	return plain.Read(name, content)
}

// ownTexts looks at what a journey says in its map and its advice.
func ownTexts(j *journeys.Journey, list *plain.List) plain.Text {
	var all plain.Text
	for _, t := range j.Texts() {
		if t.Shown {
			all.Add(plain.Check(t.Text, list), t.Pos.Line-1)
		}
	}
	return all
}

// textFile is a text to look through; folder is that of its journey, or else its own.
type textFile struct{ name, folder string }

// textsOf lists the texts that the arguments mean: files of text, and those under `teksten` of journeys;
// and those journeys.
func (a *app) textsOf(args []string) (names []textFile, all []*loaded, err error) {
	seen := map[string]bool{}
	add := func(name, folder string) {
		if name = filepath.Clean(name); !seen[name] {
			seen[name] = true
			names = append(names, textFile{name, folder})
		}
	}
	for _, arg := range args {
		info, err := os.Stat(arg)
		if err != nil {
			return nil, nil, err
		}
		if ext := strings.ToLower(filepath.Ext(arg)); !info.IsDir() && ext != ".yaml" && ext != ".yml" {
			add(arg, filepath.Dir(arg))
			continue
		}
		files, err := a.find([]string{arg})
		if err != nil {
			return nil, nil, err
		}
		for _, file := range files {
			l, err := a.load(file)
			if err != nil {
				return nil, nil, err
			}
			if l.problems.HasErrors() && len(l.journey.Steps()) == 0 {
				a.report(a.stderr, l, l.problems)
				return nil, nil, errFaults
			}
			all = append(all, l)
			for _, name := range journeyTexts(l.journey) {
				add(filepath.Join(l.folder, filepath.FromSlash(name)), l.folder)
			}
		}
	}
	return names, all, nil
}

// journeyTexts lists the texts of the steps that lie inside the folder of the journey.
func journeyTexts(j *journeys.Journey) []string {
	var names []string
	for _, s := range j.Steps() {
		for _, name := range s.Texts {
			if fs.ValidPath(name) {
				names = append(names, name)
			}
		}
	}
	return names
}
