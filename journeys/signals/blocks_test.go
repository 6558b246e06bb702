package signals

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzBlocks holds what is done sixty-four bytes at a time against byte by byte.
func FuzzBlocks(f *testing.F) {
	for _, s := range []string{"", "a;b\r\n1;\"2\"", "Zz09@[`{/:\x00\x1f\x7f\x80\xff", "een wat langere tekst, met 3 woorden;en nog een;\n" +
		"die over de grens van een blok van vierenzestig bytes heen gaat\r\ntwee keer zelfs; kijk maar\n"} {
		f.Add([]byte(s), byte(';'))
	}
	var dirty marks
	f.Fuzz(func(t *testing.T, text []byte, comma byte) {
		var ends, quotes, highs, word []int
		for i, c := range text {
			if c == comma || c == '\n' || c == '\r' {
				ends = append(ends, i)
			}
			if c == '"' {
				quotes = append(quotes, i)
			}
			if c >= 0x80 {
				highs = append(highs, i)
			}
			if c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' {
				word = append(word, i)
			}
		}
		if isASCII(text) != (highs == nil) {
			t.Errorf("ASCII: %v", highs != nil)
		}
		if hasBlocks {
			for k := range dirty.blocks[:cap(dirty.blocks)] {
				dirty.blocks[:cap(dirty.blocks)][k] = blockMarks{1 << 63, 1 << 63}
			}
			dirty.mark(text, comma)
			var got []int
			for _, end := range dirty.ends {
				got = append(got, int(end))
			}
			if !slices.Equal(got, append(ends, len(text))) {
				t.Errorf("ends: %v, want %v", got, ends)
			}
			var q, h []uint64
			for _, m := range dirty.blocks {
				q, h = append(q, m.quotes), append(h, m.highs)
			}
			if got := places(q, len(text)); !slices.Equal(got, quotes) {
				t.Errorf("quotes: %v, want %v", got, quotes)
			}
			if got := places(h, len(text)); !slices.Equal(got, highs) {
				t.Errorf("highs: %v, want %v", got, highs)
			}
			holdRanges(t, dirty.blocks, text)
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
			if got := s.plain(i); got != want {
				t.Fatalf("end from %d: %d, want %d", i, got, want)
			}
		}
		if highs != nil {
			return
		}
		var slow []uint64
		for i := 0; i < len(text); i += blockSize {
			block := lastBlock(text[i:min(i+blockSize, len(text))])
			slow = append(slow, letterBlock(&block))
		}
		if got := places(slow, len(text)); !slices.Equal(got, word) {
			t.Errorf("letters: %v, want %v", got, word)
		}
	})
}

// holdRanges looks for bytes between all sorts of places.
func holdRanges(t *testing.T, all []blockMarks, text []byte) {
	for from := 0; from <= len(text); from += 1 + from/3 {
		for to := from; to <= len(text); to += 1 + (to-from)/3 {
			if got, want := isHigh(all, from, to), !isASCII(text[from:to]); got != want {
				t.Fatalf("above 127 from %d to %d: %v, want %v", from, to, got, want)
			}
			want := to
			if n := bytes.IndexFunc(text[from:to], func(r rune) bool { return r >= utf8.RuneSelf }); n >= 0 {
				want = from + n
			}
			if got := nextHigh(all, from, to); got != want {
				t.Fatalf("first above 127 from %d to %d: %d, want %d", from, to, got, want)
			}
			want = to
			if n := bytes.IndexByte(text[from:to], '"'); n >= 0 {
				want = from + n
			}
			if got := nextQuote(all, from, to); got != want {
				t.Fatalf("quote from %d to %d: %d, want %d", from, to, got, want)
			}
		}
	}
}

// FuzzBegins holds the search for the begin of a target against byte by byte. Words stand apart by |. The
// room behind a text holds other bytes, which may be taken for a word's but never keep one from being found.
func FuzzBegins(f *testing.F) {
	f.Add("wanneer betaald|uitbeta*|id|7up|t-shirt", "Wanneer is het UITBETAALD? Id: een t-shirt van 7up, en tijd", byte(0))
	f.Add("a|bc d|x*|ω", strings.Repeat("a bc  d X xylofoon, ", 9), byte(90))
	f.Fuzz(func(t *testing.T, words, text string, room byte) {
		var builder wordIndexBuilder
		for _, p := range patterns(strings.Split(words, "|")) {
			builder.add(p, 0, false)
		}
		index := builder.index()
		inPlace := append(append(make([]byte, 0, len(text)+int(room)), text...), strings.Repeat("wa\xff ", int(room))[:room]...)[:len(text)]
		if !isASCII(inPlace) {
			return
		}
		list := index.begins(make([]uint32, 0, int(room)), inPlace)
		got, simple := map[uint32]bool{}, map[uint32]bool{}
		for _, place := range list {
			got[place] = true
		}
		for _, place := range beginWords(nil, inPlace, index.least) {
			simple[place] = true
		}
		if !slices.IsSorted(list) || len(list) != len(got) || len(list) > 0 && int(list[len(list)-1]) >= len(text) {
			t.Errorf("places %v of %d", list, len(text))
		}
		for i := range len(text) {
			behind := i == 0 || !isLetter(text[i-1])
			begin, certain := false, false
			for _, target := range index.targets {
				if first := target.text[0]; first < utf8.RuneSelf && isLetter(first) {
					certain = certain || behind && target.at(inPlace, i, 0)
				}
			}
			if i+beginSize <= len(text) {
				heap := ^byte(0)
				for k, position := range index.tables.position {
					heap &= position[text[i+k]&31]
				}
				begin = behind && heap != 0
			}
			is := got[uint32(i)]
			if hasBlocks && i+beginSize <= len(text) && is != begin {
				t.Errorf("place %d: %v, want %v", i, is, begin)
			}
			if certain && !is {
				t.Errorf("place %d is missed", i)
			}
			if certain && !simple[uint32(i)] {
				t.Errorf("place %d is missed eight at a time", i)
			}
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
