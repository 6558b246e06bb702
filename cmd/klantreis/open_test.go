package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"encoding/csv"
	"encoding/json"
	"io"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"klantreis/cmd/klantreis/workspace"
	"klantreis/cmd/klantreis/workspace/api"
	"klantreis/journeys"
)

// The canaries stand in every text of every file of signals. The first may be shown in an example or a proposed
// quote, which are sentences of customers; the others are personal data and may never be.
const canaryWord = "KANARIEruw"

var canaries = []string{"kanarie.piet@geheim-adres.nl", "06-12345678", "111222333", "NL91ABNA0417164300"}

// canaryCage copies the examples, with canaries in their signals.
func canaryCage(t *testing.T) string {
	t.Helper()
	folder := filepath.Join(t.TempDir(), "reizen")
	if err := os.CopyFS(folder, os.DirFS("../../examples")); err != nil {
		t.Fatal(err)
	}
	os.RemoveAll(filepath.Join(folder, "generator"))
	files, _ := filepath.Glob(filepath.Join(folder, "*", "klantreis.yaml"))
	planted := 0
	for _, file := range files {
		j, _, _, err := journeys.Load(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range j.Sources {
			for _, column := range s.Columns {
				if column.Field == "tekst" && s.File != "" {
					planted += plant(t, filepath.Join(filepath.Dir(file), filepath.FromSlash(s.File)), column.Header)
				}
			}
		}
	}
	if planted < 1000 {
		t.Fatalf("canaries in %d records only", planted)
	}
	return folder
}

// plant puts the canaries behind each text of a file.
func plant(t *testing.T, name, header string) (n int) {
	t.Helper()
	content, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	comma := ';'
	if first, _, _ := bytes.Cut(content, []byte("\n")); bytes.Count(first, []byte(",")) > bytes.Count(first, []byte(";")) {
		comma = ','
	}
	reader := csv.NewReader(bytes.NewReader(content))
	reader.Comma, reader.LazyQuotes, reader.FieldsPerRecord = comma, true, -1
	rows, err := reader.ReadAll()
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	column := -1
	for i, h := range rows[0] {
		if strings.TrimPrefix(h, "\ufeff") == header {
			column = i
		}
	}
	if column < 0 {
		t.Fatalf("%s has no column %s", name, header)
	}
	for _, row := range rows[1:] {
		if column < len(row) {
			row[column] += " " + canaryWord + ", mail " + canaries[0] + " of bel " + canaries[1] + ". Mijn BSN is " + canaries[2] + ", rekening " + canaries[3] + "."
			n++
		}
	}
	var out bytes.Buffer
	writer := csv.NewWriter(&out)
	writer.Comma = comma
	writer.WriteAll(rows)
	if err := os.WriteFile(name, out.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	return n
}

// deskClient is the page, as far as it asks.
type deskClient struct {
	t       *testing.T
	address string
	cookie  string
	all     map[string]string // what was asked → what came back
}

func (c *deskClient) do(method, path, kind string, body []byte) string {
	c.t.Helper()
	r, err := http.NewRequest(method, c.address+path, bytes.NewReader(body))
	if err != nil {
		c.t.Fatal(err)
	}
	r.Header.Set("Cookie", c.cookie)
	r.Header.Set("Sec-Fetch-Site", "same-origin")
	r.Header.Set("Origin", c.address)
	if kind != "" {
		r.Header.Set("Content-Type", kind)
	}
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		c.t.Fatal(err)
	}
	defer answer.Body.Close()
	text, _ := io.ReadAll(answer.Body)
	what := method + " " + path + " " + string(body[:min(len(body), 120)])
	c.all[what] += string(text)
	if answer.StatusCode >= 500 {
		c.t.Errorf("%s: %d %s", what, answer.StatusCode, text)
	}
	return string(text)
}

func send[Out any](c *deskClient, method, path string, in any) (out Out) {
	c.t.Helper()
	var body []byte
	kind := ""
	if in != nil {
		body, _ = json.Marshal(in)
		kind = "application/json"
	}
	if text := c.do(method, path, kind, body); text != "" {
		if err := json.Unmarshal([]byte(text), &out); err != nil {
			c.t.Fatalf("%s: %v", path, err)
		}
	}
	return out
}

// TestDeskTellsNoSignals drives every route with real tools, and looks for the canaries in all that came back.
func TestDeskTellsNoSignals(t *testing.T) {
	folder := canaryCage(t)
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	a := &app{ctx: context.Background(), stdout: io.Discard, stderr: io.Discard, words: dutch()}
	tools, err := a.deskTools(folder)
	if err != nil {
		t.Fatal(err)
	}
	private := t.TempDir()
	desk, err := workspace.Open(workspace.Options{Folder: folder, Private: private, Lang: "nl", Tools: tools})
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error)
	go func() { ended <- desk.Serve(ctx) }()
	defer func() { cancel(); <-ended }()

	token, err := workspace.Door(private)
	if err != nil {
		t.Fatal(err)
	}
	c := &deskClient{t: t, address: strings.TrimSuffix(desk.Address(), "/"), all: map[string]string{}}
	r, err := http.Get(c.address + "/?sleutel=" + url.QueryEscape(token))
	if err != nil {
		t.Fatal(err)
	}
	c.cookie, _, _ = strings.Cut(r.Header.Get("Set-Cookie"), ";")
	events := c.events(ctx)

	c.do("GET", "/", "", nil)
	c.do("GET", "/api/start", "", nil)
	cards := send[api.Cards](c, "GET", "/api/journeys", nil)
	if len(cards.Journeys) != 6 || len(cards.Unread) != 0 {
		t.Fatalf("%d journeys, %d unread", len(cards.Journeys), len(cards.Unread))
	}
	for _, card := range cards.Journeys {
		file := send[api.File](c, "GET", "/api/file?path="+card.Path, nil)
		for line := 1; line < 60; line += 7 {
			place := api.Place{Path: card.Path, Text: file.Text, Line: line, Column: 3}
			send[api.Completions](c, "POST", "/api/complete", place)
			send[api.Hover](c, "POST", "/api/hover", place)
		}
		asked := false // once for each journey: every answer reads its sources
		for _, phase := range c.look(card.Path, file.Text).Phases {
			for _, step := range phase.Steps {
				if asked || len(step.Signals) == 0 {
					continue
				}
				asked = true
				send[api.Quotes](c, "POST", "/api/quotes", api.QuotesRequest{Path: card.Path, Text: file.Text, Step: step.ID})
				s := step.Signals[0]
				send[api.Match](c, "POST", "/api/match", api.MatchRequest{Path: card.Path, Text: file.Text,
					Selector: map[string]any{"signaal": s.Title, "bron": s.Sources, "woorden": s.Words}})
			}
		}
		send[api.Edited](c, "POST", "/api/edit", api.EditRequest{Path: card.Path, Text: file.Text, Op: api.Op{Do: "set", Target: api.Target{Kind: "reis"}, Values: map[string]any{"eigenaar": "X"}}})
	}
	signals, _ := filepath.Glob(filepath.Join(folder, "*", "signalen", "*.csv"))
	for _, name := range signals {
		content, _ := os.ReadFile(name)
		journey := filepath.Base(filepath.Dir(filepath.Dir(name))) + "/klantreis.yaml"
		text := c.do("POST", "/api/drop?name="+filepath.Base(name), "application/octet-stream", content)
		var dropped api.Dropped
		if json.Unmarshal([]byte(text), &dropped); dropped.ID == "" {
			t.Errorf("%s is not taken: %s", name, text)
			continue
		}
		columns := map[string]string{}
		for _, column := range dropped.Columns {
			if column.Field != "" {
				columns[column.Field] = column.Header
			}
		}
		send[api.Dropped](c, "POST", "/api/drop/look", api.DropLook{ID: dropped.ID, Path: journey, Columns: columns})
		for _, field := range []string{"", "cijfer", "onderwerp"} { // whatever is chosen for a column, its texts stay here
			for _, column := range dropped.Columns {
				if column.Hidden && strings.HasPrefix(journey, "energietoeslag") {
					send[api.Dropped](c, "POST", "/api/drop/look", api.DropLook{ID: dropped.ID, Path: journey, Columns: map[string]string{field: column.Header}})
				}
			}
		}
		file := send[api.File](c, "GET", "/api/file?path="+journey, nil)
		send[api.Edited](c, "POST", "/api/drop/add", api.DropAdd{ID: dropped.ID, Path: journey, Text: file.Text, Source: "nieuw", Kind: "telefoon", Columns: columns, Copy: true})
	}
	if text := c.do("POST", "/api/drop?name=gesprekken.json", "application/octet-stream", []byte("{\n \"klantreis-gesprek\": 1,\n \"gesprekken\": []}")); !strings.Contains(text, `"code":"gesprekken"`) {
		t.Errorf("talks are taken for a table: %s", text)
	}
	if text := c.do("POST", "/api/drop?name=bom.csv.gz", "application/octet-stream", bomb(t)); !strings.Contains(text, `"code"`) {
		t.Errorf("a bomb is taken: %s", text)
	}
	for _, ask := range []api.JobRequest{{Kind: "controleer", Path: "energietoeslag/klantreis.yaml"}, {Kind: "maak", Path: "verhuizen/klantreis.yaml"},
		{Kind: "presenteer", Path: "klantenservice/klantreis.yaml"}, {Kind: "overzicht"}, {Kind: "exporteer", Path: "verhuizen/klantreis.yaml", As: "xlsx"},
		{Kind: "exporteer", Path: "verhuizen/klantreis.yaml", As: "markdown"}} {
		job := send[api.Job](c, "POST", "/api/jobs", ask)
		state := endOf(t, events, job.ID)
		if state.Failed != "" {
			t.Errorf("%+v: %s", ask, state.Failed)
		}
		told, _ := json.Marshal(state)
		c.all["job "+ask.Kind] = string(told)
		for i, f := range state.Files {
			if c.do("GET", f.URL, "", nil) == "" {
				t.Errorf("%s is empty", f.URL)
			}
			if f.Use == "geven" != (f.Name == "advies.pdf") || f.Use != "beelden" && f.About == "" {
				t.Errorf("%s: file %d is %+v", ask.Kind, i, f)
			}
		}
		if len(state.Files) == 0 && ask.Kind != "controleer" || !strings.HasSuffix(filepath.ToSlash(state.Place), state.Folder) {
			t.Errorf("%+v: %d files in %q", ask, len(state.Files), state.Place)
		}
	}
	examples := 0
	for what, text := range c.all {
		for _, canary := range canaries {
			if strings.Contains(text, canary) || strings.Contains(text, strings.ReplaceAll(canary, "-", "")) {
				t.Errorf("%s tells %s", what, canary)
			}
		}
		if strings.Contains(text, canaryWord) {
			if examples++; !strings.HasPrefix(what, "POST /api/match") && !strings.HasPrefix(what, "POST /api/quotes") {
				t.Errorf("%s tells a signal: …%s…", what, text[max(0, strings.Index(text, canaryWord)-80):][:160])
			}
		}
	}
	if examples == 0 {
		t.Error("no example and no quote was shown: the canaries were not read")
	}
}

