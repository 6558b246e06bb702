package evidence

import (
	"bytes"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"klantreis/journeys"
)

// shelf is a Cache in memory.
type shelf map[string][]byte

func (s shelf) cache(started time.Time) Cache {
	return Cache{Salt: []byte("zout"), Started: started,
		Load: func(key string) []byte { return s[key] },
		Save: func(key string, entry []byte) { s[key] = bytes.Clone(entry) },
	}
}

// watched counts the bytes that are read of each file.
type watched struct {
	fs.FS
	bytes map[string]int
}

func (w watched) Open(name string) (fs.File, error) {
	f, err := w.FS.Open(name)
	if dir, ok := f.(fs.ReadDirFile); ok {
		return dir, err
	}
	return watchedFile{f, name, w.bytes}, err
}

type watchedFile struct {
	fs.File
	name  string
	bytes map[string]int
}

func (w watchedFile) Read(b []byte) (int, error) {
	n, err := w.File.Read(b)
	w.bytes[w.name] += n
	return n, err
}

// told is all that a run says: gegevens.json and the problems.
func told(t *testing.T, j *journeys.Journey, folder fs.FS, o Options) string {
	t.Helper()
	ev, problems := BindWith(j, folder, o)
	var out bytes.Buffer
	if err := WriteJSON(&out, j, ev); err != nil {
		t.Fatal(err)
	}
	fmt.Fprintf(&out, "%v\n", ev.LeadTimes)
	for _, p := range problems {
		message, _ := p.Text("nl")
		fmt.Fprintf(&out, "%v %v %s\n", p.Pos, p.Severity, message)
	}
	return out.String()
}

const remembered = `
klantreis: A
periode: {van: 2021-01-01, tot: 2023-12-31}
bronnen:
  kcc: {soort: telefoon, bestand: %s, noemer: {bron: web, veld: bezoeken}}
  web: {soort: website, bestand: web.csv}
fasen:
  - fase: B
    stappen:
      - {stap: C, signalen: [{signaal: D, bron: kcc, woorden: [geld]}, {signaal: E, bron: [kcc, web], woorden: [wanneer], cijfer: {van: 2}}]}
      - {stap: F, signalen: [{signaal: G, bron: kcc, woorden: [brief], kanaal: balie}]}
doorlooptijden: [{doorlooptijd: H, bron: kcc, van: ontvangen, tot: bevestigd, belofte: 5 werkdagen}]
`

func rememberedJourney(t testing.TB, file string) *journeys.Journey {
	j, problems := journeys.Parse("a.yaml", fmt.Appendf(nil, remembered, file))
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	return j
}

const rememberedHeader = "nummer;tijdstip;kanaal;onderwerp;tekst;cijfer;ontvangen;bevestigd\n"

// rememberedRows makes rows in which everything occurs that reading has a word for: unreadable ones,
// rows with too many cells, topics in two spellings, channels with a number of a person.
func rememberedRows(random *rand.Rand, n int) string {
	var rows strings.Builder
	one := func(of ...string) string { return of[random.IntN(len(of))] }
	for range n {
		fmt.Fprintf(&rows, "%d;%s;%s;%s;%s;%s;2022-05-0%d;%s%s\n", random.IntN(2000), one("2022-03-05", "15-04-2022 10:00", "2020-01-01", "2023-11-30T12:00", "niets", "2022-07-01"),
			one("Balie", "", "chat", "061234567"), one("Werk", "wérk", "Zorg", "zorg ", "Afval", fmt.Sprint("zaak ", random.IntN(400)), ""),
			one("Wanneer geld", "\"brief; met\nregel\"", "niets", "een brief over geld"), one("7", "8,3", "", "1", "10", "x"[:random.IntN(2)]),
			1+random.IntN(9), one("2022-05-10", "2022-05-20", "", "2022-01-01"), one("", "", "", "", ";te veel"))
	}
	return rows.String()
}

