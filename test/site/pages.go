package main

import (
	"fmt"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"unicode"
)

// page is one page of the site: section/name.html, or name.html for what belongs to none.
type page struct {
	Section, Name string
	Title         string
	Lang          string // "" is Dutch
	Source        string // file in the repository, to which its links are relative; "" when it was made here
	Body          string // Markdown without the title
}

// file is where the page stands on the site.
func (p page) file() string { return path.Join(p.Section, p.Name+".html") }

// section is a heading in the contents.
type section struct{ Name, Title string }

// sections are in the order in which a newcomer needs them.
func sections() []section {
	return []section{{"beginnen", "Beginnen"}, {"handleiding", "Handleiding"}, {"bronnen", "Uw signalen erin"},
		{"voorbeelden", "Voorbeelden"}, {"naslag", "Naslag"}, {"uitleg", "Hoe het werkt"}, {"english", "English"}}
}

// documents are the files that become pages, in their order. The manual, the reference and the gallery are made.
func documents() []page {
	all := []page{{"", "index", "", "", "docs/README.md", ""}, {"beginnen", "tutorial", "", "", "docs/tutorial.md", ""}}
	for _, name := range []string{"README", "excel", "kiss", "openklant", "contactmomenten", "signalen", "matomo", "openformulieren", "database", "maandbestanden"} {
		p := page{Section: "bronnen", Name: name, Source: "docs/bronnen/" + name + ".md"}
		if name == "README" {
			p.Name = "kiezen"
		}
		all = append(all, p)
	}
	return append(all,
		page{"naslag", "opdrachten", "", "", "docs/opdrachten.md", ""},
		page{"naslag", "json", "", "", "docs/json.md", ""},
		page{"naslag", "recepten", "", "", "docs/recepten/README.md", ""},
		page{"uitleg", "methode", "", "", "docs/methode.md", ""},
		page{"uitleg", "methode-doorlooptijden", "", "", "docs/methode-doorlooptijden.md", ""},
		page{"uitleg", "privacy", "", "", "docs/privacy.md", ""},
		page{"uitleg", "taal", "", "", "docs/taal.md", ""},
		page{"uitleg", "schaal", "", "", "docs/schaal.md", ""},
		page{"english", "essentials", "", "en", "docs/en/README.md", ""})
}

const manual = "docs/handleiding.md"

// site is all that Hugo is given.
type site struct {
	pages []page
	files map[string]string // where a file stands on the site → where it comes from, relative to the root
	where map[string]string // file in the repository, or manual#anchor → page of the site
}

// collect reads the pages, and finds for each file and each heading of the manual on which page it stands.
func collect(root string) (*site, error) {
	s := &site{files: map[string]string{}, where: map[string]string{"examples/README.md": "voorbeelden/galerij.html"}}
	s.addReference()
	for _, p := range documents() {
		text, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(p.Source)))
		if err != nil {
			return nil, err
		}
		p.Title, p.Body = cutTitle(string(text))
		s.where[p.Source] = p.file()
		s.pages = append(s.pages, p)
	}
	text, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(manual)))
	if err != nil {
		return nil, err
	}
	s.addManual(string(text))
	return s, nil
}

// cutTitle takes the first heading off a page.
func cutTitle(text string) (title, body string) {
	first, rest, _ := strings.Cut(text, "\n")
	return strings.TrimPrefix(first, "# "), rest
}

// addManual makes a page of each chapter, and one before them.
func (s *site) addManual(text string) {
	title, rest := cutTitle(text)
	p := page{Section: "handleiding", Name: "inleiding", Title: title, Source: manual}
	s.where[manual] = p.file()
	finish := func() { s.pages = append(s.pages, p) }
	eachLine(rest, func(line string, code bool) {
		level, heading := headingOf(line)
		if code || level == 0 {
			p.Body += line + "\n"
			return
		}
		if level == 2 {
			finish()
			p = page{Section: "handleiding", Name: slug(heading), Title: heading, Source: manual}
			s.where[manual+"#"+slug(heading)] = p.file()
			return
		}
		s.where[manual+"#"+slug(heading)] = p.file() + "#" + slug(heading)
		p.Body += line[1:] + "\n" // a chapter is a page, so its parts are one level higher
	})
	finish()
}

// eachLine goes through Markdown, and tells of each line whether it is code between fences.
func eachLine(text string, visit func(line string, code bool)) {
	fence := ""
	for _, line := range strings.Split(strings.TrimRight(text, "\n"), "\n") {
		mark := strings.TrimLeft(line, " ")
		switch {
		case fence == "" && strings.HasPrefix(mark, "```"):
			fence = "```"
			visit(line, true)
		case fence != "" && strings.TrimSpace(mark) == fence:
			visit(line, true)
			fence = ""
		default:
			visit(line, fence != "")
		}
	}
}

