package evidence

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
)

// TestNames holds the numbers of texts against a plain list, over many resets and more texts than are
// remembered.
func TestNames(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	var n names
	for turn := range 300 {
		n.reset()
		var plain []string
		for range 100 {
			text := fmt.Sprint("naam", random.IntN(8))
			if turn%3 == 0 {
				text = fmt.Sprintf("een langere naam %d van de rij", random.IntN(100_000))
			}
			want := slices.Index(plain, text)
			if want < 0 {
				want = len(plain)
				plain = append(plain, text)
			}
			if got := n.number([]byte(text)); got != want {
				t.Fatalf("turn %d: %q is %d, want %d", turn, text, got, want)
			}
		}
		if !slices.Equal(n.list, plain) {
			t.Fatalf("turn %d: %q, want %q", turn, n.list, plain)
		}
		if len(n.known) > maxNames+100 {
			t.Fatalf("%d texts are remembered", len(n.known))
		}
	}
}

// TestTopicsAgain holds topics that are written as before against a tally that forgets how.
func TestTopicsAgain(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	var quick, slow topicTally
	for range 20_000 {
		topic := []string{"Onderwerp %d", "onderwérp  %d ", "ONDERWERP %d"}[random.IntN(3)]
		topic, times := fmt.Sprintf(topic, random.IntN(3000)), 1+random.IntN(3)
		slow.written = nil
		if got, want := quick.add(topic, times), slow.add(topic, times); got != want {
			t.Fatalf("%q is %d, want %d", topic, got, want)
		}
	}
	for i, c := range slow.list {
		if got := quick.list[i]; got.sum != c.sum || got.text != c.text || got.n != c.n {
			t.Fatalf("%+v, want %+v", got, c)
		}
	}
}
