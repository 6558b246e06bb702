package chart

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"errors"
	"fmt"
	"io"
	"math"
	"regexp"
	"strconv"
	"strings"
	"time"

	"modernc.org/quickjs"

	"klantreis/render"
	"klantreis/render/drawing"
	"klantreis/render/font"
)

// Limits of one JavaScript engine. A chart of 1,400 dots takes a second and 60 MB; the rest is
// room for slow machines, and an end for whatever goes wrong.
const (
	memoryLimit = 512 << 20
	timeLimit   = 60 * time.Second
	maxSide     = 20000.0 // pixels
)

// Renderer makes still pictures of charts. It holds a JavaScript engine of its own, which starts
// at the first chart, so that making a Renderer costs nothing. It is for one goroutine at a
// time; several may live at once. Close it after use.
type Renderer struct {
	vm     *quickjs.VM
	closed bool
}

// NewRenderer returns a Renderer that has not started yet.
func NewRenderer() (*Renderer, error) { return &Renderer{}, nil }

// Close frees the engine. A closed Renderer draws no more.
func (r *Renderer) Close() error {
	r.closed = true
	if r.vm == nil {
		return nil
	}
	vm := r.vm
	r.vm = nil
	return vm.Close()
}

// Draw makes the still form of a chart at a size in pixels; Size has the natural one, at which the
// picture is that of Option. The same arguments give the same Drawing on every run, whatever was
// drawn before.
func (r *Renderer) Draw(c render.Chart, t render.Theme, width, height float64) (drawing.Drawing, error) {
	if !(width >= 1 && width <= maxSide && height >= 1 && height <= maxSide) {
		return drawing.Drawing{}, fmt.Errorf("chart %s: size %v × %v", c.ID, width, height)
	}
	p, err := layOut(c, t, math.Round(width), math.Round(height))
	if err != nil {
		return drawing.Drawing{}, err
	}
	option, err := p.option()
	if err != nil {
		return drawing.Drawing{}, err
	}
	if err := r.Prepare(); err != nil {
		return drawing.Drawing{}, err
	}
	d, err := r.draw(string(option), p.width, p.height)
	if err != nil {
		// Whatever went wrong in the engine must not reach the next chart: that gets a new one.
		r.vm.Close()
		r.vm = nil
		return drawing.Drawing{}, fmt.Errorf("chart %s: %w", c.ID, err)
	}
	d.ID, d.Title, d.Desc, d.Lang = c.ID, p.c.Title, p.description(), c.Lang
	return d, nil
}

func (r *Renderer) draw(option string, width, height float64) (drawing.Drawing, error) {
	svg, err := r.vm.Call("still", option, width, height)
	if err != nil {
		return drawing.Drawing{}, err
	}
	text, ok := svg.(string)
	if !ok {
		return drawing.Drawing{}, fmt.Errorf("ECharts returned %T, not a picture", svg)
	}
	return drawing.ReadSVG(strings.NewReader(text))
}

// glue gives ECharts what it expects of its surroundings, and a function that draws one option.
// ECharts measures with the first chart already, so its way of measuring is set before. It keeps
// nothing of a chart that is disposed of.
const glue = `
echarts.setPlatformAPI({measureText: (text, font) => ({width: textWidth(text, font)})});
function setTimeout() { return 0; }
function clearTimeout() {}
function still(option, width, height) {
	const chart = echarts.init(null, null, {renderer: 'svg', ssr: true, width: width, height: height});
	try {
		chart.setOption(JSON.parse(option));
		return chart.getZr().painter.renderToString({cssAnimation: false, cssEmphasis: false});
	} finally {
		chart.dispose();
	}
}`

// Prepare starts the engine, which the first Draw else does. A second call does nothing.
func (r *Renderer) Prepare() error {
	if r.closed {
		return errors.New("chart: the renderer is closed")
	}
	if r.vm != nil {
		return nil
	}
	vm, err := quickjs.NewVM()
	if err != nil {
		return fmt.Errorf("chart: %w", err)
	}
	if err := prepare(vm); err != nil {
		vm.Close()
		return fmt.Errorf("chart: starting ECharts: %w", err)
	}
	r.vm = vm
	return nil
}

func prepare(vm *quickjs.VM) error {
	vm.SetMemoryLimit(memoryLimit)
	if err := vm.SetEvalTimeout(timeLimit); err != nil {
		return err
	}
	if err := vm.RegisterHostFunc("textWidth", textWidth); err != nil {
		return err
	}
	if err := loadECharts(vm); err != nil {
		return err
	}
	_, err := vm.Eval(glue, quickjs.EvalGlobal)
	return err
}

// compiled is echarts.js as bytecode of the engine, compressed: it loads in 45 ms, the source in
// 210 ms. A test keeps it fresh.
//
//go:embed echarts.qbc.gz
var compiled []byte

// loadECharts falls back to the source when the engine has another version of bytecode.
func loadECharts(vm *quickjs.VM) error {
	if code, err := decompressed(); err == nil {
		if _, err := vm.EvalBytecode(code); err == nil {
			return nil
		}
	}
	_, err := vm.Eval(string(script), quickjs.EvalGlobal)
	return err
}

func decompressed() ([]byte, error) {
	r, err := gzip.NewReader(bytes.NewReader(compiled))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}

var fontSize = regexp.MustCompile(`([0-9.]+)px`)

// textWidth measures a text in a CSS font such as "600 14px Inter".
func textWidth(args []any) (any, error) {
	if len(args) != 2 {
		return nil, errors.New("textWidth wants a text and a font")
	}
	text, _ := args[0].(string)
	css, _ := args[1].(string)
	size := 12.0
	if m := fontSize.FindStringSubmatch(css); m != nil {
		if v, err := strconv.ParseFloat(m[1], 64); err == nil {
			size = v
		}
	}
	face := font.Regular
	switch head, _, _ := strings.Cut(css, "px"); {
	case strings.Contains(head, "bold"), strings.Contains(head, "700"):
		face = font.Bold
	case strings.Contains(head, "600"):
		face = font.SemiBold
	case strings.Contains(head, "italic"):
		face = font.Italic
	}
	return font.Width(text, face, size), nil
}
