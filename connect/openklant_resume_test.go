package connect

import (
	"bytes"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
)

// TestOpenKlantResumes kills a reading at page 22 of 24, changes what there is or nothing, and reads again:
// the outcome must be that of a run that knows of nothing, and pages are only skipped when nothing moved.
func TestOpenKlantResumes(t *testing.T) {
	t.Parallel()
	j, problems := journeys.Parse("reis.yaml", []byte(strings.Replace(klantJourney, "BRON", "    verbinding: https://openklant.gemeente.nl/api", 1)))
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	day := time.Date(2024, 1, 1, 12, 0, 0, 0, time.UTC)
	goesOn := "1 19 20 21 22 23 24"
	for _, c := range []struct {
		what   string
		change func(m *mock)
		later  time.Duration
		pages  string // that the second run asks, the first of them
	}{
		{"nothing", func(*mock) {}, time.Minute, goesOn},
		{"an hour", func(*mock) {}, 23 * time.Hour, goesOn},
		{"a day", func(*mock) {}, 25 * time.Hour, "1 2 3 4"},
		{"the clock was set back", func(*mock) {}, -time.Hour, "1 2 3 4"},
		{"a new contact", func(m *mock) { m.contacts = append([]map[string]any{contact(99_999)}, m.contacts...) }, time.Minute, "1 1 2 3 4"},
		{"one removed that was read", func(m *mock) { m.contacts = slices.Delete(m.contacts, 1000, 1001) }, time.Minute, "1 1 2 3 4"},
		{"one removed that was not read", func(m *mock) { m.contacts = slices.Delete(m.contacts, 2200, 2201) }, time.Minute, "1 1 2 3 4"},
		{"one removed, another added", func(m *mock) {
			m.contacts = append([]map[string]any{contact(99_999)}, slices.Delete(m.contacts, 1000, 1001)...)
		}, time.Minute, "1 1 2 3 4"},
		{"one changed at the place", func(m *mock) { m.contacts[1910] = map[string]any{"uuid": "x", "onderwerp": "Anders"} }, time.Minute, "1 19 20 1 2 3"},
		{"a topic that was rare", func(m *mock) {
			for i := range 9 {
				m.contacts[2200+i]["onderwerp"] = "Zeldzaam"
			}
		}, time.Minute, goesOn + " 1 2 3 4"},
	} {
		m := newMock(t, 2400)
		m.limit = 100
		for i, one := range m.contacts {
			one["inhoud"] = fmt.Sprint(one["inhoud"], strings.Repeat(" geld", 200))
			if i%600 == 6 {
				one["onderwerp"] = "Zeldzaam"
			}
		}
		delete(m.contacts[3], "plaatsgevondenOp")
		j.Sources[0].Connection = m.address()
		kept := map[string][]byte{}
		run := func(later time.Duration, cached bool) (told string, pages []string) {
			m.asked = nil
			o := evidence.Options{Connector: connector(nil)}
			if cached {
				o.Cache = evidence.Cache{Salt: []byte("zout"), Started: day.Add(later), Load: func(key string) []byte { return kept[key] },
					Save: func(key string, entry []byte) { kept[key] = bytes.Clone(entry) }}
			}
			ev, found := evidence.BindWith(j, nil, o)
			var out bytes.Buffer
			if err := evidence.WriteJSON(&out, j, ev); err != nil {
				t.Fatal(err)
			}
			fmt.Fprintf(&out, "%+v", ev.Sources)
			for _, p := range found {
				out.WriteString(p.Pos.String() + " " + p.Code + "\n")
			}
			for _, query := range m.asked {
				pages = append(pages, strings.TrimPrefix(strings.Split(query, "&")[0], "page="))
			}
			return out.String(), pages
		}
		m.meddle = func(_, page int, w http.ResponseWriter, _ *http.Request) bool {
			if page == 22 {
				problem(w, http.StatusInternalServerError)
			}
			return page == 22
		}
		if told, _ := run(0, true); !strings.Contains(told, "api-status") {
			t.Fatal(told)
		}
		all := ""
		for _, entry := range kept {
			all += string(entry)
		}
		for _, personal := range []string{"00000000-0000", "Wanneer wordt", "geld geld", "Zeldzaam", "Piet"} {
			if all == "" || strings.Contains(all, personal) {
				t.Errorf("the cache holds %q", personal)
			}
		}
		m.meddle = nil
		c.change(m)
		want, _ := run(0, false)
		got, pages := run(c.later, true)
		if got != want {
			t.Errorf("%s:\n%s\nwant:\n%s", c.what, got, want)
		}
		if asked := strings.Join(pages, " "); asked != c.pages && !strings.HasPrefix(asked, c.pages+" ") {
			t.Errorf("%s: asks for pages %s", c.what, asked)
		}
		if c.later != time.Minute {
			continue
		}
		// What has ended is not gone on with.
		if _, pages := run(c.later, true); len(pages) != (len(m.contacts)+99)/100 {
			t.Errorf("%s: then asks for pages %v", c.what, pages)
		}
	}
}
