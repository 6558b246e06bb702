package markdown

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
	"klantreis/render"
	"klantreis/render/words"
)

var update = flag.Bool("update", false, "rewrite the golden file")

// TestExample holds a real report to a golden file.
func TestExample(t *testing.T) {
	folder := filepath.Join("..", "..", "examples", "verhuizen")
	j, _, problems, err := journeys.Load(filepath.Join(folder, "klantreis.yaml"))
	if err != nil || problems.HasErrors() {
		t.Fatal(err, problems)
	}
	ev, _ := evidence.Bind(j, os.DirFS(folder))
	var out bytes.Buffer
	if err := Write(&out, render.Compose(j, ev, words.Dutch, render.Pictures{Charts: render.Charts(j, ev, words.Dutch)})); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join("testdata", "verhuizen.md")
	if *update {
		if err := os.WriteFile(name, out.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(out.Bytes(), want) {
		t.Errorf("%s differs; run with -update and read the diff. Got\n%s", name, out.Bytes())
	}
}

// TestEscapes holds that no text of a journey is read as Markdown or HTML.
func TestEscapes(t *testing.T) {
	for text, want := range map[string]string{
		"*vet* _schuin_ `code`": "\\*vet\\* \\_schuin\\_ \\`code\\`", "<script>alert(1)</script>": `\<script\>alert(1)\</script\>`, "a | b": `a \| b`, "# kop": `\# kop`,
		"- streep": `\- streep`, "+ plus": `\+ plus`, "1. één": `1\. één`, "12) x": `12\) x`, "3.5 van 1.456": "3.5 van 1.456", "[x](http://y)": `\[x\](http://y)`, "één\n\ntwee": "één twee",
		"&copy; ~weg~": `\&copy; \~weg\~`, "C:\\pad": `C:\\pad`, "a\x00b": "ab", "===": `\===`,
	} {
		if got := (&page{}).text(text); got != want {
			t.Errorf("%q became %q, not %q", text, got, want)
		}
	}
}

// TestBlocks writes one of each block, and leaves out what is for the deck alone or only to write on.
func TestBlocks(t *testing.T) {
	r := render.Report{Title: "Reis", Lang: "en", Owner: "Team", Sections: []render.Section{
		{Title: "Deck", Where: render.DeckOnly, Blocks: []render.Block{render.Prose{Text: "not here"}}},
		{Title: "Room", Blocks: []render.Block{render.WriteOn{Prompt: "write", Lines: 3}}},
		{Title: "All", Blocks: []render.Block{
			render.Prose{Text: "Text"}, render.Heading{Text: "Head"}, render.List{Items: []string{"a", "b"}, Tone: render.Negative}, render.Quote{Text: "q", Source: "s"},
			render.Facts{Items: []render.Fact{{Label: "l", Value: "v", Note: "n"}}}, render.Claim{Text: "c", Value: "3×", Basis: "n = 3 of 9", Tone: render.Positive},
			render.Table{Caption: "cap", Columns: []render.Column{{Title: "x"}, {Title: "y", Number: true}}, Rows: [][]string{{"a|b", "1"}}},
			render.Figure{Title: "fig", Alt: "alt", Caption: "source", Data: render.Table{Columns: []render.Column{{Title: "z"}}, Rows: [][]string{{"1"}}}},
			render.AdviceCard{Number: 2, Title: "Do", Basis: "why", Owner: "Me", Effect: "less", EffectBasis: "measured"},
			render.Matrix{Title: "m", GainLabel: "G", EffortLabel: "E", Levels: [3]string{"S", "M", "L"}, Cells: []render.MatrixCell{{Number: 2, Gain: 2, Title: "Do"}}},
			render.Callout{Title: "t", Text: "u", Tone: render.Attention}, render.PageBreak{}}},
	}}
	var out bytes.Buffer
	if err := Write(&out, r); err != nil {
		t.Fatal(err)
	}
	const want = `# Reis

- **Owner:** Team

## All

Text

### Head

- ✗ a
- ✗ b

> q
>
> — s

- **l:** v *(n)*

✓ **3×** c  
*(n = 3 of 9)*

*cap*

| x | y |
| --- | ---: |
| a\|b | 1 |

**fig**

alt

*(source)*

| z |
| --- |
| 1 |

### 2. Do

- **Because:** why
- **Owner:** Me
- **Effect:** less measured

*m*

| No. | Advice | G | E |
| ---: | --- | --- | --- |
| 2 | Do | L | S |

> \! **t** u
`
	if got := out.String(); got != want {
		t.Errorf("wrote\n%s", got)
	}
	if strings.Contains(out.String(), "not here") {
		t.Error("what is for the deck alone is there")
	}
}
