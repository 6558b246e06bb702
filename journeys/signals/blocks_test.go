package signals

import (
	"slices"
	"testing"
)

// FuzzBlocks holds what is done sixty-four bytes at a time against byte by byte.
func FuzzBlocks(f *testing.F) {
	for _, s := range []string{"", "a;b\r\n1;\"2\"", "Zz09@[`{/:\x00\x1f\x7f\x80\xff", "een wat langere tekst, met 3 woorden;en nog een;\n" +
		"die over de grens van een blok van vierenzestig bytes heen gaat\r\ntwee keer zelfs; kijk maar\n"} {
		f.Add([]byte(s), byte(';'))
	}
	dirty := make([]uint64, 0, 8)
	f.Fuzz(func(t *testing.T, text []byte, comma byte) {
		var ends, word []int
		ascii := true
		for i, c := range text {
			if c == comma || c == '\n' || c == '\r' {
				ends = append(ends, i)
			}
			if c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' {
				word = append(word, i)
			}
			ascii = ascii && c < 0x80
		}
		if isASCII(text) != ascii {
			t.Errorf("ASCII: %v", !ascii)
		}
		for k := range dirty[:cap(dirty)] {
			dirty[:cap(dirty)][k] = ^uint64(0)
		}
		if hasBlocks && !slices.Equal(places(marks(dirty, text, comma), len(text)), ends) {
			t.Errorf("marks: %v, want %v", places(marks(dirty, text, comma), len(text)), ends)
		}
		s := scanner{data: text, comma: comma}
		for i, k := 0, 0; i < len(text); i++ {
			for k < len(ends) && ends[k] < i {
				k++
			}
			want := len(text)
			if k < len(ends) {
				want = ends[k]
			}
			s.marks = marks(s.marks, text, comma)
			if got := s.plain(i); got != want {
				t.Fatalf("with blocks, from %d: %d, want %d", i, got, want)
			}
			s.marks = nil
			if got := s.plain(i); got != want {
				t.Fatalf("without blocks, from %d: %d, want %d", i, got, want)
			}
		}
		if !ascii {
			return
		}
		if got := places(letters(dirty, text), len(text)); !slices.Equal(got, word) {
			t.Errorf("letters: %v, want %v", got, word)
		}
		var slow []uint64
		for i := 0; i < len(text); i += blockSize {
			block := lastBlock(text[i:min(i+blockSize, len(text))])
			slow = append(slow, letterBlock(&block))
		}
		if got := places(slow, len(text)); !slices.Equal(got, word) {
			t.Errorf("letters eight at a time: %v, want %v", got, word)
		}
	})
}

// places lists the bits that are set; none may be behind the end.
func places(all []uint64, size int) (list []int) {
	for i := 0; i < 64*len(all); i++ {
		if all[i/64]>>(i%64)&1 != 0 {
			list = append(list, i)
		}
	}
	if n := len(list); n > 0 && list[n-1] >= size {
		return []int{-1}
	}
	return list
}
