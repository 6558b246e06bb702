package signals

import "golang.org/x/sys/cpu"

var hasBlocks = cpu.X86.HasAVX2

// markBlocks marks the bytes of so many blocks that are the separator, LF or CR.
//
//go:noescape
func markBlocks(marks *uint64, text *byte, blocks int, comma byte)

// letterBlocks marks the ASCII letters and digits of so many blocks.
//
//go:noescape
func letterBlocks(marks *uint64, text *byte, blocks int)
