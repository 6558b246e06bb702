//go:build !amd64

package signals

const hasBlocks = false

func markBlocks(*blockMarks, *uint32, *byte, int, int, byte) int { panic("no blocks") }

func beginBlocks(*uint32, *byte, int, int, *beginTables, bool) int { panic("no blocks") }
