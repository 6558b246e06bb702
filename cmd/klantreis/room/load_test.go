package room

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"sync"
	"testing"
	"time"

	"klantreis/cmd/klantreis/workspace/api"
	"klantreis/journeys/arena"
)

const loadPeople = 300

// listen reads a stream of events until the context ends, and gives the data of each to take.
func listen(b testing.TB, ctx context.Context, client *http.Client, address string, take func(data []byte)) {
	r, _ := http.NewRequestWithContext(ctx, "GET", address, nil)
	answer, err := client.Do(r)
	if err != nil {
		b.Error(err)
		return
	}
	if answer.StatusCode != http.StatusOK {
		b.Errorf("%s: %d", address, answer.StatusCode)
	}
	go func() {
		defer answer.Body.Close()
		lines := bufio.NewReaderSize(answer.Body, 64<<10)
		for {
			line, err := lines.ReadBytes('\n')
			if err != nil {
				return
			}
			if data, found := bytes.CutPrefix(line, []byte("data: ")); found {
				take(data)
			}
		}
	}()
}

// BenchmarkTapToRoom has three hundred telephones, each with a stream of events that is open, act at once, one tap
// each. It says how long it took until the screen, which reads a stream too, had it: the 95th percentile, in
// milliseconds. The goal is 500 on two cores. All are on this machine, so the work of the telephones counts along.
func BenchmarkTapToRoom(b *testing.B) {
	g, server := serve(b)
	g.Now = time.Now
	s := &Stage{Hall: g.Hall, Lang: "nl", Steps: []api.RoomStep{{ID: "melden"}, {ID: "wachten"}}, Words: Words("nl"), Undo: UndoWords("nl"), Now: time.Now}
	desk := httptest.NewServer(s.Handler())
	defer desk.Close()
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	server.Client().Transport.(*http.Transport).MaxIdleConnsPerHost = 2 * loadPeople
	phones := make([]*telephone, loadPeople)
	var heard sync.WaitGroup
	heard.Add(loadPeople)
	for i := range phones {
		phones[i] = newTelephone(b, server)
		g.limits = limits{}
		phones[i].join(fmt.Sprint("telefoon", i))
		once := sync.OnceFunc(heard.Done)
		listen(b, ctx, phones[i].client, server.URL+"/"+code+"/api/events", func(data []byte) {
			if bytes.Contains(data, []byte(`"vertellen"`)) {
				once()
			}
		})
	}
	var mu sync.Mutex
	sent, seen := map[string]time.Time{}, map[string]time.Duration{}
	done := make(chan struct{}, 1)
	listen(b, ctx, desk.Client(), desk.URL+"/api/room/events", func(data []byte) {
		var room struct {
			Cards []struct{ Text string }
		}
		if err := json.Unmarshal(data, &room); err != nil {
			b.Error(err)
		}
		now := time.Now()
		mu.Lock()
		defer mu.Unlock()
		for _, c := range room.Cards[max(0, len(room.Cards)-2*loadPeople):] {
			if at, ok := sent[c.Text]; ok && seen[c.Text] == 0 {
				seen[c.Text] = now.Sub(at)
			}
		}
		if len(seen) == loadPeople {
			select {
			case done <- struct{}{}:
			default:
			}
		}
	})
	g.Hall.Do(arena.Event{Kind: arena.Turn, Round: arena.Telling})
	heard.Wait() // all streams are open and hear
	var times []time.Duration
	round := 0
	for b.Loop() {
		if round++; round > 100 { // each person may say so much and no more
			break
		}
		g.limits.mu.Lock()
		g.limits.taken = nil
		g.limits.mu.Unlock()
		mu.Lock()
		clear(sent)
		clear(seen)
		mu.Unlock()
		var all sync.WaitGroup
		for i, p := range phones {
			all.Go(func() {
				text := fmt.Sprintf("Tip %d van ronde %d", i, round)
				mu.Lock()
				sent[text] = time.Now()
				mu.Unlock()
				p.post("send", note(fmt.Sprintf("%06d-%06d", i, round), text), nil)
			})
		}
		all.Wait()
		select {
		case <-done:
		case <-time.After(20 * time.Second):
			b.Fatal("the screen did not hear of all")
		}
		for _, d := range seen {
			times = append(times, d)
		}
	}
	slices.Sort(times)
	b.ReportMetric(float64(times[len(times)*95/100].Milliseconds()), "p95-ms")
}

// fullRoom is a session of which everybody said all that they could: 300 people, 24 steps, 6,000 notes.
func fullRoom(b *testing.B) *Stage {
	wide := arena.Plan{Title: "Lang"}
	s := &Stage{Lang: "nl", Words: Words("nl"), Undo: UndoWords("nl"), Now: time.Now}
	for i := range 24 {
		wide.Steps = append(wide.Steps, arena.Item{ID: fmt.Sprint("stap", i), Title: "Stap"})
		s.Steps = append(s.Steps, api.RoomStep{ID: fmt.Sprint("stap", i)})
	}
	hall, err := OpenHall(b.TempDir()+"/arena.log", "klantreis.yaml", wide, time.Now)
	if err != nil {
		b.Fatal(err)
	}
	s.Hall = hall
	hall.Do(arena.Event{Kind: arena.Turn, Round: arena.Telling})
	hall.Look(func(r *arena.Room) { // straight into the room: the disk is not what is measured
		for who := 1; who <= loadPeople; who++ {
			r.Apply(arena.Event{Kind: arena.Join, Who: who, Role: arena.Customer})
			for n := range 24 {
				step := fmt.Sprint("stap", n)
				r.Apply(arena.Event{Kind: arena.Score, Who: who, Step: step, Value: float64(n%5 - 2)})
				r.Apply(arena.Event{Kind: arena.Word, Who: who, Step: step, Text: fmt.Sprint("woord", (who*n)%40)})
				if n < 20 {
					r.Apply(arena.Event{Kind: arena.Note, Who: who, Step: step, ID: fmt.Sprint(who, "-", n), Nature: "tip", Text: "Een tip van gewone lengte over deze stap, met wat meer woorden."})
				}
			}
		}
	})
	return s
}

// BenchmarkFullRoom makes the state of a session of which everybody said all that they could.
func BenchmarkFullRoom(b *testing.B) {
	s := fullRoom(b)
	for b.Loop() {
		json.NewEncoder(io.Discard).Encode(s.room())
	}
}
