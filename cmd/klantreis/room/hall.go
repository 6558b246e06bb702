package room

import (
	"errors"
	"os"
	"sync"
	"time"

	"klantreis/journeys"
	"klantreis/journeys/arena"
)

// Hall is a session that many use at once: the room, its log, and those who watch.
type Hall struct {
	mu      sync.Mutex
	room    *arena.Room
	journal *journal
	now     func() time.Time
	all     watch // of every event that is on disk
	ours    watch // of what the facilitator does: the round, the timer, promises. Telephones wait for that alone
	broken  error // the log cannot be written: nothing more is taken
	Torn    bool  // the log ended in half an event, which was never acknowledged
}

// watch counts changes, and wakes who waits for one.
type watch struct {
	count   uint64
	changed chan struct{} // closed and renewed with every change
}

func (w *watch) wake() {
	w.count++
	close(w.changed)
	w.changed = make(chan struct{})
}

// OpenHall opens the log of a session, or begins one. A log that is there says what the session is about; plan and
// journey are for a new one.
func OpenHall(name, journey string, plan arena.Plan, now func() time.Time) (*Hall, error) {
	file, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, err
	}
	h, err := openHall(file, journey, plan, now)
	if err != nil {
		file.Close()
	}
	return h, err
}

func openHall(file *os.File, journey string, plan arena.Plan, now func() time.Time) (*Hall, error) {
	info, err := file.Stat()
	if err != nil {
		return nil, err
	}
	hall := &Hall{now: now, all: watch{changed: make(chan struct{})}, ours: watch{changed: make(chan struct{})}}
	var size int64
	if info.Size() > 0 {
		head, events, whole, err := readLog(file)
		if err != nil {
			return nil, err
		}
		day, _ := journeys.Moment(head.Date)
		plan = arena.Plan{Title: head.Title, Date: day, Steps: head.Steps, Advice: head.Advice, Names: head.Names}
		if hall.room, err = arena.Replay(plan, events); err != nil {
			return nil, errors.Join(errLog{hall.room.Last() + 2}, err)
		}
		size, hall.Torn = whole, whole < info.Size()
	} else {
		hall.room = arena.New(plan)
	}
	if hall.journal, err = openJournal(file, size); err != nil {
		return nil, err
	}
	if size == 0 {
		ticket, err := hall.journal.add(header{1, journey, plan.Date.String(), plan.Title, plan.Names, plan.Steps, plan.Advice})
		if err == nil {
			err = hall.journal.wait(ticket)
		}
		if err != nil {
			return nil, err
		}
	}
	return hall, nil
}

// Do lets something happen, and returns when it is on disk. What was sent before with the same key is acknowledged
// again. Join gives the number of who comes in.
func (h *Hall) Do(e arena.Event) (arena.Event, error) {
	prepared := arena.Prepare(e)
	h.mu.Lock()
	if h.broken != nil {
		h.mu.Unlock()
		return arena.Event{}, h.broken
	}
	e, known, err := h.room.Accept(prepared, func(e *arena.Event) {
		e.At = h.now().UnixMilli()
		if e.Kind == arena.Join {
			e.Who = h.room.Next()
		}
	})
	if err != nil {
		h.mu.Unlock()
		return arena.Event{}, err
	}
	var ticket uint64
	if !known {
		ticket, err = h.journal.add(e)
	} else {
		ticket = h.journal.last()
	}
	h.mu.Unlock()
	if err == nil {
		err = h.journal.wait(ticket)
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	if err != nil {
		if h.broken == nil { // the screen is to say so
			h.broken = err
			h.all.wake()
		}
		return arena.Event{}, err
	}
	if !known {
		h.all.wake()
		if e.Who == 0 {
			h.ours.wake()
		}
	}
	return e, nil
}

// Look lets somebody see the room. What is given must not be kept.
func (h *Hall) Look(see func(*arena.Room)) {
	h.mu.Lock()
	defer h.mu.Unlock()
	see(h.room)
}

// Changed is closed when something has happened since it was asked for.
func (h *Hall) Changed() <-chan struct{} { return h.waitFor(&h.all) }

// Turned is closed when the facilitator has done something since it was asked for.
func (h *Hall) Turned() <-chan struct{} { return h.waitFor(&h.ours) }

func (h *Hall) waitFor(w *watch) <-chan struct{} {
	h.mu.Lock()
	defer h.mu.Unlock()
	return w.changed
}

// changes counts all that has happened since the log was opened, and what of that the facilitator did.
func (h *Hall) changes() (all, ours uint64) {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.all.count, h.ours.count
}

// Broken is why nothing more can be kept; nil: it can.
func (h *Hall) Broken() error {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.broken
}

// Close ends the session; the log stays.
func (h *Hall) Close() error { return h.journal.close() }
