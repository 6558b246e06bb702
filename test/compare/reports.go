package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"klantreis/render"
	page "klantreis/render/html"
	"klantreis/render/pdf"
)

// This file times the same text as an accessible PDF: by us, by Typst and by Chromium printing the
// page. What counts is the processor's time of the whole process, of all its children together.

// textReport is a report of n chapters of about a page and a half: running text, a list, a table.
func textReport(n int) render.Report {
	prose := "Na het insturen begint het wachten. De gemeente besluit snel, maar vertelt niet wanneer ze betaalt. Inwoners vullen dat gat zelf in: ze bellen, lopen langs de balie, of vragen het aan de buren. Elke week dat het langer duurt, neemt het aantal telefoontjes toe. De coördinator – zelf ook inwoner – noemt het “de stille week”. Op de webpagina staat een bedrag van € 800, en geen dag."
	table := render.Table{Caption: "Signalen per maand", Columns: []render.Column{{Title: "Maand"}, {Title: "Waar het over gaat"}, {Title: "Aantal", Number: true}}}
	for i, month := range []string{"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"} {
		table.Rows = append(table.Rows, []string{month, "wanneer wordt de toeslag betaald, en aan wie", fmt.Sprint(800 - 37*i)})
	}
	r := render.Report{Lang: "nl", ID: "tekst", Title: "Een lang verhaal", Owner: "Team Inkomen", Author: "Stadskamer", Date: "1 december 2022"}
	for i := range n {
		blocks := []render.Block{render.Prose{Text: prose}, render.Heading{Text: "Wat inwoners vragen"}}
		for range 4 {
			blocks = append(blocks, render.Prose{Text: prose})
		}
		blocks = append(blocks, render.List{Items: []string{"Nergens staat wanneer er betaald wordt.", "De brief noemt een datum die al voorbij is.", "Niemand belt terug."}}, table)
		r.Sections = append(r.Sections, render.Section{ID: fmt.Sprint("h", i+1), Title: fmt.Sprint("Hoofdstuk ", i+1), Kind: render.PhaseSection, Blocks: blocks})
	}
	return r
}

// asTypst is the report in the language of Typst.
func asTypst(r render.Report) string {
	escape := strings.NewReplacer(`\`, `\\`, `#`, `\#`, `*`, `\*`, `_`, `\_`, `$`, `\$`, `[`, `\[`, `]`, `\]`, `<`, `\<`, `@`, `\@`).Replace
	var b strings.Builder
	fmt.Fprintf(&b, "#set document(title: %q, author: %q)\n#set text(font: \"Inter\", lang: \"nl\", size: 10.5pt, hyphenate: true)\n#set page(paper: \"a4\", numbering: \"1\")\n#set heading(outlined: true)\n#outline()\n", r.Title, r.Author)
	for _, s := range r.Sections {
		fmt.Fprintf(&b, "\n= %s\n", escape(s.Title))
		for _, block := range s.Blocks {
			switch v := block.(type) {
			case render.Prose:
				fmt.Fprintf(&b, "\n%s\n", escape(v.Text))
			case render.Heading:
				fmt.Fprintf(&b, "\n== %s\n", escape(v.Text))
			case render.List:
				for _, item := range v.Items {
					fmt.Fprintf(&b, "- %s\n", escape(item))
				}
			case render.Table:
				fmt.Fprintf(&b, "\n#figure(caption: [%s], table(columns: %d, table.header", escape(v.Caption), len(v.Columns))
				for _, c := range v.Columns {
					fmt.Fprintf(&b, "[%s]", escape(c.Title))
				}
				for _, row := range v.Rows {
					for _, cell := range row {
						fmt.Fprintf(&b, ", [%s]", escape(cell))
					}
				}
				b.WriteString("))\n")
			}
		}
	}
	return b.String()
}

const typstVersion = "0.7.0"

// typstMain compiles the file in its first argument into that of its second, with the typefaces in
// the folder of its third.
const typstMain = `import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { readFileSync, writeFileSync } from 'node:fs';
const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: [process.argv[4]] }] });
writeFileSync(process.argv[3], compiler.pdf({ mainFileContent: readFileSync(process.argv[2], 'utf8') }, { pdfStandard: 'ua-1' }));
`

// fetchTypst installs Typst as a module for node in dir.
func fetchTypst(dir string) (func(in, out string) *exec.Cmd, error) {
	for name, content := range map[string]string{"typst.mjs": typstMain, "package.json": "{}"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o644); err != nil {
			return nil, err
		}
	}
	fmt.Println("fetching Typst …")
	if err := quiet(dir, "", "npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", "@myriaddreamin/typst-ts-node-compiler@"+typstVersion); err != nil {
		return nil, err
	}
	fonts, err := filepath.Abs(filepath.Join("render", "font"))
	return func(in, out string) *exec.Cmd {
		return exec.Command("node", filepath.Join(dir, "typst.mjs"), in, out, fonts)
	}, err
}

