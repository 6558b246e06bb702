package insight

import (
	"bytes"
	"encoding/binary"
	"math/bits"
	"strings"
	"unicode"
	"unicode/utf8"

	"klantreis/journeys"
	"klantreis/journeys/language"
)

// token is one word of a text.
type token struct {
	word     []byte // folded; holds until the next text is cut
	hash     uint64 // of word
	from, to int32  // its place in cutter.text
	clause   int32  // counts the parts between punctuation
	sentence int32  // counts the sentences
	role     role
	first    bool // of its sentence
	capital  bool
	digits   bool
	hidden   bool // leads to a person: neither counted nor shown
}

// cutter cuts texts into words, one after the other, in the same memory.
type cutter struct {
	text   []byte // what was cut: the text, without the personal data that language.Redact knows
	tokens []token
	folds  []byte // of words with capitals or accents
	key    []byte
}

// What a byte is in a text.
const (
	space = iota
	lower
	upper
	digit
	comma // ends a clause
	stop  // ends a sentence, and with it a clause
	wide  // part of a rune outside ASCII
)

var kinds = func() (table [256]uint8) {
	for c := range table {
		switch {
		case c >= utf8.RuneSelf:
			table[c] = wide
		case c >= 'a' && c <= 'z':
			table[c] = lower
		case c >= 'A' && c <= 'Z':
			table[c] = upper
		case c >= '0' && c <= '9':
			table[c] = digit
		case strings.ContainsRune(".!?\n", rune(c)):
			table[c] = stop
		case strings.ContainsRune(";:,()\"", rune(c)):
			table[c] = comma
		}
	}
	return table
}()

// cut cuts a text into words as selectors see them: runs of letters and digits.
func (c *cutter) cut(text []byte) []token {
	c.text, c.tokens, c.folds = text, c.tokens[:0], c.folds[:0]
	if mayBePersonal(text) {
		c.text = []byte(language.Redact(string(text)))
	}
	text = c.text
	clause, sentence, first, shouting, roles := int32(0), int32(0), true, true, role(0)
	for at := 0; at < len(text); {
		kind := kinds[text[at]]
		size := 1
		if kind == wide {
			var r rune
			r, size = utf8.DecodeRune(text[at:])
			kind = kindOf(r)
		}
		switch kind {
		case stop:
			sentence++
			clause++
			first = true
		case comma:
			clause++
		case space:
			if text[at] != '[' {
				break
			}
			if end := bytes.IndexByte(text[at:], ']'); end > 0 && end < longestMark {
				size = end + 1
				clause++
			}
		default:
			t := token{from: int32(at), clause: clause, sentence: sentence, first: first, capital: kind == upper}
			end := lettersFrom(text, at)
			plain := end > at
			if end == len(text) || kinds[text[end]] == space || kinds[text[end]] == stop || kinds[text[end]] == comma {
				shouting = false // a word in lower case
			} else {
				end, plain = c.rest(&t, text, end, &shouting), false
			}
			t.to, first = int32(end), false
			t.word = text[at:end]
			if !plain {
				begin := len(c.folds)
				c.folds = appendFolded(c.folds, t.word)
				t.word = c.folds[begin:len(c.folds):len(c.folds)]
			}
			t.hash = hashOf(t.word)
			if roleBits[t.hash&(1<<roleSize-1)] {
				t.role = roleOf(t.word)
				roles |= t.role
			}
			if t.digits {
				roles |= closing // a street may stand before it
			}
			c.tokens = append(c.tokens, t)
			at = end
			continue
		}
		at += size
	}
	if shouting {
		for i := range c.tokens {
			c.tokens[i].first = true
		}
	}
	if roles != 0 {
		hide(c.tokens)
	}
	return c.tokens
}

// longestMark is the length of what language.Redact leaves in the place of personal data, such as [telefoon].
const longestMark = 20

// lettersFrom is where the run of ASCII letters in lower case ends that begins at from; eight at a time.
func lettersFrom(text []byte, from int) int {
	const ones, highs = 0x0101010101010101, 0x8080808080808080
	at := from
	for ; at+8 <= len(text); at += 8 {
		w := binary.LittleEndian.Uint64(text[at:])
		low := w &^ highs
		letters := (low + ones*(0x80-'a')) &^ (low + ones*(0x7f-'z')) &^ w & highs
		if letters != highs {
			return at + bits.TrailingZeros64(^letters&highs)/8
		}
	}
	for at < len(text) && kinds[text[at]] == lower {
		at++
	}
	return at
}

