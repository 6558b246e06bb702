package signals

import "golang.org/x/sys/cpu"

var hasBlocks = cpu.X86.HasAVX2

// markBlocks marks the bytes of so many blocks.
//
//go:noescape
func markBlocks(marks *blockMarks, text *byte, blocks int, comma byte)

// beginBlocks marks the bytes of so many blocks of ASCII text at which a word begins, and one of the
// tables' targets may. It reads three bytes more.
//
//go:noescape
func beginBlocks(begins *uint64, text *byte, blocks int, tables *beginTables)
