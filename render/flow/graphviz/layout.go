package graphviz

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"strings"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
)

// MaxDot bounds the size of a graph's text, in bytes. It keeps a hostile file from asking for
// hours; a graph of 200 nodes with their edges takes about 60 kB.
const MaxDot = 512 << 10

// ErrTooLarge is returned for a graph above MaxDot.
var ErrTooLarge = errors.New("graphviz: the graph is too large")

// Layout places the graph that dot describes in the DOT language, by the dot algorithm. It ends
// early with the error of ctx when that is done. A graph that Graphviz cannot read gives its
// message.
func (e *Engine) Layout(ctx context.Context, dot string) (Placement, error) {
	out, err := e.render(ctx, dot, "json0")
	if err != nil {
		return Placement{}, err
	}
	return parse(out)
}

// render returns what Graphviz writes in one of its own formats.
func (e *Engine) render(ctx context.Context, dot, format string) ([]byte, error) {
	if len(dot) > MaxDot {
		return nil, fmt.Errorf("%w: %d bytes, at most %d", ErrTooLarge, len(dot), MaxDot)
	}
	p, err := e.load(ctx)
	if err != nil {
		return nil, err
	}
	messages := &limited{left: 4 << 10}
	out, err := instantiate(ctx, p, messages, dot, format)
	switch {
	case err == nil:
		return out, nil
	case ctx.Err() != nil:
		return nil, fmt.Errorf("graphviz: %w", context.Cause(ctx))
	case messages.Len() > 0:
		return nil, fmt.Errorf("graphviz: %w: %s", err, strings.TrimSpace(messages.String()))
	}
	return nil, fmt.Errorf("graphviz: %w", err)
}

func instantiate(ctx context.Context, p program, messages *limited, dot, format string) ([]byte, error) {
	m, err := p.runtime.InstantiateModule(ctx, p.compiled, wazero.NewModuleConfig().WithName("").WithStderr(messages))
	if err != nil {
		return nil, err
	}
	defer m.Close(context.WithoutCancel(ctx))
	i := &instance{ctx: ctx, module: m}
	out := i.layout(dot, format)
	return out, i.err
}

// limited keeps the first bytes written to it.
type limited struct {
	bytes.Buffer
	left int
}

func (l *limited) Write(p []byte) (int, error) {
	n := min(len(p), l.left)
	l.left -= n
	l.Buffer.Write(p[:n])
	return len(p), nil
}

// instance is one running module. The first fault stays in err and makes every later call do
// nothing.
type instance struct {
	ctx    context.Context
	module api.Module
	err    error
}

func (i *instance) layout(dot, format string) []byte {
	gvc := i.call("gvContextPlugins", i.plugins(), 1)
	graph := i.call("agmemread", i.text(dot))
	if i.err == nil && graph == 0 {
		i.err = errors.New("the graph cannot be read")
	}
	if code := i.call("gvLayout", gvc, graph, i.text("dot")); i.err == nil && code != 0 {
		i.err = errors.New("the graph cannot be laid out")
	}
	result := i.call("malloc", 8)
	if code := i.call("gvRenderData", gvc, graph, i.text(format), result, result+4); i.err == nil && int32(code) < 0 {
		i.err = errors.New("the layout cannot be written")
	}
	out := i.read(i.word(result), i.word(result+4))
	return bytes.Clone(out)
}

// plugins builds the zero-terminated list of (name, address) pairs that gvContextPlugins reads.
// The module offers them as a Go slice: a length, and pointers to pairs that stand 8 bytes apart.
func (i *instance) plugins() uint64 {
	p := i.call("malloc", 4)
	i.call("wasm_bridge_SymList_default", p)
	slice := i.word(p)
	count, data := i.word(slice), i.word(slice+4)
	if count > 64 {
		i.fail("%d plugins", count)
		return 0
	}
	var list []byte
	for k := range count {
		pair := i.word(data + 8*k)
		list = append(list, i.read(pair, 8)...)
	}
	return i.store(append(list, make([]byte, 8)...))
}

func (i *instance) fail(format string, args ...any) {
	if i.err == nil {
		i.err = fmt.Errorf(format, args...)
	}
}

func (i *instance) call(name string, args ...uint64) uint64 {
	if i.err != nil {
		return 0
	}
	results, err := i.module.ExportedFunction(name).Call(i.ctx, args...)
	if err != nil {
		i.fail("%s: %w", name, firstLine(err))
		return 0
	}
	if len(results) == 0 {
		return 0
	}
	return results[0]
}

// firstLine drops the stack trace of a fault inside the module, which tells a reader nothing.
func firstLine(err error) error {
	line, _, _ := strings.Cut(err.Error(), "\n")
	return errors.New(line)
}

func (i *instance) text(s string) uint64 { return i.store(append([]byte(s), 0)) }

func (i *instance) store(b []byte) uint64 {
	p := i.call("malloc", uint64(len(b)))
	if i.err == nil && (p == 0 || !i.module.Memory().Write(uint32(p), b)) {
		i.fail("no memory for %d bytes", len(b))
	}
	return p
}

func (i *instance) read(at, length uint64) []byte {
	if i.err != nil {
		return nil
	}
	b, ok := i.module.Memory().Read(uint32(at), uint32(length))
	if !ok {
		i.fail("%d bytes at %d lie outside the memory", length, at)
	}
	return b
}

func (i *instance) word(at uint64) uint64 {
	b := i.read(at, 4)
	if len(b) < 4 {
		return 0
	}
	return uint64(binary.LittleEndian.Uint32(b))
}
