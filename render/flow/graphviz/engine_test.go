package graphviz

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"

	reference "github.com/goccy/go-graphviz"
)

// sample is a graph of n nodes in a chain, with loops back, jumps and dead ends. Its labels are
// not quite empty, because go-graphviz replaces empty ones by the name of the node.
func sample(n int) string {
	var b strings.Builder
	b.WriteString("digraph g {\nrankdir=LR; nslimit=2; nslimit1=2; searchsize=10;\n")
	b.WriteString("node [shape=box, fixedsize=true, width=2, height=1, label=\" \"];\n")
	for i := range n {
		fmt.Fprintf(&b, "n%d -> n%d [id=\"next%d\"];\n", i, i+1, i)
		if i%3 == 0 {
			fmt.Fprintf(&b, "n%d -> n%d [id=\"jump%d\"];\n", i, (i*7+5)%n, i)
		}
		if i%5 == 2 {
			fmt.Fprintf(&b, "n%d -> d%d;\n", i, i)
		}
	}
	b.WriteString("}\n")
	return b.String()
}

// cache is shared by the tests of one run, so that the module is compiled once.
var cache = sync.OnceValue(func() string {
	dir, err := os.MkdirTemp("", "graphviz-cache-")
	if err != nil {
		panic(err)
	}
	return dir
})

func TestMain(m *testing.M) {
	code := m.Run()
	os.RemoveAll(cache())
	os.Exit(code)
}

func engine(t testing.TB) *Engine {
	e := New(cache())
	t.Cleanup(func() {
		if err := e.Close(); err != nil {
			t.Error(err)
		}
	})
	return e
}

func TestEmbeddedModuleIsTheOneOfGoGraphviz(t *testing.T) {
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/goccy/go-graphviz").Output()
	if err != nil {
		t.Fatal(err)
	}
	want, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(dir)), "internal", "wasm", "graphviz.wasm"))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(wasm, want) {
		t.Error("graphviz.wasm differs from the module's: run go generate and read the licences again")
	}
}

func TestPlacesLikeGoGraphviz(t *testing.T) {
	ctx := context.Background()
	g, err := reference.New(ctx)
	if err != nil {
		t.Fatal(err)
	}
	defer g.Close()
	e := engine(t)
	for _, dot := range []string{"digraph { a -> b }", "graph { }", sample(4), sample(12), sample(40)} {
		for _, format := range []string{"json0", "plain"} {
			graph, err := reference.ParseBytes([]byte(dot))
			if err != nil {
				t.Fatal(err)
			}
			var want bytes.Buffer
			if err := g.Render(ctx, graph, reference.Format(format), &want); err != nil {
				t.Fatal(err)
			}
			got, err := e.render(ctx, dot, format)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(got, want.Bytes()) {
				t.Errorf("%s of\n%s\ndiffers:\n%s\nwant\n%s", format, dot, got, want.Bytes())
			}
		}
	}
}

func TestPlacement(t *testing.T) {
	p, err := engine(t).Layout(context.Background(), `digraph {
		node [shape=box, fixedsize=true, width=1, height=0.5, label=""];
		subgraph s { a }
		a -> b [id="ab", arrowhead=none, tailport=s, headport=n];
	}`)
	if err != nil {
		t.Fatal(err)
	}
	want := Placement{Width: 72, Height: 108, Nodes: []Node{{"a", 36, 18, 72, 36}, {"b", 36, 90, 72, 36}}}
	edges := p.Edges
	p.Edges = nil
	if !reflect.DeepEqual(p, want) {
		t.Errorf("got %+v, want %+v", p, want)
	}
	if len(edges) != 1 || edges[0].ID != "ab" {
		t.Fatalf("edges: %+v", edges)
	}
	points := edges[0].Points
	if first, last := points[0], points[len(points)-1]; first.X != 36 || first.Y != 36 || last.X != 36 || last.Y != 72 {
		t.Errorf("the edge must run down from (36, 36) to (36, 72): %v", points)
	}
}

