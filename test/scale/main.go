// Command scale measures how fast each engine counts the same signals, and checks that all give
// the same answers. It makes its own invented signals in a table `schaal` of the servers named:
//
//	go run ./test/scale -rijen 1000000 -postgres postgres://… -clickhouse clickhouse://…
//
// On a machine that others use as well, wall time says little: with -pids, the process ids of the
// servers on this (Linux) machine, it tells the processor time of us and them together.
//
// The numbers in docs/schaal.md come from here.
package main

import (
	"bufio"
	"bytes"
	"context"
	"flag"
	"fmt"
	"io"
	"math/rand"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"

	"klantreis/connect"
	"klantreis/journeys"
	"klantreis/journeys/evidence"
)

func main() {
	rows := flag.Int("rijen", 1_000_000, "number of signals")
	postgres := flag.String("postgres", "", "address of a PostgreSQL database in which a table schaal may be made")
	clickhouse := flag.String("clickhouse", "", "address of a ClickHouse over plain HTTP, likewise")
	pids := flag.String("pids", "", "process ids of the servers, with commas, to count their processor time")
	keep := flag.Bool("bewaard", false, "the tables are there from an earlier run")
	flag.Parse()
	if err := run(*rows, *postgres, *clickhouse, strings.FieldsFunc(*pids, func(r rune) bool { return r == ',' }), *keep); err != nil {
		fmt.Fprintln(os.Stderr, "scale:", err)
		os.Exit(1)
	}
}

func run(rows int, postgres, clickhouse string, pids []string, keep bool) error {
	dir, err := os.MkdirTemp("", "schaal")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	if err := write(filepath.Join(dir, "schaal.csv"), rows, ";"); err != nil {
		return err
	}
	want := ""
	measure := func(name, source string) error {
		j, problems := journeys.Parse("schaal.yaml", []byte(reis(source)))
		if problems.HasErrors() {
			return fmt.Errorf("%v", problems)
		}
		start, used := time.Now(), processor(pids)
		ev, found := evidence.BindWith(j, os.DirFS(dir), evidence.Options{Connector: connect.New(context.Background(), os.Getenv)})
		took := time.Since(start).Seconds()
		if found.HasErrors() {
			return fmt.Errorf("%s: %v", name, found)
		}
		var out bytes.Buffer
		if err := evidence.WriteJSON(&out, j, ev); err != nil {
			return err
		}
		same := "the same answers"
		if want == "" {
			want = out.String()
		} else if out.String() != want {
			same = "OTHER ANSWERS"
		}
		time.Sleep(100 * time.Millisecond) // for a server process to be counted when it has ended
		used = processor(pids) - used
		fmt.Printf("| %s | %.1f s | %.2f s processor | %.0f per processor second | %s |\n", name, took, used, float64(rows)/max(used, 0.01), same)
		return nil
	}
	if err := measure("CSV, embedded", "bestand: schaal.csv"); err != nil {
		return err
	}
	for _, e := range []struct {
		name, address string
		fill          func(string, int, string) error
	}{{"PostgreSQL", postgres, fillPostgres}, {"ClickHouse", clickhouse, fillClickHouse}} {
		if e.address == "" {
			continue
		}
		if !keep {
			if err := e.fill(e.address, rows, dir); err != nil {
				return err
			}
		}
		for _, mode := range []string{"ophalen", "in-database"} {
			if err := measure(e.name+", "+mode, "verbinding: "+e.address+"\n    tabel: schaal\n    werkwijze: "+mode); err != nil {
				return err
			}
		}
	}
	return nil
}

// processor is the processor time in seconds that we, the servers and their ended children have used;
// 0 where there is no /proc.
func processor(pids []string) float64 {
	ticks := 0
	for _, pid := range append([]string{"self"}, pids...) {
		stat, _ := os.ReadFile(filepath.Join("/proc", pid, "stat"))
		_, rest, _ := strings.Cut(string(stat), ") ")
		fields := strings.Fields(rest)
		for i := 11; i < 15 && i < len(fields); i++ {
			n, _ := strconv.Atoi(fields[i])
			ticks += n
		}
	}
	return float64(ticks) / 100
}

const fillers = "ik wil graag weten hoe het zit met mijn aanvraag bij de gemeente want er is nog geen bericht gekomen en daarom bel ik nu zelf over wat dan ook u mij niet hebt verteld elke keer dat het op de site staat maar daar vind ik het loket niet en de straat is ook dicht dus waar moet ik heen met deze vraag over vergunning paspoort belasting parkeren"