// TestCacheTellsTheSame changes files at random, in all the ways in which people do, and holds what a
// run with a cache tells to what one without tells, to the last byte.
func TestCacheTellsTheSame(t *testing.T) {
	day := time.Date(2024, 1, 1, 12, 0, 0, 0, time.UTC)
	for seed := range uint64(20) {
		random := rand.New(rand.NewPCG(seed, 1))
		header := rememberedHeader
		if seed%3 > 0 {
			header = strings.Replace(header, "nummer", "id", 1)
		}
		pattern := []string{"map/kcc.csv", "map"}[seed%2]
		j := rememberedJourney(t, pattern)
		folder := fstest.MapFS{
			"map/kcc.csv": {Data: []byte(header + rememberedRows(random, random.IntN(300))), ModTime: day},
			"web.csv":     {Data: []byte("tijdstip;bezoeken;tekst\n2022-05-01;0,1;wanneer\n2022-05-02;0,2;\n"), ModTime: day},
		}
		store := shelf{}
		for step := range 12 {
			at := day.Add(time.Duration(step+1) * time.Hour)
			change := ""
			for name, f := range folder {
				switch random.IntN(6) {
				case 0:
					if name == "web.csv" {
						break
					}
					change += name + " +rows "
					*f = fstest.MapFile{Data: append(bytes.Clone(f.Data), rememberedRows(random, 1+random.IntN(40))...), ModTime: at.Add(-time.Minute)}
					if random.IntN(4) == 0 {
						change += "and in the middle "
						f.Data = bytes.Replace(f.Data, []byte("geld"), []byte("goud"), 1)
					}
				case 1:
					change += name + " touched "
					f.ModTime = at.Add(-time.Minute)
				case 2: // of the same size, and with a time as new as the run
					change += name + " in place "
					if f.ModTime.Before(at.Add(-time.Hour)) || random.IntN(2) == 0 { // otherwise, the time is that of the last run
						f.ModTime = at
					}
					f.Data = bytes.Replace(bytes.Clone(f.Data), []byte("geld"), []byte("goud"), 1+random.IntN(3))
				case 3:
					if random.IntN(3) == 0 {
						change += name + " cut "
						f.Data, f.ModTime = bytes.Clone(f.Data[:len(f.Data)-len(f.Data)/9]), at.Add(-time.Minute)
					}
				case 4:
					if random.IntN(4) == 0 && name != "web.csv" {
						change += name + " open quote "
						f.Data, f.ModTime = append(bytes.Clone(f.Data), "1;2022-05-01;;;\"geld\n"...), at.Add(-time.Minute)
					}
				}
			}
			if pattern == "map" && random.IntN(3) == 0 {
				name := fmt.Sprintf("map/%02d.csv", random.IntN(99))
				change += name + " new "
				folder[name] = &fstest.MapFile{Data: []byte(header + rememberedRows(random, random.IntN(60))), ModTime: at.Add(-time.Minute)}
			}
			want := told(t, j, folder, Options{})
			for range 2 {
				if got := told(t, j, folder, Options{Cache: store.cache(at)}); got != want {
					t.Fatalf("seed %d, step %d (%s): with a cache\n%s\nwithout\n%s", seed, step, change, got, want)
				}
			}
		}
	}
}

// TestCacheReads counts what is read: nothing of what did not change, and of what grew only the tail
// is counted.
func TestCacheReads(t *testing.T) {
	day := time.Date(2024, 1, 1, 12, 0, 0, 0, time.UTC)
	random := rand.New(rand.NewPCG(1, 1))
	old := &fstest.MapFile{Data: []byte(rememberedHeader + rememberedRows(random, 500)), ModTime: day}
	folder := fstest.MapFS{"map/1.csv": old, "web.csv": {Data: []byte("tijdstip;bezoeken\n2022-05-01;1\n"), ModTime: day}}
	j := rememberedJourney(t, "map")
	store := shelf{}
	read := func(hours int) map[string]int {
		t.Helper()
		w := watched{folder, map[string]int{}}
		o := Options{Cache: store.cache(day.Add(time.Duration(hours) * time.Hour))}
		if got, want := told(t, j, w, o), told(t, j, folder, Options{}); got != want {
			t.Fatalf("got %s\nwant %s", got, want)
		}
		return w.bytes
	}
	if got := read(1); got["map/1.csv"] < len(old.Data) || got["web.csv"] == 0 {
		t.Errorf("the first run reads %v", got)
	}
	if got := read(1); len(got) > 0 {
		t.Errorf("the second run reads %v", got)
	}
	folder["map/2.csv"] = &fstest.MapFile{Data: []byte(rememberedHeader + rememberedRows(random, 20)), ModTime: day}
	if got := read(2); len(got) != 1 || got["map/2.csv"] == 0 {
		t.Errorf("with a new file beside it, %v is read", got)
	}
	folder["map/1.csv"] = &fstest.MapFile{Data: append(bytes.Clone(old.Data), rememberedRows(random, 20)...), ModTime: day.Add(time.Hour)}
	if got := read(3); len(got) != 1 || got["map/1.csv"] != len(folder["map/1.csv"].Data) {
		t.Errorf("of a file that grew, %v is read", got)
	}
	folder["web.csv"].ModTime = day.Add(time.Hour)
	if got := read(4); len(got) != 1 || got["web.csv"] != len(folder["web.csv"].Data) {
		t.Errorf("of a file that was touched, %v is read", got)
	}
	if got := read(5); len(got) > 0 {
		t.Errorf("then, %v is read", got)
	}
	// A topic that is rare in each file and frequent in all.
	for i := range 4 {
		folder[fmt.Sprintf("map/r%d.csv", i)] = &fstest.MapFile{Data: []byte(rememberedHeader + strings.Repeat("1;2022-05-01;;Rioolputdeksel;;;;\n", 60-i*19)), ModTime: day}
	}
	read(6)
	folder["map/0.csv"] = &fstest.MapFile{Data: []byte(rememberedHeader + strings.Repeat("1;2022-05-01;;RIOOLPUTDEKSEL;;;;\n", 3)), ModTime: day}
	read(7)
	if got := read(8); len(got) > 0 {
		t.Errorf("at last, %v is read", got)
	}
}

