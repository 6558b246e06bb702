package room

import (
	"encoding/json"
	"net/http"
	"slices"
	"time"
)

// The pace of an event stream.
const (
	heartbeat = 20 * time.Second
	pace      = 150 * time.Millisecond // what happens in between goes together
)

// stream sends a state whenever it has changed, at most every pace, until the other side or the server ends.
func stream(w http.ResponseWriter, r *http.Request, h *Hall, state func() (now any, changed bool)) {
	w.Header().Set("Content-Type", "text/event-stream")
	control := http.NewResponseController(w)
	control.SetWriteDeadline(time.Time{})
	first := true
	for {
		changed := h.Changed()
		if now, fresh := state(); fresh || first {
			first = false
			text, err := json.Marshal(now)
			if err != nil {
				return
			}
			control.SetWriteDeadline(time.Now().Add(heartbeat))
			if _, err := w.Write(slices.Concat([]byte("data: "), text, []byte("\n\n"))); err != nil || control.Flush() != nil {
				return
			}
		}
		beat := time.NewTimer(heartbeat)
		select {
		case <-r.Context().Done():
			beat.Stop()
			return
		case <-beat.C:
			control.SetWriteDeadline(time.Now().Add(heartbeat))
			if _, err := w.Write([]byte(": \n\n")); err != nil || control.Flush() != nil {
				return
			}
		case <-changed:
			beat.Stop()
			select {
			case <-r.Context().Done():
				return
			case <-time.After(pace):
			}
		}
	}
}
