package room

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"sync"

	"klantreis/journeys/arena"
)

// header is the first line of a log: what the session is about.
type header struct {
	Format  int          `json:"klantarena"` // 1
	Journey string       `json:"reis"`
	Date    string       `json:"dag"`
	Title   string       `json:"titel"`
	Names   bool         `json:"namen"`
	Steps   []arena.Item `json:"stappen"`
	Advice  []arena.Item `json:"adviezen"`
}

// longestLine bounds a line of a log, in bytes: an event that groups all cards there may be.
const longestLine = 16 << 20

// errLog says that a file is no log of ours; the line tells where.
type errLog struct{ line int }

func (e errLog) Error() string { return fmt.Sprintf("no line of a klantarena: %d", e.line) }

// readLog reads a log. An event of which only the begin was written, when the machine stopped, is left out: size is
// where the whole ones end.
func readLog(r io.Reader) (h header, events []arena.Event, size int64, err error) {
	lines := bufio.NewReaderSize(r, 64<<10)
	for number := 1; ; number++ {
		line, readErr := lines.ReadBytes('\n')
		if readErr != nil && readErr != io.EOF {
			return h, nil, 0, readErr
		}
		if len(line) > longestLine {
			return h, nil, 0, errLog{number}
		}
		if readErr == io.EOF { // without its end it was never acknowledged
			if number == 1 {
				return h, nil, 0, errLog{1}
			}
			return h, events, size, nil
		}
		var e arena.Event
		if number == 1 {
			err = json.Unmarshal(line, &h)
			if err == nil && h.Format != 1 {
				err = errLog{1}
			}
		} else {
			err = json.Unmarshal(line, &e)
			events = append(events, e)
		}
		if err != nil {
			return h, nil, 0, errLog{number}
		}
		size += int64(len(line))
	}
}

// journal appends events to a log. Many wait for one write: what came while the disk was busy goes with the next.
type journal struct {
	file *os.File

	mu      sync.Mutex
	wake    *sync.Cond
	pending bytes.Buffer
	asked   uint64 // events handed over
	written uint64 // events that are on disk
	failed  error
	closed  bool
	done    chan struct{}
}

// openJournal goes on behind the whole events of a log that was read; size is where they end.
func openJournal(file *os.File, size int64) (*journal, error) {
	if err := file.Truncate(size); err != nil {
		return nil, err
	}
	if _, err := file.Seek(size, io.SeekStart); err != nil {
		return nil, err
	}
	j := &journal{file: file, done: make(chan struct{})}
	j.wake = sync.NewCond(&j.mu)
	go j.write()
	return j, nil
}

// add hands an event over, in the order in which they are to stand. The ticket is for wait.
func (j *journal) add(e any) (ticket uint64, err error) {
	line, err := json.Marshal(e)
	if err != nil {
		return 0, err
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.failed != nil {
		return 0, j.failed
	}
	j.pending.Write(line)
	j.pending.WriteByte('\n')
	j.asked++
	j.wake.Broadcast()
	return j.asked, nil
}

// wait returns when an event is on disk, or cannot be.
func (j *journal) wait(ticket uint64) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	for j.written < ticket && j.failed == nil {
		j.wake.Wait()
	}
	if j.written >= ticket {
		return nil
	}
	return j.failed
}

func (j *journal) write() {
	defer close(j.done)
	var buffer []byte
	for {
		j.mu.Lock()
		for j.pending.Len() == 0 && !j.closed {
			j.wake.Wait()
		}
		if j.pending.Len() == 0 {
			j.mu.Unlock()
			return
		}
		buffer = append(buffer[:0], j.pending.Bytes()...)
		j.pending.Reset()
		upTo := j.asked
		j.mu.Unlock()

		_, err := j.file.Write(buffer)
		if err == nil {
			err = j.file.Sync()
		}

		j.mu.Lock()
		if err != nil {
			j.failed = err
		} else {
			j.written = upTo
		}
		j.wake.Broadcast()
		j.mu.Unlock()
		if err != nil {
			return
		}
	}
}

var errClosed = errors.New("the log is closed")

// close writes what is left.
func (j *journal) close() error {
	j.mu.Lock()
	j.closed = true
	j.wake.Broadcast()
	j.mu.Unlock()
	<-j.done
	j.mu.Lock()
	err := j.failed
	if j.failed == nil {
		j.failed = errClosed
	}
	j.mu.Unlock()
	return errors.Join(err, j.file.Close())
}

// last is the ticket of what was handed over last.
func (j *journal) last() uint64 {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.asked
}