// rest is where a word ends of which the letters up to at are lower case, and what else it holds.
func (c *cutter) rest(t *token, text []byte, at int, shouting *bool) int {
	*shouting = *shouting && at == int(t.from)
	for at < len(text) {
		switch k := kinds[text[at]]; k {
		case lower, upper, digit:
			t.digits = t.digits || k == digit
			*shouting = *shouting && k != lower
			at++
		case wide:
			r, n := utf8.DecodeRune(text[at:])
			if !journeys.IsWordRune(r) && !unicode.Is(unicode.Mn, r) {
				return at
			}
			t.digits = t.digits || unicode.IsDigit(r)
			*shouting = *shouting && !unicode.IsLower(r)
			at += n
		default:
			return at
		}
	}
	return at
}

// hashOf is a number for a word. Words of at most eight bytes never share one.
func hashOf(word []byte) (hash uint64) {
	for ; len(word) > 8; word = word[8:] {
		hash = (hash ^ binary.LittleEndian.Uint64(word)) * 0xff51afd7ed558ccd
		hash ^= hash >> 32
	}
	last := uint64(0)
	if cap(word) >= 8 { // it stands in a text that goes on: eight bytes at once, without those behind it
		last = binary.LittleEndian.Uint64(word[:8]) & (^uint64(0) >> (64 - 8*len(word)))
	} else {
		for i, b := range word {
			last |= uint64(b) << (8 * i)
		}
	}
	hash = (hash ^ last) * 0xff51afd7ed558ccd
	return hash ^ hash>>32
}

// sure is the length up to which words with the same hash are the same word.
const sure = 8

// appendFolded is journeys.AppendFoldSpace of a word.
func appendFolded(b, word []byte) []byte {
	begin := len(b)
	for _, c := range word {
		if c >= utf8.RuneSelf {
			return journeys.AppendFoldSpace(b[:begin], word)
		}
		if kinds[c] == upper {
			c += 'a' - 'A'
		}
		b = append(b, c)
	}
	return b
}

func kindOf(r rune) uint8 {
	switch {
	case unicode.IsUpper(r):
		return upper
	case journeys.IsWordRune(r):
		return lower
	case r == '„' || r == '”':
		return comma
	}
	return space
}

// mayBePersonal tells whether language.Redact could find something of which letters would be left:
// each of its rules but the one for telephone numbers, which are digits, needs an at-sign or four
// digits in a row. Of four in a row one stands at each fourth place.
func mayBePersonal(text []byte) bool {
	isDigit := func(i int) bool { return i >= 0 && i < len(text) && text[i]-'0' <= 9 }
	for i := 3; i < len(text); i += 4 {
		if !isDigit(i) {
			continue
		}
		from, to := i, i+1
		for isDigit(from - 1) {
			from--
		}
		for isDigit(to) {
			to++
		}
		if to-from >= 4 {
			return true
		}
	}
	return bytes.IndexByte(text, '@') >= 0
}

// normal writes the text that was cut last as its words, so that case, accents and punctuation make
// no difference, and without numbers and names.
func (c *cutter) normal() []byte {
	c.key = c.key[:0]
	for _, t := range c.tokens {
		if !t.digits && !t.hidden {
			c.key = append(append(c.key, t.word...), ' ')
		}
	}
	return c.key
}

const (
	longestClosing = 8 // words that may follow a greeting at the end
	longestName    = 5
)

// hide marks words that stand where a name or an address stands: what follows the greeting that ends
// a letter, words with a capital after a title, and a street before its number.
func hide(tokens []token) {
	for i := range tokens {
		t := &tokens[i]
		switch {
		case t.hidden:
		case t.digits:
			if i > 0 && isStreet(string(tokens[i-1].word)) {
				for k := i - 1; k >= 0 && k >= i-3 && (k == i-1 || tokens[k].capital && !tokens[k].first); k-- {
					tokens[k].hidden = true
				}
			}
		case t.role == closing:
			for k := i + 1; k < len(tokens) && k <= i+longestClosing; k++ {
				tokens[k].hidden = true
			}
		case t.role == naming:
			for k := i + 1; k < len(tokens) && k <= i+longestName && tokens[k].sentence == t.sentence && (tokens[k].capital || isLink(tokens[k].word)); k++ {
				tokens[k].hidden = tokens[k].capital
			}
		}
	}
}

