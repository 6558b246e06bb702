package chart

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"flag"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"modernc.org/quickjs"

	"klantreis/render"
	"klantreis/render/drawing"
	"klantreis/render/font"
)

var (
	update = flag.Bool("update", false, "write the golden files and the bytecode anew")
	look   = flag.String("look", "", "directory for a PNG of every sample")
)

// golden compares text with a file in testdata.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got == string(want) {
		return
	}
	g, w := strings.Split(got, "\n"), strings.Split(string(want), "\n")
	for i := range g {
		if i >= len(w) || g[i] != w[i] {
			t.Fatalf("%s differs at line %d:\n got %s\nwant %s\n(go test -update writes it anew)", name, i+1, g[i], append(w, "")[min(i, len(w))])
		}
	}
	t.Fatalf("%s is longer than what was made", name)
}

// reviewed names the samples that have a golden option, one or two per kind.
var reviewed = []string{"bars", "bars-line", "columns", "stacked", "lines", "scores", "boxes-many", "empty"}

func TestOptionGolden(t *testing.T) {
	for _, c := range samples() {
		option, err := Option(c, render.Stadskamer())
		if err != nil {
			t.Fatal(err)
		}
		again, _ := Option(c, render.Stadskamer())
		if !bytes.Equal(option, again) {
			t.Errorf("%s: the option differs from run to run", c.ID)
		}
		for _, bad := range []string{"</", "function", "__f__", "<script"} {
			if bytes.Contains(option, []byte(bad)) {
				t.Errorf("%s: the option contains %q", c.ID, bad)
			}
		}
		if !slices.Contains(reviewed, c.ID) {
			continue
		}
		var b bytes.Buffer
		if err := json.Indent(&b, option, "", " "); err != nil {
			t.Fatal(err)
		}
		golden(t, c.ID+".json", compact(b.String())+"\n")
	}
}

// compact puts short lists of numbers on one line, for who reviews them.
func compact(s string) string {
	var out []string
	for _, line := range strings.Split(s, "\n") {
		bare := strings.TrimSpace(line)
		if n := len(out); n > 0 && strings.Trim(strings.TrimSuffix(bare, ","), "0123456789.-]") == "" && bare != "" && len(out[n-1]) < 160 &&
			(strings.HasSuffix(out[n-1], "[") || strings.HasSuffix(out[n-1], ",") && bare[0] != ']' || bare[0] == ']' && strings.Trim(out[n-1][len(out[n-1])-1:], "0123456789") == "") {
			out[n-1] += bare
			continue
		}
		out = append(out, line)
	}
	return strings.Join(out, "\n")
}

// TestDraw draws every sample: its texts are as reviewed, none is lost, none leaves the picture.
func TestDraw(t *testing.T) {
	r, err := NewRenderer()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	for _, c := range samples() {
		t.Run(c.ID, func(t *testing.T) {
			w, h := Size(c)
			d, err := r.Draw(c, render.Stadskamer(), w, h)
			if err != nil {
				t.Fatal(err)
			}
			if d.ID != c.ID || d.Width != w || d.Height != h || d.Title == "" || d.Desc == "" || d.Lang != c.Lang {
				t.Errorf("drawing %q %v × %v, title %q, desc %q, lang %q", d.ID, d.Width, d.Height, d.Title, d.Desc, d.Lang)
			}
			golden(t, c.ID+".txt", texts(t, d))
			checkLegible(t, d)
			save(t, c.ID, d)
		})
	}
}

// save writes a PNG for who runs the tests with -look.
func save(t *testing.T, name string, d drawing.Drawing) {
	if *look == "" {
		return
	}
	d.Background = drawing.Hex("#ffffff")
	var b bytes.Buffer
	if err := drawing.WritePNG(&b, d, int(d.Width*3/2)); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(*look, name+".png"), b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

// texts dumps what a picture says and where, and counts what it draws.
func texts(t *testing.T, d drawing.Drawing) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%.0f × %.0f %s\n%s\n", d.Width, d.Height, d.Title, d.Desc)
	paths := 0
	drawing.Walk(d.Items, func(it drawing.Item) {
		switch v := it.(type) {
		case drawing.Text:
			fmt.Fprintf(&b, "%5.0f %5.0f %s %.0f/%d %s\n", v.Left(), v.Y, [...]string{"start ", "middle", "end   "}[v.Anchor], v.Size, v.Face.Weight(), v.S)
		case drawing.Path:
			paths++
		}
	})
	fmt.Fprintf(&b, "%d paths\n", paths)
	return b.String()
}