func TestFaultsAreErrors(t *testing.T) {
	e := engine(t)
	if _, err := e.Layout(context.Background(), "digraph { a -> "); err == nil || !strings.Contains(err.Error(), "syntax error") {
		t.Errorf("a broken graph must give Graphviz's message, got %v", err)
	}
	if _, err := e.Layout(context.Background(), ""); err == nil {
		t.Error("an empty text is no graph")
	}
	if _, err := e.Layout(context.Background(), strings.Repeat(" ", MaxDot+1)); !errors.Is(err, ErrTooLarge) {
		t.Errorf("got %v, want ErrTooLarge", err)
	}
	if _, err := e.Layout(context.Background(), "digraph { a }"); err != nil {
		t.Errorf("the engine must go on after a fault: %v", err)
	}
}

func TestEndsWithItsContext(t *testing.T) {
	e := engine(t)
	if _, err := e.Layout(context.Background(), "digraph { a }"); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
	defer cancel()
	if _, err := e.Layout(ctx, sample(600)); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v, want the context's error", err)
	}
	cancelled, stop := context.WithCancel(context.Background())
	stop()
	if _, err := New("").Layout(cancelled, "digraph { a }"); !errors.Is(err, context.Canceled) {
		t.Errorf("waiting for the compiler must end with the context too, got %v", err)
	}
}

func TestParallelLayoutsAgree(t *testing.T) {
	e := engine(t)
	want, err := e.Layout(context.Background(), sample(20))
	if err != nil {
		t.Fatal(err)
	}
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			got, err := e.Layout(context.Background(), sample(20))
			if err != nil || !reflect.DeepEqual(got, want) {
				t.Errorf("a parallel layout differs (error %v)", err)
			}
		})
	}
	group.Wait()
}

func TestCacheFolder(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new", "cache")
	e := New(dir)
	if _, err := e.Layout(context.Background(), "digraph { a }"); err != nil {
		t.Fatal(err)
	}
	if err := e.Close(); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(dir); err != nil || info.Mode().Perm() != 0o700 {
		t.Errorf("the cache folder must be the user's own: %v %v", info, err)
	}
	// What stands in the cache may be damaged, the folder may be open to others or no folder.
	var files int
	err := filepath.WalkDir(dir, func(path string, entry os.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			files++
			return os.WriteFile(path, []byte("damaged"), 0o600)
		}
		return err
	})
	if err != nil || files == 0 {
		t.Fatalf("the cache holds %d files: %v", files, err)
	}
	open := t.TempDir()
	if err := os.Chmod(open, 0o777); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if private(open) || private(file) {
		t.Error("a folder that others can write to is no place for machine code, nor is a file")
	}
	damaged := New(dir)
	if _, err := damaged.Layout(context.Background(), "digraph { a }"); err != nil {
		t.Errorf("a damaged cache: %v", err)
	}
	if err := damaged.Close(); err != nil {
		t.Error(err)
	}
}

func BenchmarkCold(b *testing.B) {
	for b.Loop() {
		e := New(b.TempDir())
		if _, err := e.Layout(b.Context(), sample(12)); err != nil {
			b.Fatal(err)
		}
		e.Close()
	}
}

func BenchmarkWarmProcess(b *testing.B) {
	engine(b).Layout(b.Context(), "digraph { a }")
	for b.Loop() {
		e := New(cache())
		if _, err := e.Layout(b.Context(), sample(12)); err != nil {
			b.Fatal(err)
		}
		e.Close()
	}
}

func benchmarkLayout(b *testing.B, n int) {
	e := engine(b)
	if _, err := e.Layout(b.Context(), "digraph { a }"); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := e.Layout(b.Context(), sample(n)); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkLayout12(b *testing.B)  { benchmarkLayout(b, 12) }
func BenchmarkLayout60(b *testing.B)  { benchmarkLayout(b, 60) }
func BenchmarkLayout200(b *testing.B) { benchmarkLayout(b, 200) }