var heading = regexp.MustCompile(`^(#{2,6}) (.+)$`)

func headingOf(line string) (level int, title string) {
	if m := heading.FindStringSubmatch(line); m != nil {
		return len(m[1]), m[2]
	}
	return 0, ""
}

// slug names a heading as GitHub does, so that a link to it is true there and here.
func slug(title string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(title) {
		switch {
		case unicode.IsLetter(r), unicode.IsDigit(r), r == '-', r == '_':
			b.WriteRune(r)
		case r == ' ':
			b.WriteByte('-')
		}
	}
	return b.String()
}

var (
	link       = regexp.MustCompile(`\]\(([^()\s]+)\)`)
	inlineCode = regexp.MustCompile("`[^`]+`")
)

// body is the Markdown of a page as Hugo gets it: with links of the site, ids at headings, and no more behind
// the language of a fence than Hugo knows. Files that a page links to come along.
func (s *site) body(root string, p page) (string, error) {
	var b strings.Builder
	var wrong error
	taken := map[string]int{}
	eachLine(p.Body, func(line string, code bool) {
		if code {
			if mark, _, is := strings.Cut(line, " {"); is && strings.HasPrefix(strings.TrimSpace(mark), "```") {
				line = mark
			}
			b.WriteString(line + "\n")
			return
		}
		if p.Source != "" {
			line = outsideCode(line, func(text string) string {
				return link.ReplaceAllStringFunc(text, func(found string) string {
					to, err := s.target(root, p, link.FindStringSubmatch(found)[1])
					if err != nil && wrong == nil {
						wrong = fmt.Errorf("%s: %w", p.Source, err)
					}
					return "](" + to + ")"
				})
			})
		}
		if level, title := headingOf(line); level > 0 {
			id := slug(title)
			if taken[id]++; taken[id] > 1 {
				id = fmt.Sprintf("%s-%d", id, taken[id]-1)
			}
			line += " {#" + id + "}"
		}
		b.WriteString(line + "\n")
	})
	return b.String(), wrong
}

// outsideCode changes a line where it is not between backquotes.
func outsideCode(line string, change func(string) string) string {
	var b strings.Builder
	at := 0
	for _, span := range inlineCode.FindAllStringIndex(line, -1) {
		if strings.HasPrefix(line[span[1]:], "](") { // the text of a link
			continue
		}
		b.WriteString(change(line[at:span[0]]) + line[span[0]:span[1]])
		at = span[1]
	}
	return b.String() + change(line[at:])
}

// target turns a link of a file in the repository into a link of the site.
func (s *site) target(root string, p page, to string) (string, error) {
	if strings.Contains(to, "://") || strings.HasPrefix(to, "mailto:") {
		return to, nil
	}
	file, anchor, _ := strings.Cut(to, "#")
	if file == "" {
		file = p.Source
	} else {
		file = path.Join(path.Dir(p.Source), file)
	}
	up := ""
	if p.Section != "" {
		up = "../"
	}
	if anchor != "" {
		if page, known := s.where[file+"#"+anchor]; known {
			return up + page, nil
		}
		anchor = "#" + anchor
	}
	if page, known := s.where[file]; known {
		return up + page + anchor, nil
	}
	about, err := os.Stat(filepath.Join(root, filepath.FromSlash(file)))
	if err != nil || about.IsDir() || strings.HasSuffix(file, ".md") {
		return to, fmt.Errorf("the link %q leads to no page and no file that can come along", to)
	}
	s.files["bestanden/"+file] = file
	return up + "bestanden/" + file, nil
}

// write gives Hugo its pages, its files and the contents.
func (s *site) write(root, work string) error {
	var found searchIndex
	for i, p := range s.pages {
		body, err := s.body(root, p)
		if err != nil {
			return err
		}
		found.add(p, body)
		front := fmt.Sprintf("---\ntitle: %q\nurl: /%s\nweight: %d\nparams_lang: %q\n---\n", p.Title, p.file(), i+1, p.Lang)
		name := path.Join("content", p.Section, p.Name+".md")
		if p.Name == "index" {
			name = "content/_index.md"
		}
		if err := save(filepath.Join(work, filepath.FromSlash(name)), []byte(front+body)); err != nil {
			return err
		}
	}
	for to, from := range s.files {
		content, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(from)))
		if filepath.IsAbs(from) {
			content, err = os.ReadFile(from)
		}
		if err != nil {
			return err
		}
		if err := save(filepath.Join(work, "static", filepath.FromSlash(to)), content); err != nil {
			return err
		}
	}
	return s.writeData(root, work, found)
}

func save(name string, content []byte) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	return os.WriteFile(name, content, 0o644)
}
