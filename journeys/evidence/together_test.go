package evidence

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"klantreis/journeys"
	"klantreis/journeys/signals"
)

// randomJourney asks at random of kcc.csv, in one of the ways in which its name and columns can be
// written, with selectors and a period of its own.
func randomJourney(t *testing.T, random *rand.Rand, number int) *journeys.Journey {
	t.Helper()
	one := func(of ...string) string { return of[random.IntN(len(of))] }
	var b strings.Builder
	fmt.Fprintf(&b, "klantreis: J%d\n", number)
	b.WriteString(one("", "periode: {van: 2022-01-01, tot: 2022-06-30}\n", "periode: {tot: 2021-12-31}\n", "periode: {van: 2022-04-10}\n"))
	b.WriteString("bronnen:\n")
	fmt.Fprintf(&b, "  %s:\n    soort: %s\n    bestand: %s\n%s", one("kcc", "bellers"), one("telefoon", "telefoon", "balie"), one("map/kcc.csv", "./map/kcc.csv", "map", "weg.csv"),
		one("", "", "    kolommen: {tijdstip: tijdstip, tekst: tekst, onderwerp: onderwerp}\n", "    kolommen: {tekst: tekst, tijdstip: tijdstip, onderwerp: onderwerp}\n", "    kolommen: {tijdstip: datum}\n"))
	name := strings.TrimSuffix(strings.TrimSpace(strings.Split(b.String(), "bronnen:\n")[1]), "")
	name = name[:strings.IndexByte(name, ':')]
	b.WriteString("  web: {soort: website, bestand: web.csv}\nfasen:\n  - fase: B\n    stappen:\n")
	for step := range 1 + random.IntN(3) {
		fmt.Fprintf(&b, "      - stap: S%d\n        signalen:\n", step)
		for sel := range 1 + random.IntN(3) {
			fmt.Fprintf(&b, "          - {signaal: T%d-%d, bron: %s, %s}\n", step, sel, one(name, name, "["+name+", web]"),
				one("woorden: [geld]", "woorden: [wanneer, brief]", "woorden: [brief], zonder: [geld]", "onderwerp: werk", "cijfer: {van: 7}", "kanaal: balie", "aard: klacht", "woorden: [nie*], kanaal: chat"))
		}
	}
	fmt.Fprintf(&b, "doorlooptijden: [{doorlooptijd: H, bron: %s, van: ontvangen, tot: bevestigd}]\n", name)
	j, problems := journeys.Parse(fmt.Sprintf("j%d.yaml", number), []byte(b.String()))
	if problems.HasErrors() {
		t.Fatal(problems, b.String())
	}
	return j
}

func toldOf(t *testing.T, j *journeys.Journey, b Bound) string {
	t.Helper()
	var out bytes.Buffer
	if err := WriteJSON(&out, j, b.Evidence); err != nil {
		t.Fatal(err)
	}
	fmt.Fprintf(&out, "%+v\n%+v\n", b.Evidence.LeadTimes, b.Evidence.Sources)
	for _, p := range b.Problems {
		message, _ := p.Text("nl")
		fmt.Fprintf(&out, "%v %v %s\n", p.Pos, p.Severity, message)
	}
	return out.String()
}

