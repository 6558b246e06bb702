package connect

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"strconv"
	"testing"

	"klantreis/journeys"
	"klantreis/journeys/pushdown"
)

// BenchmarkOpenKlant reads pages without a network. The goal is that the server is always the slower
// one: more than 10,000 contacts (5 MB) a second of processor time.
func BenchmarkOpenKlant(b *testing.B) {
	const pages = 40
	var bodies [pages][]byte
	size := 0
	for i := range bodies {
		var all []map[string]any
		for n := range pageSize {
			all = append(all, contact(i*pageSize+n))
		}
		next := any("?page")
		if i == pages-1 {
			next = nil
		}
		bodies[i], _ = json.Marshal(map[string]any{"count": pages * pageSize, "next": next, "results": all})
		size += len(bodies[i])
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		open, err := connector(nil).Open(journeys.Source{Name: "kcc", Connection: "https://openklant.gemeente.nl/api"})
		if err != nil {
			b.Fatal(err)
		}
		open.(*openKlant).client.Transport = roundTrip(func(r *http.Request) *http.Response {
			page, _ := strconv.Atoi(r.URL.Query().Get("page"))
			return &http.Response{StatusCode: 200, Body: io.NopCloser(bytes.NewReader(bodies[page-1])), Request: r}
		})
		n := 0
		if err := open.Fetch(pushdown.From{}, []pushdown.Column{{Name: "uuid"}, {Name: "inhoud"}}, func([][]byte) error { n++; return nil }); err != nil || n != pages*pageSize {
			b.Fatal(n, err)
		}
	}
}
