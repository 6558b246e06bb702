//go:build !amd64

package signals

const hasBlocks = false

func markBlocks(*blockMarks, *byte, int, byte)      { panic("no blocks") }
func beginBlocks(*uint64, *byte, int, *beginTables) { panic("no blocks") }
