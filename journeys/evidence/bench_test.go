package evidence

import (
	"os"
	"testing"

	"klantreis/journeys"
)

func BenchmarkFile(b *testing.B) {
	j, _, _, err := journeys.Load("/tmp/engine/run/klantreis.yaml")
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(312758431)
	for b.Loop() {
		Bind(j, os.DirFS("/tmp/engine/run"))
	}
}