// role is what a word says about the words after it.
type role uint8

const (
	closing role = 1 << iota // a greeting that ends a letter
	naming                   // before a name
)

var roleWords = map[string]role{"groet": closing, "groeten": closing, "groetjes": closing, "gr": closing, "mvg": closing, "hoogachtend": closing, "regards": closing,
	"mevrouw": naming, "mevr": naming, "mw": naming, "meneer": naming, "mijnheer": naming, "dhr": naming, "heer": naming, "familie": naming, "fam": naming,
	"heet": naming, "naam": naming, "namens": naming, "genaamd": naming}

// roleBits tells by the low bits of its hash whether a word could have a role.
const roleSize = 12

var roleBits = func() (table [1 << roleSize]bool) {
	for word := range roleWords {
		table[hashOf([]byte(word))&(1<<roleSize-1)] = true
	}
	return table
}()

func roleOf(word []byte) role { return roleWords[string(word)] }

// isLink tells what may stand between a title and a name, and within a name.
func isLink(word []byte) bool {
	switch string(word) {
	case "is", "van", "de", "der", "den", "het", "ten", "ter", "el", "al", "en", "in", "t":
		return true
	}
	return false
}

var streetEndings = []string{"straat", "laan", "weg", "plein", "gracht", "kade", "singel", "hof", "dijk", "steeg", "pad", "dreef", "park", "plantsoen", "baan", "markt"}

func isStreet(word string) bool {
	for _, ending := range streetEndings {
		if len(word) > len(ending)+1 && strings.HasSuffix(word, ending) {
			return true
		}
	}
	return false
}

// hash is a number for what normal writes; size is how long that is.
func (c *cutter) hash() (hash uint64, size int) {
	for i := range c.tokens {
		if t := &c.tokens[i]; !t.digits && !t.hidden {
			hash = (hash ^ t.hash) * 0x9e3779b97f4a7c15
			hash ^= hash >> 32
			size += len(t.word) + 1
		}
	}
	return mix(hash), size
}

// wording is a number for the text that was cut last as it was written, its rank among the texts that are the
// same to hash. The lowest reads best: the fewest numbers and names, which would be marks; then one with a
// question mark; and then a hash decides. It is never 0.
func (c *cutter) wording() uint64 {
	marks, asks := uint64(0), uint64(0)
	for i := range c.tokens {
		if t := &c.tokens[i]; t.digits || t.hidden {
			marks++
		}
	}
	if bytes.IndexByte(c.text, '?') < 0 {
		asks = 1
	}
	return min(marks, 127)<<57 | asks<<56 | hashOf(c.text)>>8 | 1
}

// stopWords are Dutch words that say little about what somebody asks, and greetings. Words that
// ask (wanneer, hoe, waar, waarom, welke) and words that deny are kept: they make the question.
const stopWords = ` aan al alle als alsjeblieft alstublieft alvast andere bedankt ben bent bij bijna dag dan dank dat de deze die dit doe doen
 doet door dus echt een eens en er ervan even goedemiddag goedemorgen goedenavond graag groet groeten had hallo heb hebben hebt heeft heel hem het hier hij
 hoi hun ik in is ja je jij jou jouw jullie kan kom komt kon kunnen kunt maar mag me meer men met mij mijn mijne mocht moest moet moeten
 mogen mvg na naar name namelijk nog nu of om omdat ons onze ook op over per pas steeds te tegen ten ter toch toen tot u uit uw van vanuit
 vind vindt voor want waren was wat we wel werd wie wil willen wilt word worden wordt wij zal ze zei zeg zelf zich zie zien ziet zij zijn zo zou zouden zullen
 a an and are at be but by can do for from has have he i if it me my not of on or our she so that the they this to was we were will with you your `
