package signals

import (
	"io"
	"iter"
)

// pulled turns a connection, which pushes its records, into the next of rows, which pulls them.
// Stop ends it early. A visit of nil is no record, but a place to rest.
func pulled(each func(visit func(cells [][]byte) error) error) (next func() (row, error), stop func()) {
	var failed error
	pull, stop := iter.Pull(func(yield func([]string) bool) {
		failed = each(func(cells [][]byte) error {
			if cells == nil {
				if !yield(nil) {
					return io.EOF
				}
				return nil
			}
			copied := make([]string, len(cells))
			for i, c := range cells {
				copied[i] = string(c)
			}
			if !yield(copied) {
				return io.EOF
			}
			return nil
		})
	})
	line := 0
	return func() (row, error) {
		cells, ok := pull()
		if ok && cells == nil {
			return row{rest: true}, nil
		}
		if ok {
			line++
			return row{line: line, cells: cells}, nil
		}
		if failed != nil {
			return row{}, failed
		}
		return row{}, io.EOF
	}, stop
}
