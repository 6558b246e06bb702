package text

import (
	"io"

	"klantreis/render"
)

// WriteReadability writes the sentences with remarks, text by text; the others are left out.
func WriteReadability(out io.Writer, v render.Readability) error {
	t := &writer{}
	t.line(0, "%s", v.Title)
	t.wrapped(v.Lead)
	for _, text := range v.Texts {
		t.heading(text.Name)
		for _, l := range text.Lead {
			t.wrapped(l)
		}
		for _, s := range text.Sentences {
			if len(s.Remarks) == 0 {
				continue
			}
			t.WriteString("\n")
			for i, l := range wrap(s.Place+": "+s.Plain(), lineWidth-4) {
				t.line(2+2*min(i, 1), "%s", l)
			}
			for _, r := range s.Remarks {
				for i, l := range wrap("- "+r, lineWidth-6) {
					t.line(6+2*min(i, 1), "%s", l)
				}
			}
		}
	}
	_, err := out.Write(t.Bytes())
	return err
}
