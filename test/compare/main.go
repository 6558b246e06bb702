// Command compare times klantreis beside its peers in one run: the same journey of 24 steps as our
// journey map, as mermaid's journey, and as a chain in d2 and in Graphviz; and a whole gift beside one
// small mermaid diagram; and a report as an accessible PDF beside Typst and Chromium. Run it from the
// root of the repository, all of it or the reports only:
//
//	go run ./test/compare
//	go run ./test/compare reports
//
// Peers are fetched into a folder that is thrown away: mermaid-cli with npm (it needs Chromium), d2
// from the Go module proxy, Graphviz from Debian (as root) or else as go-graphviz. One that cannot
// be had is named and left out. Times depend on the machine; the ratios are what counts.
package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"time"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
	"klantreis/render"
	"klantreis/render/drawing"
	"klantreis/render/journeymap"
	"klantreis/render/words"
)

const rounds = 5

func main() {
	task := run
	switch args := os.Args[1:]; {
	case len(args) == 3 && args[0] == "report": // our side of compareReports
		task = func() error {
			chapters, err := strconv.Atoi(args[1])
			if err != nil {
				return err
			}
			return writeReport(chapters, args[2])
		}
	case len(args) == 1 && args[0] == "reports":
		task = onlyReports
	}
	if err := task(); err != nil {
		fmt.Fprintln(os.Stderr, "compare:", err)
		os.Exit(1)
	}
}