// checkLegible wants every text of at least 12 pixels, inside the picture and free of the others.
func checkLegible(t *testing.T, d drawing.Drawing) {
	t.Helper()
	picture := drawing.Box{X: -0.5, Y: -0.5, W: d.Width + 1, H: d.Height + 1}
	var boxes []drawing.Box
	var said []string
	drawing.Walk(d.Items, func(it drawing.Item) {
		v, ok := it.(drawing.Text)
		if !ok {
			return
		}
		if v.Size < 12 {
			t.Errorf("%q is %v pixels", v.S, v.Size)
		}
		box := drawing.Box{X: v.Left(), Y: v.Y - v.Size*0.73, W: v.Width(), H: v.Size * 0.73} // capital height
		if !box.Inside(picture) {
			t.Errorf("%q at %v leaves the picture of %v × %v", v.S, box, d.Width, d.Height)
		}
		for i, other := range boxes {
			if box.Overlaps(other) {
				t.Errorf("%q and %q overlap", v.S, said[i])
			}
		}
		boxes, said = append(boxes, box), append(said, v.S)
	})
}

func TestDrawIsTheSameInAnyOrderAndAtOnce(t *testing.T) {
	list := samples()[:3]
	draw := func(r *Renderer, c render.Chart) string {
		w, h := Size(c)
		d, err := r.Draw(c, render.Stadskamer(), w, h)
		if err != nil {
			t.Error(err)
		}
		var b bytes.Buffer
		if err := drawing.WriteSVG(&b, d, drawing.SVGOptions{}); err != nil {
			t.Error(err)
		}
		return b.String()
	}
	results := make([]map[string]string, 2)
	var group sync.WaitGroup
	for i := range results {
		results[i] = map[string]string{}
		group.Go(func() {
			r, _ := NewRenderer()
			defer r.Close()
			for k := range list {
				c := list[k]
				if i == 1 {
					c = list[len(list)-1-k]
				}
				results[i][c.ID] = draw(r, c)
			}
		})
	}
	group.Wait()
	for id, svg := range results[0] {
		if results[1][id] != svg {
			t.Errorf("%s depends on what was drawn before", id)
		}
	}
}

// TestDrawForAPhone draws every sample at the width of a phone: legible, and nothing outside.
func TestDrawForAPhone(t *testing.T) {
	r, err := NewRenderer()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	for _, c := range samples() {
		t.Run(c.ID, func(t *testing.T) {
			w, h := PhoneSize(c)
			d, err := r.Draw(c, render.Stadskamer(), w, h)
			if err != nil {
				t.Fatal(err)
			}
			if d.Width > 400 {
				t.Errorf("%v is wider than a phone", d.Width)
			}
			checkLegible(t, d)
			save(t, c.ID+"-phone", d)
		})
	}
}

func TestDrawAtOtherSizes(t *testing.T) {
	r, _ := NewRenderer()
	defer r.Close()
	for _, c := range samples() {
		if !slices.Contains(reviewed, c.ID) {
			continue
		}
		_, h := Size(c)
		d, err := r.Draw(c, render.Stadskamer(), 1000, h+100)
		if err != nil {
			t.Fatal(err)
		}
		if d.Width != 1000 || d.Height != h+100 {
			t.Errorf("%s: %v × %v", c.ID, d.Width, d.Height)
		}
		checkLegible(t, d)
	}
}

func TestOptionRefusesChartsWithoutAShape(t *testing.T) {
	nan := math.NaN()
	one := []string{"a"}
	cases := map[string]render.Chart{
		"kind":     {Kind: 9},
		"values":   {Categories: one, Series: []render.Series{{Values: []float64{1, 2}}}},
		"missing":  {Categories: one, Series: []render.Series{{Values: []float64{1}, Missing: []bool{}}}},
		"labels":   {Categories: one, Series: []render.Series{{Values: []float64{1}, Labels: []string{"a", "b"}}}},
		"nan":      {Categories: one, Series: []render.Series{{Values: []float64{nan}}}},
		"infinite": {Categories: one, Series: []render.Series{{Values: []float64{math.Inf(1)}}}},
		"mark":     {Categories: one, Marks: []render.Mark{{At: 1}}},
		"range":    {Categories: one, Range: [2]float64{2, 1}},
		"line":     {Categories: one, Line: &render.Threshold{Value: nan}},
		"low":      {Categories: one, Series: []render.Series{{Values: []float64{1}, Low: []float64{0}}}},
		"turned":   {Categories: one, Series: []render.Series{{Values: []float64{1}, Low: []float64{2}, High: []float64{1}}}},
		"open":     {Kind: render.Boxes, Series: []render.Series{{Values: []float64{1}, Open: []bool{true, true}}}},
		"quantile": {Kind: render.Boxes, Series: []render.Series{{Values: []float64{1}, Summary: &render.BoxSummary{Quantiles: []float64{1, 2, 3, 2, 4}}}}},
		"four":     {Kind: render.Boxes, Series: []render.Series{{Values: []float64{1}, Summary: &render.BoxSummary{Quantiles: []float64{1, 2, 3, 4}}}}},
	}
	for name, c := range cases {
		if _, err := Option(c, render.Stadskamer()); err == nil {
			t.Errorf("%s: no error", name)
		}
		if w, h := Size(c); w <= 0 || h <= 0 {
			t.Errorf("%s: size %v × %v", name, w, h)
		}
	}
}