// TestTogether holds journeys that are bound together to those bound one by one, to the last byte, without
// a cache, with an empty one, with one that some of them know, and after rows were added.
func TestTogether(t *testing.T) {
	day := time.Date(2024, 1, 1, 12, 0, 0, 0, time.UTC)
	shared := 0
	for seed := range uint64(24) {
		random := rand.New(rand.NewPCG(seed, 7))
		header := rememberedHeader
		if seed%2 > 0 {
			header = strings.Replace(header, "nummer", "id", 1)
		}
		folder := fstest.MapFS{
			"map/kcc.csv": {Data: []byte(header + rememberedRows(random, random.IntN(300))), ModTime: day},
			"web.csv":     {Data: []byte("tijdstip;bezoeken;tekst\n2022-05-01;3;wanneer\n2022-05-02;4;\n"), ModTime: day},
		}
		var all []*journeys.Journey
		for n := range 2 + random.IntN(5) {
			all = append(all, randomJourney(t, random, n))
		}
		shelves := shelf{}
		check := func(what string, o func(i int) Options, which []*journeys.Journey) {
			t.Helper()
			opened := map[string]int{}
			var subjects []Subject
			for i, j := range which {
				subjects = append(subjects, Subject{Journey: j, Folder: watched{folder, opened}, Place: "hier", Options: o(i)})
			}
			for i, b := range BindAll(subjects) {
				alone := map[string]int{}
				ev, problems := BindWith(which[i], watched{folder, alone}, Options{})
				if got, want := toldOf(t, which[i], b), toldOf(t, which[i], Bound{ev, problems}); got != want {
					t.Fatalf("seed %d, %s, journey %d:\n%s\nalone:\n%s", seed, what, i, got, want)
				}
				if alone["web.csv"] > 0 && opened["web.csv"] > alone["web.csv"] {
					t.Errorf("seed %d, %s: web.csv is read %d bytes for all, %d for one", seed, what, opened["web.csv"], alone["web.csv"])
				}
			}
			if opened["web.csv"] > 0 {
				shared++
			}
		}
		cached := func(int) Options { return Options{Cache: shelves.cache(day.Add(time.Hour))} }
		check("no cache", func(int) Options { return Options{} }, all)
		check("one in the cache", cached, all[:1])
		check("some in the cache", cached, all)
		check("all in the cache", cached, all)
		folder["map/kcc.csv"] = &fstest.MapFile{Data: append(bytes.Clone(folder["map/kcc.csv"].Data), rememberedRows(random, 40)...), ModTime: day.Add(time.Minute)}
		check("one after rows were added", cached, all[1:2])
		check("rows added", cached, all)
		folder["map/later.csv"] = &fstest.MapFile{Data: []byte(header + rememberedRows(random, 40)), ModTime: day}
		check("a file added", cached, all)
	}
	if shared < 24 {
		t.Errorf("only %d runs read web.csv", shared)
	}
}

// TestTogetherReadsOnce counts the bytes of a large file that two journeys, and two sources of one of
// them, count; and those that progress counts.
func TestTogetherReadsOnce(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 3))
	content := rememberedHeader + rememberedRows(random, 40_000)
	folder := fstest.MapFS{"kcc.csv": {Data: []byte(content)}}
	parse := func(text string) *journeys.Journey {
		j, problems := journeys.Parse("j.yaml", []byte(text))
		if problems.HasErrors() {
			t.Fatal(problems)
		}
		return j
	}
	a := parse("klantreis: A\nbronnen:\n  kcc: {soort: telefoon, bestand: kcc.csv}\n  nog: {soort: telefoon, bestand: ./kcc.csv}\nfasen: [{fase: F, stappen: [{stap: S, signalen: [{signaal: X, bron: [kcc, nog], woorden: [geld]}]}]}]\n")
	b := parse("klantreis: B\nperiode: {van: 2022-04-01, tot: 2022-08-01}\nbronnen:\n  k: {soort: telefoon, bestand: kcc.csv}\nfasen: [{fase: F, stappen: [{stap: S, signalen: [{signaal: Y, bron: k, woorden: [brief]}]}]}]\n")
	opened := map[string]int{}
	var last signals.Progress
	most := int64(0)
	o := Options{Reading: signals.Options{Progress: func(p signals.Progress) { last, most = p, max(most, p.Read) }}}
	got := BindAll([]Subject{{a, watched{folder, opened}, "hier", o}, {b, watched{folder, opened}, "hier", o}})
	if n := got[0].Evidence.Signals[0].N; n == 0 || n%2 > 0 || got[1].Evidence.Signals[0].N == 0 {
		t.Errorf("%d and %d", n, got[1].Evidence.Signals[0].N)
	}
	if opened["kcc.csv"] != len(content) {
		t.Errorf("read %d bytes of %d", opened["kcc.csv"], len(content))
	}
	if last.Total != int64(len(content)) || most != last.Total {
		t.Errorf("progress ends at %d of %d, the file has %d", most, last.Total, len(content))
	}
	// Stopped in the middle, all say so at their own place.
	ctx, stop := context.WithCancel(context.Background())
	o = Options{Reading: signals.Options{Context: ctx, Progress: func(signals.Progress) { stop() }}}
	for i, one := range BindAll([]Subject{{a, folder, "hier", o}, {b, folder, "hier", o}}) {
		if len(one.Problems) == 0 || one.Problems[0].Code != "lezen-afgebroken" {
			t.Errorf("journey %d: %s", i, one.Problems)
		}
	}
	// Journeys of other folders share nothing, whatever their files are called.
	elsewhere := fstest.MapFS{"kcc.csv": {Data: []byte(rememberedHeader)}}
	got = BindAll([]Subject{{a, folder, "hier", Options{}}, {b, elsewhere, "daar", Options{}}, {b, elsewhere, "", Options{}}})
	if got[0].Evidence.Sources[0].Read == 0 || got[1].Evidence.Sources[0].Read != 0 || got[2].Evidence.Sources[0].Read != 0 {
		t.Errorf("%+v", got)
	}
}

