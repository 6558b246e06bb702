//go:build !windows

package workspace

import (
	"testing"

	"golang.org/x/sys/unix"
)

// pipe makes a file at which a reader waits for ever.
func pipe(t *testing.T, name string) {
	t.Helper()
	if err := unix.Mkfifo(name, 0o600); err != nil {
		t.Fatal(err)
	}
}