// TestCacheForgetsIDs changes the begin of a file that grew, behind another one: the ids that were
// read before that was seen must not make its records doubles of themselves.
func TestCacheForgetsIDs(t *testing.T) {
	day := time.Date(2024, 1, 1, 12, 0, 0, 0, time.UTC)
	header := strings.Replace(rememberedHeader, "nummer", "id", 1)
	file := func(rows string, hours int) *fstest.MapFile {
		return &fstest.MapFile{Data: []byte(header + rows), ModTime: day.Add(time.Duration(hours) * time.Hour)}
	}
	folder := fstest.MapFS{"map/1.csv": file("1;2022-05-01;;;geld;;;\n", 0), "map/2.csv": file("2;2022-05-01;;;geld;;;\n", 0), "web.csv": file("", 0)}
	j, store := rememberedJourney(t, "map"), shelf{}
	told(t, j, folder, Options{Cache: store.cache(day.Add(time.Hour))})
	folder["map/2.csv"] = file("3;2022-05-01;;;geld;;;\n2;2022-05-01;;;geld;;;\n", 2)
	if got, want := told(t, j, folder, Options{Cache: store.cache(day.Add(3 * time.Hour))}), told(t, j, folder, Options{}); got != want {
		t.Errorf("with a cache\n%s\nwithout\n%s", got, want)
	}
}

// TestCacheHoldsNoTexts looks for what records say in what is kept.
func TestCacheHoldsNoTexts(t *testing.T) {
	day := time.Date(2024, 1, 1, 12, 0, 0, 0, time.UTC)
	rows := "id;tijdstip;kanaal;onderwerp;tekst\n"
	for i := range 6 {
		rows += fmt.Sprintf("Z-7%d;2022-05-01;chat;Afval;Mijn buurman\nY-8%d;2022-05-01;061234567;%s;Geld wanneer\nX-9%d;2022-05-01;chat;Zeldzaam%d;geld\nW-9%d;2022-05-01;chat;Raar%d;\n", i, i, "Zorg", i, i, i, i)
	}
	folder := fstest.MapFS{"kcc.csv": {Data: []byte(rows), ModTime: day}, "web.csv": {Data: []byte("jan@example.nl;61234567\n2022-05-01;1\n"), ModTime: day}}
	store := shelf{}
	BindWith(rememberedJourney(t, "kcc.csv"), folder, Options{Cache: store.cache(day.Add(time.Hour))})
	if len(store) != 1 {
		t.Fatalf("%d entries; a file whose header is a record is not to be kept", len(store))
	}
	for _, entry := range store {
		for _, text := range []string{"buurman", "wanneer", "Zeldzaam", "zeldzaam", "Raar", "raar", "Zorg", "061234567", "Z-7", "Y-8"} {
			if bytes.Contains(entry, []byte(text)) {
				t.Errorf("%q is kept", text)
			}
		}
		for _, text := range []string{"chat", "Afval", "overig"} {
			if !bytes.Contains(entry, []byte(text)) {
				t.Errorf("%q is not kept", text)
			}
		}
	}
}

// FuzzTally reads entries of a cache that anybody may have written.
func FuzzTally(f *testing.F) {
	day := time.Date(2024, 1, 1, 12, 0, 0, 0, time.UTC)
	random := rand.New(rand.NewPCG(1, 1))
	j := rememberedJourney(f, "kcc.csv")
	folder := fstest.MapFS{"kcc.csv": {Data: []byte(rememberedHeader + rememberedRows(random, 50)), ModTime: day}}
	store := shelf{}
	BindWith(j, folder, Options{Cache: store.cache(day.Add(time.Hour))})
	for _, entry := range store {
		_, content, _ := bytes.Cut(entry, []byte("\n"))
		f.Add(content)
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		if _, _, ok := decodeEntry(content); ok {
			t.Fatal("an entry without its sum was taken")
		}
		kept, tally, ok := decodeContent(content)
		if !ok {
			return
		}
		b := newBinder(j)
		places := b.numbersOf("kcc")
		whole, ok := tally.restore(b.newTally(), places)
		if !ok {
			return
		}
		b.book(0, whole)
		if err := WriteJSON(&bytes.Buffer{}, j, b.finish()); err != nil {
			t.Fatal(err)
		}
		encodeEntry(kept, whole, places, func(topicCount) bool { return true })
	})
}
