package room

import (
	"sync"
	"time"
)

// limits counts what somebody did in this minute.
type limits struct {
	mu     sync.Mutex
	minute int64
	taken  map[string]int
	inside map[string]int
}

func (l *limits) turn(now time.Time) {
	if m := now.Unix() / 60; m != l.minute || l.taken == nil {
		l.minute, l.taken = m, map[string]int{}
	}
	if l.inside == nil {
		l.inside = map[string]int{}
	}
}

// take counts one more; false: that is too many.
func (l *limits) take(name string, most int, now time.Time) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.turn(now)
	l.taken[name]++
	return l.taken[name] <= most
}

// allowed tells whether somebody is below a limit, and counts nothing.
func (l *limits) allowed(name string, most int, now time.Time) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.turn(now)
	return l.taken[name] <= most
}

// enter counts what goes on at the same time, until leave.
func (l *limits) enter(name string, most int) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.inside == nil {
		l.inside = map[string]int{}
	}
	if l.inside[name] >= most {
		return false
	}
	l.inside[name]++
	return true
}

func (l *limits) leave(name string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.inside[name]--; l.inside[name] <= 0 {
		delete(l.inside, name)
	}
}
