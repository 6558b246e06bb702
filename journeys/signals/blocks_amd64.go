package signals

import "golang.org/x/sys/cpu"

var hasBlocks = cpu.X86.HasAVX2 && cpu.X86.HasBMI1 && cpu.X86.HasPOPCNT

// markBlocks marks the bytes of so many blocks, and lists the ends, of which the first block's first byte
// has place first. It says how many there are, and may write five more numbers behind them.
//
//go:noescape
func markBlocks(marks *blockMarks, ends *uint32, text *byte, blocks, first int, comma byte) (n int)

// beginBlocks lists the places in so many blocks of text where a word begins that one of the tables'
// targets may be, if all is ASCII. Gap tells whether no letter or digit stands
// before. It reads five bytes more, and may write one number more.
//
//go:noescape
func beginBlocks(places *uint32, text *byte, blocks, first int, tables *beginTables, gap bool) (n int)
