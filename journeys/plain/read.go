package plain

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/text/encoding/charmap"
)

// MaxFile is how large a text may be, in bytes; MaxText how large what stands in a Word file.
const (
	MaxFile = 20 << 20
	MaxText = 20 << 20
)

// What keeps a file from being read.
var (
	ErrKind   = errors.New("not a kind of text that is read")
	ErrBroken = errors.New("damaged")
	ErrSize   = errors.New("too large")
)

// Kinds are the endings of files that Read knows.
var Kinds = []string{".txt", ".md", ".html", ".htm", ".docx"}

// HasLines tells whether the lines of what Read gives are those of the file.
func HasLines(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".html", ".htm", ".docx":
		return false
	}
	return true
}

// Read gives the paragraphs of a file, by its ending, with an empty line between them; of a plain text
// the lines stay where they are.
func Read(name string, content []byte) (string, error) {
	if len(content) > MaxFile {
		return "", ErrSize
	}
	switch strings.ToLower(path.Ext(name)) {
	case ".txt", "":
		return decoded(content), nil
	case ".md":
		return unmarked(decoded(content)), nil
	case ".html", ".htm":
		return fromHTML(decoded(content)), nil
	case ".docx":
		return fromWord(content)
	}
	return "", ErrKind
}

// decoded reads UTF-8, and anything else as Windows-1252.
func decoded(content []byte) string {
	content = bytes.TrimPrefix(content, []byte("\ufeff"))
	if utf8.Valid(content) {
		return string(content)
	}
	text, err := charmap.Windows1252.NewDecoder().Bytes(content)
	if err != nil {
		return strings.ToValidUTF8(string(content), "")
	}
	return string(text)
}

var (
	mdFence = regexp.MustCompile("(?ms)^```.*?(^```|\\z)|\\A---\\n.*?\\n---\\n")
	mdLink  = regexp.MustCompile(`!?\[([^\]]*)\]\([^)]*\)`)
	mdHead  = regexp.MustCompile(`(?m)^ {0,3}#{1,6} +(.*?)#*$`)
	mdMark  = regexp.MustCompile("(\\*\\*|__|\\*|`|~~)")
	mdRule  = regexp.MustCompile(`(?m)^ {0,3}([-*_] ?){3,}$|^\|?[ :\-|]+\|[ :\-|]*$`)
	mdQuote = regexp.MustCompile(`(?m)^ {0,3}> ?`)
)

// paragraphEnd ends a paragraph inside a text of which the lines must stay where they are.
const paragraphEnd = "\u2029"

// unmarked takes the marks of Markdown away, and keeps every line where it was.
func unmarked(text string) string {
	text = mdFence.ReplaceAllStringFunc(strings.ReplaceAll(text, "\r\n", "\n"), func(s string) string { return strings.Repeat("\n", strings.Count(s, "\n")) })
	text = mdRule.ReplaceAllString(text, "")
	text = mdHead.ReplaceAllString(text, "$1"+paragraphEnd)
	text = mdQuote.ReplaceAllString(text, "")
	text = mdLink.ReplaceAllString(text, "$1")
	lines := strings.Split(text, "\n")
	for i, l := range lines {
		item := listItem(strings.TrimSpace(l))
		if item != strings.TrimSpace(l) {
			lines[i] = "- " + mdMark.ReplaceAllString(item, "")
		} else {
			lines[i] = mdMark.ReplaceAllString(l, "")
		}
	}
	return strings.Join(lines, "\n")
}

// blocks are elements that begin and end a paragraph; silent ones hold no text for readers.
var (
	htmlBlocks = map[atom.Atom]bool{atom.P: true, atom.Div: true, atom.Li: true, atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true, atom.Td: true, atom.Th: true, atom.Tr: true,
		atom.Section: true, atom.Article: true, atom.Header: true, atom.Footer: true, atom.Main: true, atom.Blockquote: true, atom.Dt: true, atom.Dd: true, atom.Button: true, atom.Label: true, atom.Option: true, atom.Legend: true, atom.Figcaption: true, atom.Caption: true, atom.Nav: true, atom.Form: true, atom.Ul: true, atom.Ol: true, atom.Table: true, atom.Title: true}
	htmlSilent = map[atom.Atom]bool{atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true, atom.Svg: true, atom.Head: true, atom.Nav: true, atom.Iframe: true, atom.Object: true}
)

func fromHTML(page string) string {
	var b strings.Builder
	z := html.NewTokenizer(strings.NewReader(page))
	z.SetMaxBuf(MaxText)
	silent := atom.Atom(0)
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			return paragraphs(b.String())
		}
		switch t := z.Token(); kind {
		case html.TextToken:
			if silent == 0 {
				b.WriteString(strings.Join(strings.Fields(" "+t.Data+" "), " "))
				if n := len(t.Data); n > 0 && strings.ContainsAny(t.Data[n-1:], " \t\n\r") {
					b.WriteByte(' ')
				}
			}
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			switch {
			case silent != 0:
				if kind == html.EndTagToken && t.DataAtom == silent {
					silent = 0
				}
			case kind == html.StartTagToken && htmlSilent[t.DataAtom]:
				silent = t.DataAtom
			case t.DataAtom == atom.Br:
				b.WriteByte('\n')
			case htmlBlocks[t.DataAtom]:
				b.WriteString("\n\n")
			default:
				if s := b.String(); kind == html.StartTagToken && s != "" && !strings.HasSuffix(s, " ") && !strings.HasSuffix(s, "\n") {
					b.WriteByte(' ')
				}
			}
		}
	}
}

var blankLines = regexp.MustCompile(`\n\s*\n\s*`)

// paragraphs leaves one empty line between paragraphs.
func paragraphs(text string) string {
	return strings.TrimSpace(blankLines.ReplaceAllString(text, "\n\n"))
}

// fromWord reads the paragraphs of a Word file: word/document.xml, w:t inside w:p.
func fromWord(content []byte) (string, error) {
	archive, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		return "", ErrBroken
	}
	part, err := archive.Open("word/document.xml")
	if err != nil {
		return "", ErrBroken
	}
	defer part.Close()
	limited := &io.LimitedReader{R: part, N: 4 * MaxText}
	d := xml.NewDecoder(limited)
	var b strings.Builder
	inText := false
	for {
		token, err := d.Token()
		switch {
		case limited.N <= 0 || b.Len() > MaxText:
			return "", ErrSize
		case err == io.EOF:
			return paragraphs(b.String()), nil
		case err != nil:
			return "", ErrBroken
		}
		switch t := token.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "t":
				inText = true
			case "tab":
				b.WriteByte(' ')
			case "br", "cr":
				b.WriteByte('\n')
			}
		case xml.EndElement:
			switch t.Name.Local {
			case "t":
				inText = false
			case "p":
				b.WriteString("\n\n")
			}
		case xml.CharData:
			if inText {
				b.Write(t)
			}
		}
	}
}
