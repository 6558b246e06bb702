// Package graphviz places graphs with the dot layout of Graphviz, without cgo and without an
// installed program.
//
// It drives the graphviz.wasm of github.com/goccy/go-graphviz on wazero, and does three things
// that go-graphviz does not: nothing is compiled before the first layout (go-graphviz compiles
// in its package init, so that even --help pays one to two seconds), every layout has an
// instance of its own (no leak, safe in parallel), and a layout ends when its context does.
package graphviz

import (
	"context"
	_ "embed"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"sync"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
	"github.com/tetratelabs/wazero/imports/wasi_snapshot_preview1"
)

//go:generate go run ./refresh

//go:embed graphviz.wasm
var wasm []byte

// MemoryPages bounds the memory of one layout, in pages of 64 kB: 128 MB. A graph of 200 nodes
// takes about 10 MB.
const MemoryPages = 2048

// Engine lays out graphs. It is safe for use by several goroutines.
type Engine struct {
	cacheDir string

	once  sync.Once
	ready chan struct{}
	program
	err error
}

// program is the module, compiled and ready to be instantiated.
type program struct {
	runtime  wazero.Runtime
	cache    wazero.CompilationCache // nil: in memory only
	compiled wazero.CompiledModule
}

// New returns an engine that keeps compiled code in cacheDir, a folder for this user only, which
// is made when it does not exist. With an empty cacheDir, and when the folder cannot be used
// safely, the code is compiled anew in every process, which takes about a second.
func New(cacheDir string) *Engine {
	return &Engine{cacheDir: cacheDir, ready: make(chan struct{})}
}

// Prepare starts compiling in the background, so that other work can go on meanwhile. Calling
// it is optional.
func (e *Engine) Prepare() {
	e.once.Do(func() {
		go func() {
			defer close(e.ready)
			e.program, e.err = compile(e.cacheDir)
		}()
	})
}

// Close frees the compiled code. The engine cannot be used afterwards.
func (e *Engine) Close() error {
	e.once.Do(func() {
		e.err = errors.New("graphviz: the engine is closed")
		close(e.ready)
	})
	<-e.ready
	return e.program.close()
}

func (p program) close() error {
	ctx := context.Background()
	var errs []error
	if p.runtime != nil {
		errs = append(errs, p.runtime.Close(ctx))
	}
	if p.cache != nil {
		errs = append(errs, p.cache.Close(ctx))
	}
	return errors.Join(errs...)
}

// load waits for the compiled module.
func (e *Engine) load(ctx context.Context) (program, error) {
	e.Prepare()
	select {
	case <-e.ready:
		return e.program, e.err
	case <-ctx.Done():
		return program{}, fmt.Errorf("graphviz: %w", context.Cause(ctx))
	}
}

// compile uses the cache in dir where it can. A cache that holds something unreadable must not
// keep anybody from a picture, so that a fault leads to a second try without it.
func compile(dir string) (program, error) {
	if dir != "" && private(dir) {
		if cache, err := wazero.NewCompilationCacheWithDir(dir); err == nil {
			p, err := compileWith(cache)
			if err == nil {
				return p, nil
			}
		}
	}
	return compileWith(nil)
}

// private makes dir and reports whether only its owner can write there: the cache holds machine
// code that will run with the rights of the user.
func private(dir string) bool {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return false
	}
	info, err := os.Lstat(filepath.Clean(dir))
	if err != nil || !info.IsDir() {
		return false
	}
	if runtime.GOOS == "windows" { // no permission bits; the user's cache folder is protected by its list
		return true
	}
	return info.Mode().Perm()&0o077 == 0
}

// compileWith translates the module to machine code on all processors: 0.6 s on two, 0.07 s out of
// the cache. wazero's interpreter would be ready in 0.2 s but takes 15 times as long for a layout
// (0.15 s instead of 0.01 s for 12 nodes) and runs out of stack at 200 nodes.
func compileWith(cache wazero.CompilationCache) (p program, err error) {
	ctx := experimental.WithCompilationWorkers(context.Background(), runtime.GOMAXPROCS(0))
	config := wazero.NewRuntimeConfig().WithCloseOnContextDone(true).WithMemoryLimitPages(MemoryPages)
	if cache != nil {
		config = config.WithCompilationCache(cache)
	}
	p = program{runtime: wazero.NewRuntimeWithConfig(ctx, config), cache: cache}
	defer func() {
		if err != nil {
			err = errors.Join(fmt.Errorf("graphviz: %w", err), p.close())
			p = program{}
		}
	}()
	if _, err = wasi_snapshot_preview1.Instantiate(ctx, p.runtime); err != nil {
		return p, err
	}
	if p.compiled, err = p.runtime.CompileModule(ctx, wasm); err != nil {
		return p, err
	}
	return p, noCallbacks(ctx, p)
}

// noCallbacks satisfies the imports by which go-graphviz lets Go code take part in a layout. The
// plugins of Graphviz itself never call them.
func noCallbacks(ctx context.Context, p program) error {
	env := p.runtime.NewHostModuleBuilder("env")
	for _, f := range p.compiled.ImportedFunctions() {
		module, name, _ := f.Import()
		if module != "env" {
			continue
		}
		refuse := api.GoFunc(func(context.Context, []uint64) { panic("graphviz: unexpected callback " + name) })
		env.NewFunctionBuilder().WithGoFunction(refuse, f.ParamTypes(), f.ResultTypes()).Export(name)
	}
	_, err := env.Instantiate(ctx)
	return err
}
