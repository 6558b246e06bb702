// Command engine times how fast signals are counted, beside DuckDB and ClickHouse and beside reading
// the file without looking at it. Run it from the root of the repository:
//
//	go run ./test/engine [-rows 1000000] [-keep folder] [-grow]
//
// All answer the same question about the same CSV file: how many records of 2023 answer to each of
// thirty selectors, per channel and per month, and how many cannot be read. A selector has two or three
// words, beginnings of words or phrases, whatever their case and accents; some ask for a channel or a
// score as well, or are spoilt by other words. The answers must be equal.
// The others come from npm into a folder that is thrown away; they run inside node, which is counted
// out of neither time nor memory (it takes about 40 ms and 45 MB). One that cannot be had is named and
// left out. On Linux the reading of a cold file is measured too. With -grow only klantreis counts, the same
// rows ten and fifty times over, to show that its memory does not grow.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"slices"
	"time"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
)

func main() {
	rows := flag.Int("rows", 1_000_000, "rows of the file")
	keep := flag.String("keep", "", "folder for the file and the others, kept and used again")
	rounds := flag.Int("rounds", 3, "how often each is run")
	count := flag.String("count", "", "only count this journey: the process that is measured")
	times := flag.Int("times", 1, "with -count: read the records so many times over")
	grow := flag.Bool("grow", false, "count the file once, ten times and fifty times over, beside nothing")
	flag.Parse()
	if err := run(*rows, *keep, *rounds, *count, *times, *grow); err != nil {
		fmt.Fprintln(os.Stderr, "engine:", err)
		os.Exit(1)
	}
}

func run(rows int, dir string, rounds int, journey string, times int, grow bool) error {
	if journey != "" {
		return countHere(journey, times)
	}
	if dir == "" {
		temporary, err := os.MkdirTemp("", "klantreis-engine-")
		if err != nil {
			return err
		}
		defer os.RemoveAll(temporary)
		dir = temporary
	} else if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	b := bench{dir: dir, rounds: rounds, file: filepath.Join(dir, signalsName)}
	size, err := b.prepare(rows)
	if err != nil {
		return err
	}
	own, err := os.Executable()
	if err != nil {
		return err
	}
	if grow {
		b.rounds = 1
		return b.grow(own, rows, size, []int{1, 10, 50})
	}
	return b.compare(own, rows, size)
}

// countHere is klantreis counting, without any drawing.
func countHere(file string, times int) error {
	j, _, problems, err := journeys.Load(file)
	if err != nil {
		return err
	}
	folder := os.DirFS(filepath.Dir(file))
	if times > 1 {
		folder = repeated{folder, signalsName, times}
	}
	ev, found := evidence.Bind(j, folder)
	if all := append(problems, found...); all.HasErrors() {
		return fmt.Errorf("%v", all)
	}
	if err := evidence.WriteJSON(os.Stdout, j, ev); err != nil {
		return err
	}
	return writePeak(os.Stderr)
}

type bench struct {
	dir, file string
	rounds    int
	rows      []result
}

// signalsName is the file that is counted.
const signalsName = "signalen.csv"

func (b *bench) journey() string { return filepath.Join(b.dir, "klantreis.yaml") }

// result is what one way of counting cost.
type result struct {
	what      string
	wall, cpu time.Duration
	memory    int64 // bytes at the most
}

// prepare writes the file, unless it is there with that many rows.
func (b *bench) prepare(rows int) (int64, error) {
	note := filepath.Join(b.dir, "rows")
	if content, _ := os.ReadFile(note); string(content) != fmt.Sprint(rows) {
		fmt.Printf("writing %d rows …\n", rows)
		if err := writeSignals(b.file, rows); err != nil {
			return 0, err
		}
		if err := os.WriteFile(note, []byte(fmt.Sprint(rows)), 0o644); err != nil {
			return 0, err
		}
	}
	info, err := os.Stat(b.file)
	if err != nil {
		return 0, err
	}
	return info.Size(), writeJourney(b.dir)
}

