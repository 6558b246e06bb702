package live

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"sync"
	"testing"
	"time"

	"klantreis/cmd/klantreis/workspace/api"
)

// gate is a folder whose files are only read on after it is opened.
type gate struct {
	fs.FS
	asked chan struct{}
	open  chan struct{}
	once  *sync.Once
}

func (g gate) Open(name string) (fs.File, error) {
	f, err := g.FS.Open(name)
	if err != nil || !strings.HasSuffix(name, ".csv") {
		return f, err
	}
	return gated{f, g}, nil
}

type gated struct {
	fs.File
	gate gate
}

func (f gated) Read(b []byte) (int, error) {
	f.gate.once.Do(func() { close(f.gate.asked) })
	<-f.gate.open
	return f.File.Read(b)
}

func (f gated) ReadAt(b []byte, at int64) (int, error) {
	f.gate.once.Do(func() { close(f.gate.asked) })
	<-f.gate.open
	return f.File.(interface {
		ReadAt([]byte, int64) (int, error)
	}).ReadAt(b, at)
}

// TestLatestWins edits what is counted while it is being counted: only the latest is told.
func TestLatestWins(t *testing.T) {
	files, text := passport(t)
	b := newBench(t, files)
	g := gate{asked: make(chan struct{}), open: make(chan struct{}), once: &sync.Once{}}
	b.over = func(f fs.FS) fs.FS { g.FS = f; return g }
	if !b.render(journeyFile, text, "kaart").Counting {
		t.Fatal("nothing to count")
	}
	<-g.asked
	one := b.state(journeyFile).run
	other := strings.Replace(text, "[kosten]", "[kosten, prijs]", 1)
	if !b.render(journeyFile, other, "kaart").Counting {
		t.Fatal("nothing to count")
	}
	if two := b.state(journeyFile).run; two == one {
		t.Error("the older count goes on")
	}
	title := strings.Replace(other, "Maakt een afspraak", "Maakt snel een afspraak", 1)
	before := b.state(journeyFile).run
	b.render(journeyFile, title, "kaart")
	if b.state(journeyFile).run != before {
		t.Error("an edit that changes nothing of what is counted begins the count anew")
	}
	close(g.open)
	<-one.ended
	out := b.settled(journeyFile, title, "kaart")
	if out.Counting || out.Model.Phases[0].Steps[0].Title != "Maakt snel een afspraak" {
		t.Errorf("%+v", out.Model.Phases[0].Steps[0])
	}
	for len(b.told) > 0 {
		<-b.told
	}
}

// TestTwoWindows asks for two texts of one journey in turn, as two windows do: both come to an end.
func TestTwoWindows(t *testing.T) {
	files, text := passport(t)
	b := newBench(t, files)
	other := strings.Replace(text, "[kosten]", "[kosten, prijs]", 1)
	waiting := map[string]bool{text: true, other: true}
	for range 20 {
		for _, asked := range []string{text, other} {
			if out := b.render(journeyFile, asked, "kaart"); !out.Counting {
				delete(waiting, asked)
			}
		}
		if len(waiting) == 0 {
			return
		}
		<-b.told
	}
	t.Error("one of two windows waits for ever")
}

// TestSideBySide asks for everything at once, and closes the desk in the middle of it.
func TestSideBySide(t *testing.T) {
	files, text := passport(t)
	b := newBench(t, files)
	b.Patience = time.Millisecond
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	var all sync.WaitGroup
	for i := range 6 {
		all.Add(1)
		go func() {
			defer all.Done()
			for n := range 6 {
				changed := strings.Replace(text, "[kosten]", fmt.Sprintf("[kosten, prijs%d]", i*n%4), 1)
				if n == 4 && i == 0 {
					stop()
				}
				for _, err := range []error{
					errorOf(b.Render(ctx, api.RenderRequest{Path: journeyFile, Text: changed, View: [...]string{"kaart", "stroom", "advies"}[i%3]})),
					errorOf(b.Match(ctx, api.MatchRequest{Path: journeyFile, Text: changed, Selector: map[string]any{"bron": "kcc"}})),
					errorOf(b.Quotes(ctx, api.QuotesRequest{Path: journeyFile, Text: changed, Step: "afspraak"})),
					errorOf(b.Card(ctx, journeyFile, changed)),
				} {
					if err != nil && !errors.Is(err, context.Canceled) {
						t.Error(err)
					}
				}
				if n == 3 {
					b.Forget(journeyFile)
				}
			}
		}()
	}
	go func() {
		for range b.told {
		}
	}()
	all.Wait()
}

func errorOf[T any](_ T, err error) error { return err }
