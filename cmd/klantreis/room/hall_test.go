package room

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"sync"
	"testing"
	"time"

	"klantreis/journeys/arena"
)

var plan = arena.Plan{Title: "Verhuizen", Steps: []arena.Item{{ID: "melden", Title: "Meldt"}, {ID: "wachten", Title: "Wacht"}}}

func clock() time.Time { return time.UnixMilli(1_700_000_000_000) }

func open(t testing.TB, name string) *Hall {
	t.Helper()
	h, err := OpenHall(name, "klantreis.yaml", plan, clock)
	if err != nil {
		t.Fatal(err)
	}
	return h
}

func view(h *Hall) (v arena.View) {
	h.Look(func(r *arena.Room) { v = r.View() })
	return v
}

// TestManyAtOnce: what was acknowledged is there after the file was read again, each once.
func TestManyAtOnce(t *testing.T) {
	name := filepath.Join(t.TempDir(), "arena.log")
	h := open(t, name)
	if _, err := h.Do(arena.Event{Kind: arena.Turn, Round: arena.Telling}); err != nil {
		t.Fatal(err)
	}
	var all sync.WaitGroup
	for n := range 40 {
		all.Go(func() {
			me, err := h.Do(arena.Event{Kind: arena.Join, Role: arena.Customer, Key: fmt.Sprint("in", n)})
			if err != nil {
				t.Error(err)
				return
			}
			for k := range 5 {
				for range 2 { // a telephone that did not hear the answer sends again
					if _, err := h.Do(arena.Event{Kind: arena.Note, Who: me.Who, ID: fmt.Sprint(n, "-", k), Key: fmt.Sprint(n, "-", k), Step: "melden", Nature: "tip", Text: "Een tip"}); err != nil {
						t.Error(err)
					}
				}
			}
		})
	}
	all.Wait()
	want := view(h)
	if want.Customers != 40 || len(want.Cards) != 200 {
		t.Fatalf("%d people, %d cards", want.Customers, len(want.Cards))
	}
	// The machine stops: nobody closes anything. Half an event lies at the end.
	file, _ := os.OpenFile(name, os.O_APPEND|os.O_WRONLY, 0)
	file.WriteString(`{"nr":999,"wat":"brie`)
	file.Close()
	again := open(t, name)
	if got := view(again); !reflect.DeepEqual(got, want) || !again.Torn {
		t.Errorf("after a restart the room is another one")
	}
	if _, err := again.Do(arena.Event{Kind: arena.Turn, Round: arena.Asking}); err != nil {
		t.Error(err)
	}
	if err := again.Close(); err != nil {
		t.Error(err)
	}
	if third := open(t, name); third.Torn || view(third).Round != arena.Asking {
		t.Error("what came after half an event is lost")
	}
}

func TestBrokenDisk(t *testing.T) {
	h := open(t, filepath.Join(t.TempDir(), "arena.log"))
	h.journal.file.Close()
	if _, err := h.Do(arena.Event{Kind: arena.Turn, Round: arena.Telling}); err == nil {
		t.Fatal("acknowledged what is not on disk")
	}
	if _, err := h.Do(arena.Event{Kind: arena.Turn, Round: arena.Telling}); err == nil {
		t.Fatal("went on")
	}
}

func TestForeignLog(t *testing.T) {
	for _, text := range []string{"x", "{}\n", "klantreis: a\n", `{"klantarena":1}` + "\nnee\n", `{"klantarena":1}` + "\n" + `{"nr":7,"wat":"ronde","ronde":"stemmen"}` + "\n"} {
		name := filepath.Join(t.TempDir(), "arena.log")
		os.WriteFile(name, []byte(text), 0o600)
		if _, err := OpenHall(name, "", plan, clock); err == nil {
			t.Errorf("%q was taken for a log", text)
		}
		if after, _ := os.ReadFile(name); string(after) != text {
			t.Errorf("%q was changed", text)
		}
	}
}

func FuzzReadLog(f *testing.F) {
	head, _ := json.Marshal(header{Format: 1})
	f.Add(append(head, "\n{\"nr\":1,\"wat\":\"ronde\",\"ronde\":\"stemmen\"}\n{"...))
	f.Fuzz(func(t *testing.T, log []byte) {
		h, events, size, err := readLog(bytes.NewReader(log))
		if err != nil {
			return
		}
		if size > int64(len(log)) || h.Format != 1 {
			t.Fatal(size)
		}
		again, same, whole, err := readLog(bytes.NewReader(log[:size]))
		if err != nil || whole != size || !reflect.DeepEqual(again, h) || len(same) != len(events) {
			t.Fatal("the whole events of a log are no log")
		}
	})
}

// BenchmarkDo has three hundred people act at once.
func BenchmarkDo(b *testing.B) {
	h := open(b, filepath.Join(b.TempDir(), "arena.log"))
	h.Do(arena.Event{Kind: arena.Turn, Round: arena.Telling})
	for range 300 {
		h.Do(arena.Event{Kind: arena.Join, Role: arena.Customer})
	}
	b.SetParallelism(150)
	b.RunParallel(func(p *testing.PB) {
		for n := 0; p.Next(); n++ {
			if _, err := h.Do(arena.Event{Kind: arena.Score, Who: 1 + n%300, Step: "melden", Value: float64(n%5 - 2)}); err != nil {
				b.Fatal(err)
			}
		}
	})
}
