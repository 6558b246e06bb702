package room

import (
	"bytes"
	"encoding/json"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"

	"klantreis/cmd/klantreis/workspace/api"
	"klantreis/journeys/arena"
)

const journey = "klantreis: Verhuizen\nfasen:\n  - fase: Een\n    stappen:\n      - stap: Meldt   # begin\n        id: melden\n      - stap: Wacht\n        id: wachten\n"

// TestStage goes through a session without telephones: the facilitator types for the room.
func TestStage(t *testing.T) {
	var kept arena.Saved
	s := &Stage{Hall: open(t, filepath.Join(t.TempDir(), "arena.log")), Lang: "nl", Steps: []api.RoomStep{{ID: "melden"}, {ID: "wachten"}}, Words: Words("nl"), Undo: UndoWords("nl"), Now: clock,
		Journey: func() (string, []byte, error) { return "reis/klantreis.yaml", []byte(journey), nil },
		Taken:   func(string) bool { return false },
		Keep:    func(_ []byte, saved arena.Saved) error { kept = saved; return nil }}
	call := func(path string, body, into any) int {
		t.Helper()
		text, _ := json.Marshal(body)
		method := "POST"
		if body == nil {
			method = "GET"
		}
		w := httptest.NewRecorder()
		s.Handler().ServeHTTP(w, httptest.NewRequest(method, path, bytes.NewReader(text)))
		if into != nil {
			if err := json.Unmarshal(w.Body.Bytes(), into); err != nil {
				t.Fatalf("%s: %s", path, w.Body)
			}
		}
		return w.Code
	}
	var fault api.Fault
	if code := call("/api/room/save", api.RoomChoice{}, &fault); code != 422 || fault.Message == "" {
		t.Errorf("saved nothing: %d %+v", code, fault)
	}
	var sent api.Sent
	deeds := []api.Deed{{Kind: "ronde", Round: "vertellen"}}
	for range 6 {
		deeds = append(deeds, api.Deed{Kind: "binnen", Role: "klant"})
	}
	for who := 1; who <= 6; who++ {
		deeds = append(deeds, api.Deed{Kind: "gevoel", Who: who, Step: "wachten", Value: -1}, api.Deed{Kind: "cijfer", Who: who, Value: 7})
	}
	deeds = append(deeds, api.Deed{Kind: "briefje", ID: "a", Step: "wachten", Nature: "klacht", Text: "Mevrouw De Vries wacht al weken"}, api.Deed{Kind: "ronde", Round: "afsluiten"})
	for who := 1; who <= 6; who++ {
		deeds = append(deeds, api.Deed{Kind: "cijfer", Who: who, Value: 7.5})
	}
	call("/api/room/do", api.Sending{Deeds: deeds}, &sent)
	for i, d := range sent.Deeds {
		if early := deeds[i].Kind == "cijfer" && i < 20; d.Kept == early {
			t.Errorf("%+v: %+v", deeds[i], d)
		}
	}
	var room api.Room
	call("/api/room", nil, &room)
	if room.Customers != 6 || !room.Steps[1].Score.Known || room.Steps[1].Score.Value != -1 || len(room.Cards) != 1 || strings.Contains(room.Cards[0].Text, "Vries") || room.Mark.Value != 7.5 || len(room.Undo) == 0 {
		t.Errorf("%+v", room)
	}
	call("/api/room/do", api.Sending{Deeds: []api.Deed{{Kind: "verberg", Note: room.Cards[0].ID, Value: 1}}}, &sent)
	call("/api/room", nil, &room)
	call("/api/room/do", api.Sending{Deeds: []api.Deed{{Kind: "ongedaan", Undoes: room.Undo[0].Number}}}, &sent)
	if call("/api/room", nil, &room); room.Cards[0].Hidden {
		t.Error("what was undone is still hidden")
	}
	choice := api.RoomChoice{Title: "Arena in november", Bottlenecks: []api.RoomBottleneck{{ID: room.Cards[0].ID}}}
	var review api.Review
	call("/api/room/review", choice, &review)
	text := strings.Join(review.Lines, "\n")
	if review.Rows != 1 || !strings.Contains(text, "- arena: Arena in november") || !strings.Contains(text, "soort: arena") || kept.Source != "" {
		t.Errorf("%+v", review)
	}
	if code := call("/api/room/save", choice, nil); code != 200 || !strings.Contains(string(kept.Journey), "# begin") {
		t.Errorf("%d %s", code, kept.Journey)
	}
}

func TestQR(t *testing.T) {
	svg, err := QR("http://192.168.1.20:8090/23456789BC/", `Adres "van" <de> zaal`)
	if err != nil || !strings.Contains(svg, "&lt;de&gt;") || strings.Count(svg, "<path") != 2 {
		t.Error(svg, err)
	}
}
