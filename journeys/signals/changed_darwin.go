package signals

import (
	"io/fs"
	"syscall"
)

// changedAt is when the system says that a file was last changed in any way, in nanoseconds since
// 1970: unlike the time of modification, no program can set it. 0: not known.
func changedAt(info fs.FileInfo) int64 {
	if s, ok := info.Sys().(*syscall.Stat_t); ok {
		return s.Ctimespec.Nano()
	}
	return 0
}
