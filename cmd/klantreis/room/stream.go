package room

import (
	"encoding/json"
	"net/http"
	"slices"
	"sync"
	"time"
)

// The pace of an event stream.
const (
	heartbeat = 20 * time.Second
	pace      = 150 * time.Millisecond // what happens in between goes together
)

// message is a state as it goes over a stream. Two that look the same have the same mark.
type message struct {
	text []byte
	mark string
}

// shared is a state that many watch: it is made once for each change, and not by each of those who watch.
type shared struct {
	mu   sync.Mutex
	now  message
	made uint64 // count of changes that now is about; 0: none yet
	at   int64  // second in which it was made: a timer runs
}

// get gives the state after so many changes, and makes it when nobody did in this second.
func (s *shared) get(changes uint64, now time.Time, make func() message) message {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.made != changes+1 || s.at != now.Unix() {
		s.now, s.made, s.at = make(), changes+1, now.Unix()
	}
	return s.now
}

// event writes a state as a server-sent event; mark is what of it makes a change.
func event(state, mark any) message {
	text, err := json.Marshal(state)
	if err != nil { // our own types: numbers are checked when they come in
		panic(err)
	}
	like, err := json.Marshal(mark)
	if err != nil {
		panic(err)
	}
	return message{slices.Concat([]byte("data: "), text, []byte("\n\n")), string(like)}
}

// stream sends a state whenever it has changed, until the other side or the server ends: at once when it was quiet,
// and at most every pace when it is busy. Changed gives a channel that is closed with the next change.
func stream(w http.ResponseWriter, r *http.Request, changed func() <-chan struct{}, state func() message) {
	w.Header().Set("Content-Type", "text/event-stream")
	control := http.NewResponseController(w)
	send := func(text []byte) bool {
		control.SetWriteDeadline(time.Now().Add(heartbeat))
		_, err := w.Write(text)
		return err == nil && control.Flush() == nil
	}
	before := message{mark: "none yet"}
	for {
		next := changed()
		if now := state(); now.mark != before.mark {
			if before = now; !send(now.text) {
				return
			}
		}
		sent := time.Now()
		beat := time.NewTimer(heartbeat)
		select {
		case <-r.Context().Done():
			beat.Stop()
			return
		case <-beat.C:
			if !send([]byte(": \n\n")) {
				return
			}
		case <-next:
			beat.Stop()
			select {
			case <-r.Context().Done():
				return
			case <-time.After(pace - time.Since(sent)):
			}
		}
	}
}
