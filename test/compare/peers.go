package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// tool is a peer: what it is called, which sample it reads, and how it draws that as SVG.
type tool struct {
	name, source string
	draw         func(in, out string) error
}

// fetchMermaid installs mermaid-cli in dir.
func fetchMermaid(dir string) (tool, error) {
	t := tool{name: "mmdc (mermaid-cli): journey", source: "reis.mmd"}
	chromium, err := exec.LookPath("chromium")
	if err != nil {
		return t, err
	}
	config := fmt.Sprintf(`{"executablePath": %q, "args": ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]}`, chromium)
	for name, content := range map[string]string{"puppeteer.json": config, "package.json": "{}"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o644); err != nil {
			return t, err
		}
	}
	fmt.Println("fetching mermaid-cli …")
	if err := quiet(dir, "PUPPETEER_SKIP_DOWNLOAD=1", "npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", "@mermaid-js/mermaid-cli@11.12.0"); err != nil {
		return t, err
	}
	t.draw = func(in, out string) error {
		return quiet(dir, "", filepath.Join(dir, "node_modules", ".bin", "mmdc"), "-p", "puppeteer.json", "-i", in, "-o", out)
	}
	return t, nil
}

// d2Versions are tried in turn; not every proxy has each of them.
var d2Versions = []string{"v0.7.1", "v0.7.0", "v0.6.9"}

// fetchD2 builds d2 in dir, outside of our own module.
func fetchD2(dir string) (tool, error) {
	t := tool{name: "d2: chain", source: "reis.d2"}
	var all []error
	for _, version := range d2Versions {
		fmt.Println("building d2", version, "…")
		if err := build(dir, "d2", "oss.terrastruct.com/d2", version, "oss.terrastruct.com/d2", "package peer"); err != nil {
			all = append(all, fmt.Errorf("%s: %w", version, err))
			continue
		}
		t.name = "d2 " + version + ": chain"
		t.draw = func(in, out string) error { return quiet("", "", filepath.Join(dir, "d2"), in, out) }
		return t, nil
	}
	return t, errors.Join(all...)
}

// fetchGraphviz finds dot, installs it on Debian as root, or else builds go-graphviz, which is the
// same Graphviz in WebAssembly.
func fetchGraphviz(dir string) (tool, error) {
	t := tool{name: "graphviz: chain", source: "reis.dot"}
	var why error
	if _, err := exec.LookPath("dot"); err != nil && os.Geteuid() == 0 {
		fmt.Println("installing graphviz …")
		for _, args := range [][]string{{"update"}, {"install", "-y", "--no-install-recommends", "graphviz"}} {
			if err := quiet("", "DEBIAN_FRONTEND=noninteractive", "apt-get", args...); err != nil {
				why = err
				break
			}
		}
	}
	if dot, err := exec.LookPath("dot"); err == nil {
		version, err := exec.Command(dot, "-V").CombinedOutput()
		if err != nil {
			return t, err
		}
		if fields := strings.Fields(string(version)); len(fields) > 4 {
			t.name = "dot (graphviz " + fields[4] + "): chain"
		}
		t.draw = func(in, out string) error { return quiet("", "", dot, "-Tsvg", "-o", out, in) }
		return t, nil
	}
	if why != nil {
		fmt.Println("no dot:", why)
	}
	fmt.Println("building go-graphviz …")
	if err := build(dir, "go-dot", "github.com/goccy/go-graphviz", goGraphviz, ".", goGraphvizMain); err != nil {
		return t, err
	}
	t.name = "go-graphviz " + goGraphviz + ": chain"
	t.draw = func(in, out string) error { return quiet("", "", filepath.Join(dir, "go-dot"), in, out) }
	return t, nil
}

// build makes a program in dir from a package of the module, or from the source itself, in a module
// of its own. Naming the version there asks the proxy for less than go install, which wants to know
// of every other version too.
func build(dir, program, module, version, pkg, source string) error {
	own := filepath.Join(dir, "module-"+program+"-"+version)
	if err := os.MkdirAll(own, 0o755); err != nil {
		return err
	}
	for name, content := range map[string]string{"go.mod": "module peer\n\ngo 1.24\n\nrequire " + module + " " + version + "\n", "main.go": source} {
		if err := os.WriteFile(filepath.Join(own, name), []byte(content), 0o644); err != nil {
			return err
		}
	}
	return quiet(own, "GOFLAGS=-mod=mod", "go", "build", "-o", filepath.Join(dir, program), pkg)
}

const goGraphviz = "v0.2.10"

// goGraphvizMain draws the graph in its first argument into the file of its second.
const goGraphvizMain = `package main

import (
	"context"
	"os"

	"github.com/goccy/go-graphviz"
)

func main() {
	source, err := os.ReadFile(os.Args[1])
	if err != nil {
		panic(err)
	}
	graph, err := graphviz.ParseBytes(source)
	if err != nil {
		panic(err)
	}
	g, err := graphviz.New(context.Background())
	if err != nil {
		panic(err)
	}
	if err := g.RenderFilename(context.Background(), graph, graphviz.SVG, os.Args[2]); err != nil {
		panic(err)
	}
}
`