// needles are words that the selectors look for; one in ten signals holds some.
var needles = []string{"wanneer betaald", "uitbetaling", "toeslag", "bezwaar maken", "formulier", "digid", "inloggen", "afspraak", "wachttijd", "besluit"}

// write makes signals of 300 bytes or so, always the same ones.
func write(path string, rows int, comma string) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer f.Close()
	w := bufio.NewWriterSize(f, 1<<20)
	r := rand.New(rand.NewSource(1))
	words := strings.Fields(fillers)
	channels := []string{"telefoon", "balie", "chat", "e-mail"}
	if comma == ";" {
		fmt.Fprintln(w, "tijdstip;kanaal;onderwerp;tekst")
	}
	for i := range rows {
		day := time.Date(2022, 1, 1+i*365/rows, 9+i%8, i%60, 0, 0, time.UTC)
		fmt.Fprint(w, day.Format("2006-01-02 15:04:05"), comma, channels[i%4], comma, "Onderwerp ", string(rune('A'+i%20)), comma)
		for range 45 {
			w.WriteString(words[r.Intn(len(words))])
			w.WriteByte(' ')
		}
		if i%8 == 0 { // so many texts hold a letter with an accent
			w.WriteString("één café ")
		}
		if r.Intn(10) == 0 {
			w.WriteString(needles[r.Intn(len(needles))])
		}
		w.WriteString(".\n")
	}
	return w.Flush()
}

// reis has thirty selectors of two to four words.
func reis(source string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "klantreis: Schaal\nperiode: {van: 2022-01-01, tot: 2022-12-31}\nbronnen:\n  b:\n    soort: telefoon\n    %s\n    kolommen: {tijdstip: tijdstip, kanaal: kanaal, onderwerp: onderwerp, tekst: tekst}\nfasen:\n- fase: F\n  stappen:\n", source)
	for i := range 30 {
		fmt.Fprintf(&b, "  - stap: S%d\n    signalen:\n    - {signaal: T%d, bron: b, woorden: [%s, %s, zoekwoord%da, zoekwoord%d*]}\n",
			i, i, needles[i%len(needles)], needles[(i*3+1)%len(needles)], i, i)
	}
	return b.String()
}

func fillPostgres(address string, rows int, dir string) error {
	ctx := context.Background()
	conn, err := pgx.Connect(ctx, address)
	if err != nil {
		return err
	}
	defer conn.Close(ctx)
	if _, err := conn.Exec(ctx, "DROP TABLE IF EXISTS schaal; CREATE TABLE schaal (tijdstip timestamp, kanaal text, onderwerp text, tekst text)"); err != nil {
		return err
	}
	return tabs(dir, rows, func(f *os.File) error {
		_, err := conn.PgConn().CopyFrom(ctx, f, "COPY schaal FROM STDIN")
		return err
	})
}

func fillClickHouse(address string, rows int, dir string) error {
	host := "http://" + strings.TrimPrefix(address, "clickhouse://") + "/"
	tell := func(query string, body io.Reader) error {
		response, err := http.Post(host+"?query="+strings.ReplaceAll(query, " ", "%20"), "text/plain", body)
		if err != nil {
			return err
		}
		defer response.Body.Close()
		if text, _ := io.ReadAll(response.Body); response.StatusCode != http.StatusOK {
			return fmt.Errorf("%s: %.300s", query, text)
		}
		return nil
	}
	if err := tell("DROP TABLE IF EXISTS schaal", http.NoBody); err != nil {
		return err
	}
	if err := tell("CREATE TABLE schaal (tijdstip DateTime('Europe/Amsterdam'), kanaal String, onderwerp String, tekst String) ENGINE = MergeTree() PARTITION BY toYYYYMM(tijdstip) ORDER BY tijdstip", http.NoBody); err != nil {
		return err
	}
	return tabs(dir, rows, func(f *os.File) error { return tell("INSERT INTO schaal FORMAT TabSeparated", f) })
}

// tabs gives the signals as a file with tabs, which both servers read.
func tabs(dir string, rows int, use func(*os.File) error) error {
	name := filepath.Join(dir, "schaal.tsv")
	if err := write(name, rows, "\t"); err != nil {
		return err
	}
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	return use(f)
}
