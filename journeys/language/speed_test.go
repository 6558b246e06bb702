package language

import (
	"strings"
	"testing"
)

// BenchmarkPlainCell looks through a cell of 300 bytes with nothing to hide: most cells of a table are
// like it. Goal: well under 20 µs of a processor.
func BenchmarkPlainCell(b *testing.B) {
	cell := strings.Repeat("de bewoners van de straat klagen al weken over de lampen die het niet doen en over het afval dat blijft liggen. ", 3)[:300]
	b.SetBytes(int64(len(cell)))
	b.ReportAllocs()
	for b.Loop() {
		Find(cell)
	}
}