// TestProgressOfTheRest lets some files of a source be known from an earlier run, change, grow, and lend
// their ids: progress must never go back, and end with all that had to be read.
func TestProgressOfTheRest(t *testing.T) {
	day := time.Date(2024, 1, 1, 12, 0, 0, 0, time.UTC)
	random := rand.New(rand.NewPCG(5, 5))
	for _, header := range []string{rememberedHeader, strings.Replace(rememberedHeader, "nummer", "id", 1)} {
		folder := fstest.MapFS{"web.csv": {Data: []byte("tijdstip;bezoeken;tekst\n2022-05-01;3;wanneer\n")}}
		for i := range 4 {
			folder[fmt.Sprintf("map/%d.csv", i)] = &fstest.MapFile{Data: []byte(header + rememberedRows(random, 9000)), ModTime: day}
		}
		j, shelves := rememberedJourney(t, "map"), shelf{}
		run := func(what string, most int) {
			t.Helper()
			var last signals.Progress
			o := Options{Cache: shelves.cache(day.Add(time.Hour)), Reading: signals.Options{Progress: func(p signals.Progress) {
				if p.Source != "kcc" {
					return
				}
				if p.Rows < last.Rows { // the source is read once more, for the text of a topic
					last = signals.Progress{}
				}
				if p.Read < last.Read || p.Read > p.Total {
					t.Errorf("%s: %+v after %+v", what, p, last)
				}
				last = p
			}}}
			BindWith(j, folder, o)
			if last.Read != last.Total || last.Total > int64(most) {
				t.Errorf("%s: ends with %+v, there are %d bytes to read", what, last, most)
			}
		}
		size := func(names ...string) (sum int) {
			for _, n := range names {
				sum += len(folder["map/"+n+".csv"].Data)
			}
			return sum
		}
		run("new", size("0", "1", "2", "3"))
		run("known", 0)
		folder["map/3.csv"] = &fstest.MapFile{Data: append(folder["map/3.csv"].Data, rememberedRows(random, 50)...), ModTime: day.Add(time.Minute)}
		run("grown", size("0", "1", "2", "3"))
		folder["map/2.csv"] = &fstest.MapFile{Data: []byte(header + rememberedRows(random, 8000)), ModTime: day.Add(time.Minute)}
		run("changed", size("0", "1", "2", "3"))
		folder["map/1.csv"] = &fstest.MapFile{Data: []byte(header + rememberedRows(random, 19000)), ModTime: day.Add(time.Minute)}
		run("another of more bytes", size("0", "1", "2", "3"))
	}
}
