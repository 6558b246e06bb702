package text

import (
	"io"
	"strings"

	"klantreis/render"
)

// WriteLetter writes a letter as plain text, for an e-mail: each paragraph on one line.
func WriteLetter(w io.Writer, l render.Letter) error {
	var b strings.Builder
	b.WriteString(l.Subject + "\n\n" + l.Dear + "\n")
	for _, p := range l.Parts {
		b.WriteString("\n" + p.Title + ":\n")
		for _, q := range p.Said {
			b.WriteString("“" + q + "”\n")
		}
		for _, t := range p.Text {
			b.WriteString(t + "\n")
		}
	}
	b.WriteString("\n" + l.Thanks + "\n" + l.Ask + "\n\n" + l.Regards + "\n" + strings.Join(l.From, "\n") + "\n")
	_, err := io.WriteString(w, b.String())
	return err
}