// writeReport is what this program does when it is asked to be our side of the comparison: it
// writes the report of n chapters into a file, in a process of its own.
func writeReport(chapters int, out string) error {
	var b bytes.Buffer
	if _, err := pdf.Write(&b, textReport(chapters), render.Stadskamer()); err != nil {
		return err
	}
	return os.WriteFile(out, b.Bytes(), 0o644)
}

// compareReports times a report of about 12 pages and one of about 200.
func compareReports(dir string) error {
	self, err := os.Executable()
	if err != nil {
		return err
	}
	typst, why := fetchTypst(dir)
	if why != nil {
		fmt.Println("Typst cannot be had:", why)
	}
	chromium, whyNot := exec.LookPath("chromium")
	if whyNot != nil {
		fmt.Println("Chromium cannot be had:", whyNot)
	}
	for _, chapters := range []int{7, 132} {
		r := textReport(chapters)
		var screen bytes.Buffer
		if err := page.WriteAdvice(&screen, r, render.Stadskamer(), "advies.pdf"); err != nil {
			return err
		}
		file := func(name string) string { return filepath.Join(dir, fmt.Sprint(chapters, "-", name)) }
		for name, content := range map[string][]byte{"tekst.typ": []byte(asTypst(r)), "tekst.html": screen.Bytes()} {
			if err := os.WriteFile(file(name), content, 0o644); err != nil {
				return err
			}
		}
		fmt.Printf("\nThe same text of %d chapters as a tagged PDF; processor time of whole processes\n\n", chapters)
		err := cost("klantreis: PDF/UA-1 and PDF/A-2a", file("ons.pdf"), func() *exec.Cmd {
			return exec.Command(self, "report", fmt.Sprint(chapters), file("ons.pdf"))
		})
		if err == nil && typst != nil {
			err = cost("Typst (npm "+typstVersion+", node): PDF/UA-1", file("typst.pdf"), func() *exec.Cmd { return typst(file("tekst.typ"), file("typst.pdf")) })
		}
		if err == nil && chromium != "" {
			err = cost("Chromium, printing advies.html", file("chromium.pdf"), func() *exec.Cmd {
				return exec.Command(chromium, "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir="+file("profile"),
					"--no-pdf-header-footer", "--print-to-pdf="+file("chromium.pdf"), "file://"+file("tekst.html"))
			})
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// cost runs a process some times and prints the median of the processor time it takes, and what it
// wrote.
func cost(what, out string, start func() *exec.Cmd) error {
	var all []time.Duration
	for range rounds {
		cmd := start()
		if output, err := cmd.CombinedOutput(); err != nil {
			return fmt.Errorf("%s: %w\n%s", what, err, output)
		}
		all = append(all, cmd.ProcessState.UserTime()+cmd.ProcessState.SystemTime())
	}
	slices.Sort(all)
	info, err := os.Stat(out)
	if err != nil {
		return fmt.Errorf("%s: %w", what, err)
	}
	pages := ""
	if text, err := exec.Command("pdfinfo", out).Output(); err == nil {
		for _, line := range strings.Split(string(text), "\n") {
			if n, ok := strings.CutPrefix(line, "Pages:"); ok {
				pages = strings.TrimSpace(n) + " pages"
			}
		}
	}
	fmt.Printf("  %-40s %7.2f s  %7d kB  %s\n", what, all[len(all)/2].Seconds(), info.Size()/1000, pages)
	return nil
}