func (b *bench) compare(own string, rows int, size int64) error {
	ours := func() *exec.Cmd { return exec.Command(own, "-count", b.journey()) }
	answers := map[string]answer{}
	measure := func(what string, cold bool, command func() *exec.Cmd, read func([]byte) (answer, error)) error {
		out, err := b.measure(what, cold, command)
		if err != nil || read == nil {
			return err
		}
		answers[what], err = read(out)
		return err
	}
	reading := func() *exec.Cmd { return exec.Command("dd", "if="+b.file, "of="+os.DevNull, "bs=1M") }
	if evict(b.file) {
		if err := measure("reading only (dd), cold", true, reading, nil); err != nil {
			return err
		}
		if err := measure("klantreis, cold", true, ours, readOurs); err != nil {
			return err
		}
	}
	if err := measure("reading only (dd)", false, reading, nil); err != nil {
		return err
	}
	const name = "klantreis"
	if err := measure(name, false, ours, readOurs); err != nil {
		return err
	}
	base := b.rows[len(b.rows)-1]
	for _, p := range peers {
		if err := p.fetch(b.dir); err != nil {
			fmt.Printf("%s cannot be had: %v\n", p.name, err)
			continue
		}
		for _, form := range p.forms {
			what := p.name + ", " + form.name
			if err := measure(what, false, func() *exec.Cmd { return p.command(b, form) }, readPeer); err != nil {
				fmt.Println(err)
			}
		}
	}
	b.print(rows, size, base)
	return equal(name, answers)
}

// measure runs a command and keeps its fastest run, so that what else the machine does counts least.
func (b *bench) measure(what string, cold bool, command func() *exec.Cmd) ([]byte, error) {
	var all []result
	var out []byte
	for range b.rounds {
		if cold && !evict(b.file) {
			return nil, fmt.Errorf("the file cannot be taken out of the page cache")
		}
		cmd := command()
		var faults faultText
		cmd.Stderr = &faults
		start := time.Now()
		var err error
		if out, err = cmd.Output(); err != nil {
			return nil, fmt.Errorf("%s: %w\n%s", what, err, faults.text)
		}
		r := result{what: what, wall: time.Since(start), cpu: cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()}
		if r.memory = faults.peak(); r.memory == 0 {
			r.memory = peakOf(cmd.ProcessState)
		}
		all = append(all, r)
	}
	best := slices.MinFunc(all, func(a, c result) int { return int(a.wall - c.wall) })
	b.rows = append(b.rows, best)
	fmt.Printf("measured %s\n", what)
	return out, nil
}

func (b *bench) print(rows int, size int64, base result) {
	fmt.Printf("\n%d rows, %.0f MB, 30 selectors, by channel and month; fastest of %d\n", rows, float64(size)/1e6, b.rounds)
	fmt.Printf("%-44s %9s %9s %9s %9s  %s\n", "", "wall", "cpu", "GB/s", "memory", "times klantreis")
	for _, r := range b.rows {
		fmt.Printf("%-44s %7.2f s %7.2f s %9.2f %6.0f MB  %.2f (cpu %.2f)\n", r.what, r.wall.Seconds(), r.cpu.Seconds(),
			float64(size)/1e9/r.wall.Seconds(), float64(r.memory)/1e6, r.wall.Seconds()/base.wall.Seconds(), r.cpu.Seconds()/base.cpu.Seconds())
	}
}

// answer is a count per "selector month" and per "selector channel", and of unreadableRows.
type answer map[string]int

const unreadableRows = "onleesbaar"

func readOurs(out []byte) (answer, error) {
	var data struct {
		Sources []struct {
			Unreadable int `json:"onleesbaar"`
		} `json:"bronnen"`
		Signals []struct {
			ID         string         `json:"id"`
			PerMonth   map[string]int `json:"per_maand"`
			PerChannel map[string]int `json:"per_kanaal"`
		} `json:"signalen"`
	}
	if err := json.Unmarshal(out, &data); err != nil {
		return nil, err
	}
	a := answer{unreadableRows: data.Sources[0].Unreadable}
	for _, s := range data.Signals {
		for month, n := range s.PerMonth {
			a[s.ID+" "+month] = n
		}
		for channel, n := range s.PerChannel {
			a[s.ID+" "+channel] = n
		}
	}
	return a, nil
}

// equal tells whether all found the same.
func equal(name string, answers map[string]answer) error {
	for what, a := range answers {
		if !reflect.DeepEqual(a, answers[name]) {
			return fmt.Errorf("%s counts otherwise than %s", what, name)
		}
	}
	total := 0
	for _, n := range answers[name] {
		total += n
	}
	fmt.Printf("All %d answers are equal: %d counts that add up to %d.\n", len(answers), len(answers[name]), total)
	return nil
}
