//go:build !amd64

package signals

const hasBlocks = false

func markBlocks(*uint64, *byte, int, byte) { panic("no blocks") }
func letterBlocks(*uint64, *byte, int)     { panic("no blocks") }
