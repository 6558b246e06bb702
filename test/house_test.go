package main

import (
	"encoding/json"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// pkg is what `go list -json` tells of a package.
type pkg struct {
	ImportPath string
	Standard   bool
	Imports    []string
	Deps       []string
}

func list(t *testing.T, args ...string) []pkg {
	t.Helper()
	cmd := exec.Command("go", append([]string{"list", "-json=ImportPath,Standard,Imports,Deps"}, args...)...)
	cmd.Dir = ".."
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var all []pkg
	for decoder := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p pkg
		if err := decoder.Decode(&p); err == io.EOF {
			return all
		} else if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
}

const module = "klantreis/"

// leaves of render may be used anywhere below cmd's neighbours, and know nothing of reports.
var leaves = []string{"render/drawing", "render/font", "render/office", "render/words"}

// TestDirection keeps the one way in which the house is built: journeys ← journeys/… ← render ←
// render/… ← cmd; formats never see each other.
func TestDirection(t *testing.T) {
	for _, p := range list(t, "./journeys/...", "./render/...", "./connect") {
		name := strings.TrimPrefix(p.ImportPath, module)
		for _, imported := range p.Imports {
			if !strings.HasPrefix(imported, module) {
				continue
			}
			to := strings.TrimPrefix(imported, module)
			if why := forbidden(name, to); why != "" {
				t.Errorf("%s imports %s: %s", name, to, why)
			}
		}
	}
}

func forbidden(from, to string) string {
	top := func(s string) string { first, _, _ := strings.Cut(s, "/"); return first }
	below := func(s string) string { // render/flow/graphviz → render/flow
		parts := strings.Split(s, "/")
		return strings.Join(parts[:min(2, len(parts))], "/")
	}
	leaf := func(s string) bool { return slices.Contains(leaves, below(s)) }
	switch {
	case top(to) != "journeys" && top(to) != "render":
		return "only journeys and render may be imported here"
	case top(from) == "journeys" && top(to) == "render":
		return "journeys knows nothing of rendering"
	case from == "connect" && top(to) == "render":
		return "connect carries questions and answers, it shows nothing"
	case from == "journeys":
		return "the model imports nothing of the project"
	case leaf(from) && top(to) == "render" && !leaf(to):
		return "a leaf of render knows nothing of reports"
	case from == "render" && top(to) == "render" && !leaf(to):
		return "render decides what to show, not how"
	case strings.HasPrefix(from, "render/") && !leaf(from) && strings.HasPrefix(to, "render/") && !leaf(to) && below(from) != below(to):
		return "formats and figures never see each other"
	}
	return ""
}

// TestTypesStayHome keeps the types of each large library inside one package.
func TestTypesStayHome(t *testing.T) {
	homes := map[string]string{
		"gopkg.in/yaml.v3": "journeys", "github.com/johnfercher/maroto": "render/pdf", "codeberg.org/go-pdf/fpdf": "render/pdf",
		"github.com/go-echarts": "render/chart", "modernc.org/quickjs": "render/chart", "github.com/tetratelabs/wazero": "render/flow/graphviz",
		"github.com/spf13/cobra": "cmd/klantreis", "github.com/parquet-go": "journeys/signals", "github.com/klauspost/compress": "journeys/signals",
		"github.com/jackc/pgx": "connect", "github.com/xuri/excelize": "render/xlsx", "gonum.org/v1/gonum": "journeys/statistics",
		"github.com/pdfcpu": "test/pdfcheck", "github.com/sourcegraph/jsonrpc2": "journeys/languageserver",
	}
	for _, p := range list(t, "./...") {
		name := strings.TrimPrefix(p.ImportPath, module)
		for _, imported := range p.Imports {
			for library, home := range homes {
				if strings.HasPrefix(imported, library) && name != home && !strings.HasPrefix(name, "test/") {
					t.Errorf("%s imports %s, which belongs in %s", name, imported, home)
				}
			}
			if imported == "net/http" && name != "connect" && !slices.Contains(servers, name) && !strings.HasPrefix(name, "test") {
				t.Errorf("%s imports net/http: data travels through connect only, and the desk serves", name)
			}
			if imported == module+"connect" && !strings.HasPrefix(name, "cmd/") && !strings.HasPrefix(name, "test/") {
				t.Errorf("%s imports connect: only cmd decides that data may travel", name)
			}
			if strings.HasPrefix(imported, "github.com/goccy/go-graphviz") {
				t.Errorf("%s imports go-graphviz, which compiles its WASM in every program that links it", name)
			}
		}
	}
}

// servers are the packages that are asked over a network, and ask nothing of anybody: the desk of one person, and the
// room of a klantarena.
var servers = []string{"cmd/klantreis/workspace", "cmd/klantreis/room"}

// TestServersStayHome keeps both from reaching out: nothing in them makes a connection, and each listens in one
// place. The desk listens to this machine; the room at the address that its facilitator chose.
func TestServersStayHome(t *testing.T) {
	dials := regexp.MustCompile(`http\.(Get|Post|PostForm|Head|Client|DefaultClient|NewRequest|Transport|DefaultTransport|RoundTripper)|net\.(Dial|Lookup|Resolver)|httputil|"crypto/tls"|"net/rpc"|"net/smtp"`)
	listens := regexp.MustCompile(`net\.Listen\w*\([^\n]*|ListenAndServe\w*\([^\n]*`)
	allowed := map[string]string{
		"cmd/klantreis/workspace": `net.Listen("tcp4", fmt.Sprintf("127.0.0.1:%d", `,
		"cmd/klantreis/room":      `net.Listen("tcp4", fmt.Sprintf("%s:%d", in.Address, `,
	}
	for _, server := range servers {
		places := 0
		err := filepath.WalkDir("../"+server, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			content, err := os.ReadFile(path)
			if found := dials.Find(content); found != nil {
				t.Errorf("%s uses %s", path, found)
			}
			for _, found := range listens.FindAllString(string(content), -1) {
				if places++; !strings.HasPrefix(found, allowed[server]) {
					t.Errorf("%s listens elsewhere: %s", path, found)
				}
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		if places != 1 {
			t.Errorf("%s listens in %d places", server, places)
		}
	}
}

// TestModelNeedsOnlyYAML keeps journeys free of everything but the standard library and YAML.
func TestModelNeedsOnlyYAML(t *testing.T) {
	for _, p := range list(t, "-deps", "./journeys") {
		if !p.Standard && p.ImportPath != "klantreis/journeys" && p.ImportPath != "gopkg.in/yaml.v3" {
			t.Errorf("journeys depends on %s", p.ImportPath)
		}
	}
}

// TestNothingFromOutside keeps clocks, chance, the environment and the network out of journeys and
// render: what they give arrives as a parameter. The network is connect's alone.
func TestNothingFromOutside(t *testing.T) {
	outside := regexp.MustCompile(`\btime\.Now\(|\bos\.(Getenv|LookupEnv|Environ)\(|"math/rand|"crypto/rand"|"net/http"|"net"|"os/exec"`)
	initRegistry := regexp.MustCompile(`(?m)^func init\(\)`)
	for _, root := range []string{"../journeys", "../render"} {
		err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") || strings.Contains(path, "/refresh/") {
				return err
			}
			content, err := os.ReadFile(path)
			if found := outside.Find(content); found != nil {
				t.Errorf("%s uses %s", path, found)
			}
			if initRegistry.Match(content) {
				t.Errorf("%s has an init function", path)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}
