package workspace

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"strconv"
	"sync"
	"time"

	"klantreis/cmd/klantreis/workspace/api"
)

// hub tells all windows what happened. The last events are kept, so that a window whose connection broke for
// a moment misses nothing.
type hub struct {
	mu      sync.Mutex
	next    int // number of the next event, from 1
	kept    []event
	windows map[chan event]string // with what the window calls itself
	ended   bool
	lastBye time.Time // when the last window left
}

// event is an api.Event with its number and the window that caused it.
type event struct {
	number int
	from   string
	api.Event
}

const (
	keptEvents = 512
	heartbeat  = 10 * time.Second
)

func newHub() *hub {
	return &hub{next: 1, windows: map[chan event]string{}, lastBye: time.Now()}
}

func counted(path string) api.Event { return api.Event{Kind: "counted", Path: path} }

func (h *hub) send(e api.Event) { h.sendFrom("", e) }

// sendFrom tells all windows but the one that caused it. A window that does not listen for so long that its
// queue is full is cut off; it comes back and is told what it missed.
func (h *hub) sendFrom(window string, e api.Event) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.ended {
		return
	}
	n := event{h.next, window, e}
	h.next++
	h.kept = append(h.kept, n)
	h.kept = h.kept[max(0, len(h.kept)-keptEvents):]
	for w := range h.windows {
		select {
		case w <- n:
		default:
			h.leaveLocked(w)
		}
	}
}

// join gives a window its events: those after the last that it heard, and then what comes. Newest is the number
// of the last event that there was. Anew: some of the missed are no longer kept.
func (h *hub) join(name string, last int) (w chan event, missed []event, newest int, anew bool) {
	h.mu.Lock()
	defer h.mu.Unlock()
	w = make(chan event, 256)
	if h.ended {
		close(w)
		return w, nil, h.next - 1, false
	}
	h.windows[w] = name
	if last > 0 {
		for _, e := range h.kept {
			if e.number > last {
				missed = append(missed, e)
			}
		}
		anew = last >= h.next || len(h.kept) > 0 && h.kept[0].number > last+1
	}
	return w, missed, h.next - 1, anew
}

func (h *hub) leave(w chan event) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.leaveLocked(w)
}

func (h *hub) leaveLocked(w chan event) {
	if _, there := h.windows[w]; !there {
		return
	}
	delete(h.windows, w)
	close(w)
	if len(h.windows) == 0 {
		h.lastBye = time.Now()
	}
}

// close tells all windows that the program ends.
func (h *hub) close() {
	h.send(api.Event{Kind: "stop"})
	h.mu.Lock()
	defer h.mu.Unlock()
	h.ended = true
	for w := range h.windows {
		h.leaveLocked(w)
	}
}

// emptyFor tells how long no window was there.
func (h *hub) emptyFor() time.Duration {
	h.mu.Lock()
	defer h.mu.Unlock()
	if len(h.windows) > 0 {
		return 0
	}
	return time.Since(h.lastBye)
}

// away ends the program when nobody is there any more and nothing waits for them.
func (s *Server) away(ctx context.Context) {
	if s.Idle <= 0 {
		return
	}
	tick := time.NewTicker(min(time.Minute, s.Idle/4+time.Millisecond))
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
			if s.hub.emptyFor() >= s.Idle && !s.jobs.busy() && !s.drafts.any() {
				s.halt()
				return
			}
		}
	}
}

// windowHeader is what a window may call itself, so that it does not hear of what it did itself.
const windowHeader = "X-Klantreis-Window"

func windowOf(r *http.Request) string { return r.Header.Get(windowHeader) }

// events is the stream of server-sent events of a window. Browsers keep six connections to a server at most, so
// the windows of one browser share a stream, which gives no name; each leaves out what it did itself.
func (s *Server) events(w http.ResponseWriter, r *http.Request) {
	last, err := strconv.Atoi(r.Header.Get("Last-Event-ID"))
	if err != nil { // a window that takes over from another one says how far that had come
		last, _ = strconv.Atoi(r.URL.Query().Get("after"))
	}
	name := r.URL.Query().Get("window")
	mine, missed, newest, anew := s.hub.join(name, last)
	defer s.hub.leave(mine)
	control := http.NewResponseController(w)
	w.Header().Set("Content-Type", "text/event-stream; charset=utf-8")
	write := func(format string, args ...any) bool {
		control.SetWriteDeadline(time.Now().Add(2 * heartbeat)) // a window that is gone is noticed
		control.SetReadDeadline(time.Time{})
		_, err := fmt.Fprintf(w, format, args...)
		return err == nil && control.Flush() == nil
	}
	tell := func(e event) bool {
		if e.from != "" && e.from == name {
			return true
		}
		told := e.Event
		told.From = e.from
		body, err := json.Marshal(told)
		return err == nil && write("id: %d\ndata: %s\n\n", e.number, body)
	}
	if !write("retry: 1000\n\n") {
		return
	}
	if anew { // the window asks for the list, and is told which version each file has
		for _, e := range s.watch.all() {
			missed = append(missed, event{Event: e})
		}
		missed = append(missed, event{Event: api.Event{Kind: "journeys"}})
	}
	for _, e := range missed {
		if e.number == 0 {
			e.number = newest
		}
		if !tell(e) {
			return
		}
	}
	beat := time.NewTicker(heartbeat)
	defer beat.Stop()
	for {
		select {
		case <-r.Context().Done():
			return
		case <-beat.C:
			if !write(": \n\n") {
				return
			}
		case e, open := <-mine:
			if !open || !tell(e) {
				return
			}
		}
	}
}