func run() error {
	dir, err := os.MkdirTemp("", "klantreis-compare-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	binary := filepath.Join(dir, "klantreis")
	if err := quiet("", "", "go", "build", "-o", binary, "./cmd/klantreis"); err != nil {
		return err
	}
	small := filepath.Join(dir, "klein.mmd")
	if err := writeSamples(dir, small); err != nil {
		return err
	}
	mermaid, why := fetchMermaid(dir)
	if why != nil {
		fmt.Println("mermaid-cli cannot be fetched:", why)
	}
	if err := compareGift(dir, binary, mermaid, small); err != nil {
		return err
	}
	if err := compareMaps(dir, binary, mermaid); err != nil {
		return err
	}
	return compareReports(dir)
}

// onlyReports compares the reports and nothing else.
func onlyReports() error {
	dir, err := os.MkdirTemp("", "klantreis-compare-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	return compareReports(dir)
}

// compareGift times the program as people use it, and one small diagram of the peer.
func compareGift(dir, binary string, mermaid tool, small string) error {
	t := table{title: "The program, and one diagram of 7 steps"}
	env := "XDG_CACHE_HOME=" + filepath.Join(dir, "cache")
	call := func(args ...string) func() error {
		return func() error { return quiet("", env, binary, args...) }
	}
	gift := call("maak", filepath.Join("examples", "energietoeslag", "klantreis.yaml"), "--uit", filepath.Join(dir, "uit"))
	if err := t.measure("klantreis --help, first run", 1, "", call("--help")); err != nil {
		return err
	}
	if err := t.measure("klantreis controleer, one small journey", rounds, "", call("controleer", filepath.Join("cmd", "klantreis", "sjabloon"))); err != nil {
		return err
	}
	if err := t.measure("klantreis maak, cold (nothing cached)", 1, "", gift); err != nil {
		return err
	}
	if err := t.measure("klantreis maak, warm: map, flow, charts, deck, report", rounds, "", gift); err != nil {
		return err
	}
	ours := t.rows[len(t.rows)-1]
	if mermaid.draw != nil {
		out := filepath.Join(dir, "klein.svg")
		if err := t.measure("mmdc (mermaid-cli), one journey diagram as SVG", rounds, out, func() error { return mermaid.draw(small, out) }); err != nil {
			return err
		}
	}
	t.print(ours)
	return nil
}

// compareMaps times the same journey of 24 steps in every tool.
func compareMaps(dir, binary string, mermaid tool) error {
	t := table{title: fmt.Sprintf("The same journey of %d steps as SVG", len(steps()))}
	ours := filepath.Join(dir, "ours.svg")
	draw, err := inProcess(filepath.Join(dir, "reis", "klantreis.yaml"), ours)
	if err != nil {
		return err
	}
	if err := t.measure("klantreis, in process and warm: layout and SVG", 4*rounds, ours, draw); err != nil {
		return err
	}
	gift := filepath.Join(dir, "uit", "reis", "klantreis.svg")
	err = t.measure("klantreis maak --alleen kaart: whole process, SVG and PNG", rounds, gift, func() error {
		return quiet("", "", binary, "maak", filepath.Join(dir, "reis"), "--alleen", "kaart", "--uit", filepath.Join(dir, "uit"))
	})
	if err != nil {
		return err
	}
	tools := []func() (tool, error){
		func() (tool, error) { return mermaid, nil },
		func() (tool, error) { return fetchD2(dir) },
		func() (tool, error) { return fetchGraphviz(dir) },
	}
	for _, fetch := range tools {
		peer, err := fetch()
		if err != nil {
			fmt.Printf("%s cannot be had: %v\n", peer.name, err)
		}
		if peer.draw == nil {
			continue
		}
		out := filepath.Join(dir, "peer.svg")
		if err := t.measure(peer.name, rounds, out, func() error { return peer.draw(filepath.Join(dir, peer.source), out) }); err != nil {
			return err
		}
	}
	t.print(t.rows[1])
	return nil
}

// inProcess reads a journey once and returns the call that draws its map into a file.
func inProcess(file, out string) (func() error, error) {
	j, _, problems, err := journeys.Load(file)
	if err != nil {
		return nil, err
	}
	if problems.HasErrors() {
		return nil, fmt.Errorf("the journey of %d steps has faults: %v", len(steps()), problems)
	}
	ev, _ := evidence.Bind(j, os.DirFS(filepath.Dir(file)))
	in := journeymap.Input{Journey: j, Evidence: ev, Theme: render.Stadskamer(), Lang: words.Dutch, Quotes: render.Quotes(j, words.Dutch)}
	return func() error {
		var b bytes.Buffer
		if err := drawing.WriteSVG(&b, journeymap.Wide(in, journeymap.Whole), drawing.SVGOptions{}); err != nil {
			return err
		}
		return os.WriteFile(out, b.Bytes(), 0o644)
	}, nil
}

// quiet runs a command and shows its output only when it fails.
func quiet(dir, env, name string, args ...string) error {
	cmd := exec.Command(name, args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	if env != "" {
		cmd.Env = append(cmd.Env, env)
	}
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("%s: %w\n%s", filepath.Base(name), err, out)
	}
	return nil
}

// table holds what was measured under one title.
type table struct {
	title string
	rows  []row
}

type row struct {
	what                  string
	median, fastest, last time.Duration
	times                 int
	size                  int64 // of the output in bytes; 0: none
}

// measure runs a call several times and adds a row; out is the file that it writes, if any.
func (t *table) measure(what string, times int, out string, call func() error) error {
	var all []time.Duration
	for range times {
		start := time.Now()
		if err := call(); err != nil {
			return fmt.Errorf("%s: %w", what, err)
		}
		all = append(all, time.Since(start))
	}
	slices.Sort(all)
	r := row{what: what, median: all[len(all)/2], fastest: all[0], last: all[len(all)-1], times: times}
	if out != "" {
		info, err := os.Stat(out)
		if err != nil {
			return fmt.Errorf("%s: %w", what, err)
		}
		r.size = info.Size()
	}
	t.rows = append(t.rows, r)
	fmt.Printf("measured %s\n", what)
	return nil
}

// print writes the table; ratios are to the row base.
func (t *table) print(base row) {
	fmt.Printf("\n%s\n%-58s %10s  %-16s %9s  %s\n", t.title, "", "median", "range", "output", "ratio")
	for _, r := range t.rows {
		size := ""
		if r.size > 0 {
			size = fmt.Sprintf("%.0f kB", float64(r.size)/1000)
		}
		fmt.Printf("%-58s %7.1f ms  %-16s %9s  %.3g\n", r.what, ms(r.median), fmt.Sprintf("%.0f–%.0f, %d×", ms(r.fastest), ms(r.last), r.times), size, r.median.Seconds()/base.median.Seconds())
	}
	fmt.Printf("Ratio 1 is %s.\n\n", base.what)
}

func ms(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }
