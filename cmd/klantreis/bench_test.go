package main

import (
	"context"
	"io"
	"testing"
)

// BenchmarkMake is a warm `maak` of one example within one process; test/compare times the whole
// program beside a peer.
func BenchmarkMake(b *testing.B) {
	out := b.TempDir()
	for b.Loop() {
		if code := run(context.Background(), []string{"maak", "../../examples/energietoeslag/klantreis.yaml", "--uit", out}, nil, io.Discard, io.Discard); code != 0 {
			b.Fatal(code)
		}
	}
}