// bomb is 300 kB that unpack to 300 MB without a line end.
func bomb(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	io.WriteString(z, "a;b;c\n")
	zeros := make([]byte, 1<<20)
	for range 300 {
		z.Write(zeros)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// look asks for every view of a text until its signals were counted.
func (c *deskClient) look(path, text string) *api.Model {
	c.t.Helper()
	var model *api.Model
	for _, view := range []string{"kaart", "stroom", "grafieken", "presentatie", "advies"} {
		for end := time.Now().Add(60 * time.Second); ; time.Sleep(50 * time.Millisecond) {
			out := send[api.Rendering](c, "POST", "/api/render", api.RenderRequest{Path: path, Text: text, View: view, Wide: 1200, Have: []string{}})
			for _, p := range out.Parts {
				if p.Kind == "frame" {
					c.do("GET", p.Content, "", nil)
				}
			}
			model = out.Model
			if !out.Counting {
				break
			}
			if time.Now().After(end) {
				c.t.Fatalf("%s is still being counted", path)
			}
		}
	}
	if model == nil {
		c.t.Fatalf("%s has no model", path)
	}
	return model
}

func (c *deskClient) events(ctx context.Context) <-chan api.Event {
	r, _ := http.NewRequestWithContext(ctx, "GET", c.address+"/api/events", nil)
	r.Header.Set("Cookie", c.cookie)
	r.Header.Set("Sec-Fetch-Site", "same-origin")
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		c.t.Fatal(err)
	}
	events := make(chan api.Event, 1000)
	go func() {
		defer answer.Body.Close()
		lines := bufio.NewScanner(answer.Body)
		lines.Buffer(nil, 4<<20)
		for lines.Scan() {
			var e api.Event
			if data, found := bytes.CutPrefix(lines.Bytes(), []byte("data: ")); found && json.Unmarshal(data, &e) == nil {
				events <- e
			}
		}
	}()
	return events
}

func endOf(t *testing.T, events <-chan api.Event, id string) api.JobState {
	t.Helper()
	for end := time.After(3 * time.Minute); ; {
		select {
		case e := <-events:
			if e.Job != nil && e.Job.ID == id && e.Job.Ended {
				return *e.Job
			}
		case <-end:
			t.Fatal("the job does not end")
		}
	}
}

// TestDeskHelp proposes and explains at the place where somebody types.
func TestDeskHelp(t *testing.T) {
	root, err := os.OpenRoot("../../examples")
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	help := deskHelp{root, "nl"}
	text := "klantreis: Proef\nbronnen:\n  kcc:\n    soort: tel\n    bes\n"
	got, _ := help.complete(context.Background(), api.Place{Path: "verhuizen/klantreis.yaml", Text: text, Line: 4, Column: 15})
	if got.From != 12 || got.Until != 15 || len(got.Items) == 0 || got.Items[0].Label != "telefoon" || got.Items[0].Kind != "value" {
		t.Errorf("%+v", got)
	}
	got, _ = help.complete(context.Background(), api.Place{Path: "verhuizen/klantreis.yaml", Text: text, Line: 5, Column: 8})
	if len(got.Items) == 0 || got.Items[0].Label != "bestand" || got.Items[0].Kind != "key" {
		t.Errorf("%+v", got)
	}
	tip, _ := help.hover(context.Background(), api.Place{Path: "verhuizen/klantreis.yaml", Text: text, Line: 4, Column: 6})
	if !strings.Contains(tip.Text, "soort") || tip.From != 5 || tip.Until != 10 {
		t.Errorf("%+v", tip)
	}
	if none, _ := help.hover(context.Background(), api.Place{Path: "verhuizen/klantreis.yaml", Text: text, Line: 99, Column: 6}); none.Text != "" && none.From == 0 {
		t.Errorf("%+v", none)
	}
}