func TestRendererLimits(t *testing.T) {
	r, _ := NewRenderer()
	c := samples()[0]
	for _, size := range [][2]float64{{0, 10}, {10, -1}, {1e9, 10}} {
		if _, err := r.Draw(c, render.Stadskamer(), size[0], size[1]); err == nil {
			t.Errorf("size %v: no error", size)
		}
	}
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	if err := r.Close(); err != nil {
		t.Errorf("closing twice: %v", err)
	}
	if _, err := r.Draw(c, render.Stadskamer(), 100, 100); err == nil {
		t.Error("a closed renderer draws")
	}
}

func TestScriptIsSafeInAPage(t *testing.T) {
	for _, bad := range []string{"</script", "<!--", "import(", "eval(", "new Function"} {
		if bytes.Contains(Script(), []byte(bad)) {
			t.Errorf("the script contains %q", bad)
		}
	}
	for i, b := range Script() {
		if b >= 0x80 {
			t.Fatalf("byte %d is not ASCII", i)
		}
	}
}

// TestBytecodeIsFresh compiles the source again; the engine does so the same on every run.
func TestBytecodeIsFresh(t *testing.T) {
	vm, err := quickjs.NewVM()
	if err != nil {
		t.Fatal(err)
	}
	defer vm.Close()
	code, err := vm.Compile(string(script), quickjs.EvalGlobal)
	if err != nil {
		t.Fatal(err)
	}
	if *update {
		var b bytes.Buffer
		w, _ := gzip.NewWriterLevel(&b, gzip.BestCompression)
		if _, err := w.Write(code); err != nil {
			t.Fatal(err)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile("echarts.qbc.gz", b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		compiled = b.Bytes()
	}
	if got, err := decompressed(); err != nil || !bytes.Equal(got, code) {
		t.Errorf("echarts.qbc.gz is not made of echarts.js (go test -update makes it): %v", err)
	}
}

func TestTextWidthMeasuresWithTheEmbeddedFont(t *testing.T) {
	cases := []struct {
		text, css string
		want      float64
	}{
		{"Wacht", "14px Inter", font.Width("Wacht", font.Regular, 14)},
		{"Wacht", "normal 600 14px Inter", font.Width("Wacht", font.SemiBold, 14)},
		{"Wacht", "italic 12.5px Inter", font.Width("Wacht", font.Italic, 12.5)},
		{"Wacht", "bold 13px Inter, 'Segoe UI'", font.Width("Wacht", font.Bold, 13)},
		{"国", "12px Inter", 12},
		{"", "", 0},
	}
	for _, c := range cases {
		if got, err := textWidth([]any{c.text, c.css}); err != nil || got != c.want {
			t.Errorf("%q in %q: %v %v, want %v", c.text, c.css, got, err, c.want)
		}
	}
}

// TestBoxesOfCounts draws cases that were counted per length as if each stood in the list.
func TestBoxesOfCounts(t *testing.T) {
	for _, times := range [][]int{{1, 1, 1}, {3, 1, 7}, {900, 40, 8000}} {
		values := []float64{4, 1, 19}
		var each []float64
		for i, v := range values {
			each = append(each, slices.Repeat([]float64{v}, times[i])...)
		}
		counted, listed := present(render.Series{Values: values, Times: times}), present(render.Series{Values: each})
		for _, percent := range []int{10, 25, 50, 75, 90} {
			if got, want := percentile(counted, percent), percentile(listed, percent); got != want {
				t.Errorf("%v: P%d is %v, want %v", times, percent, got, want)
			}
		}
		for _, perDot := range []int{1, 2, 3, 7} {
			if got, want := thinned(counted, perDot), thinned(listed, perDot); !slices.Equal(got, want) {
				t.Errorf("%v: one of %d is %v, want %v", times, perDot, got, want)
			}
		}
	}
}
