package insight

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode"
	"unicode/utf8"

	"klantreis/journeys"
	"klantreis/journeys/language"
)

// token is one word of a text.
type token struct {
	word     []byte // folded; holds until the next text is cut
	from, to int    // its place in cutter.text
	clause   int    // counts the parts between punctuation
	sentence int    // counts the sentences
	first    bool   // of its sentence
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

// What a byte below 0x80 is in a text.
const (
	space = iota
	lower
	upper
	digit
	comma // ends a clause
	stop  // ends a sentence, and with it a clause
)

var kinds = func() (table [128]uint8) {
	for c := range table {
		switch {
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
	clause, sentence, first, shouting := 0, 0, true, true
	for at := 0; at < len(c.text); {
		r, size, kind := rune(c.text[at]), 1, 0
		if r < utf8.RuneSelf {
			kind = int(kinds[r])
		} else {
			r, size = utf8.DecodeRune(c.text[at:])
			kind = kindOf(r)
		}
		if r == '[' {
			if end := bytes.IndexByte(c.text[at:], ']'); end > 0 && end < 20 {
				at += end + 1
				clause++
				continue
			}
		}
		if kind != lower && kind != upper && kind != digit {
			if kind >= comma {
				clause++
			}
			if kind == stop {
				sentence++
				first = true
			}
			at += size
			continue
		}
		t := token{from: at, clause: clause, sentence: sentence, first: first, capital: kind == upper}
		plain := true
		for at < len(c.text) {
			b := c.text[at]
			if b < utf8.RuneSelf {
				k := kinds[b]
				if k != lower && k != upper && k != digit {
					break
				}
				t.digits = t.digits || k == digit
				plain = plain && k != upper
				shouting = shouting && k != lower
				at++
				continue
			}
			r, n := utf8.DecodeRune(c.text[at:])
			if !journeys.IsWordRune(r) && !unicode.Is(unicode.Mn, r) {
				break
			}
			plain = false
			t.digits = t.digits || unicode.IsDigit(r)
			shouting = shouting && !unicode.IsLower(r)
			at += n
		}
		t.to, first = at, false
		t.word = c.text[t.from:t.to]
		if !plain {
			begin := len(c.folds)
			c.folds = appendFolded(c.folds, t.word)
			t.word = c.folds[begin:len(c.folds):len(c.folds)]
		}
		c.tokens = append(c.tokens, t)
	}
	if shouting {
		for i := range c.tokens {
			c.tokens[i].first = true
		}
	}
	hide(c.tokens)
	return c.tokens
}

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

func kindOf(r rune) int {
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
// digits in a row.
func mayBePersonal(text []byte) bool {
	run := 0
	for _, b := range text {
		switch {
		case b-'0' <= 9:
			if run++; run == 4 {
				return true
			}
		case b == '@':
			return true
		default:
			run = 0
		}
	}
	return false
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
		case len(t.word) > 11:
		case isClosing(t.word):
			for k := i + 1; k < len(tokens) && k <= i+longestClosing; k++ {
				tokens[k].hidden = true
			}
		case isTitle(t.word):
			for k := i + 1; k < len(tokens) && k <= i+longestName && tokens[k].sentence == t.sentence && (tokens[k].capital || isLink(tokens[k].word)); k++ {
				tokens[k].hidden = tokens[k].capital
			}
		}
	}
}

func isClosing(word []byte) bool {
	switch string(word) {
	case "groet", "groeten", "groetjes", "gr", "mvg", "hoogachtend", "regards":
		return true
	}
	return false
}

func isTitle(word []byte) bool {
	switch string(word) {
	case "mevrouw", "mevr", "mw", "meneer", "mijnheer", "dhr", "heer", "familie", "fam", "heet", "naam", "namens", "genaamd":
		return true
	}
	return false
}

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
		t := &c.tokens[i]
		if t.digits || t.hidden {
			continue
		}
		word := t.word
		hash = (hash ^ uint64(len(word))) * 0x9e3779b97f4a7c15
		for ; len(word) >= 8; word = word[8:] {
			hash = (hash ^ binary.LittleEndian.Uint64(word)) * 0xff51afd7ed558ccd
			hash ^= hash >> 32
		}
		last := uint64(0)
		for _, b := range word {
			last = last<<8 | uint64(b)
		}
		hash = (hash ^ last) * 0xff51afd7ed558ccd
		hash ^= hash >> 32
		size += len(t.word) + 1
	}
	return mix(hash), size
}

// stopWords are Dutch words that say little about what somebody asks, and greetings. Words that
// ask (wanneer, hoe, waar, waarom, welke) and words that deny are kept: they make the question.
const stopWords = ` aan al alle als alsjeblieft alstublieft alvast andere bedankt ben bent bij bijna dag dan dank dat de deze die dit doe doen
 doet door dus echt een eens en er ervan even goedemiddag goedemorgen goedenavond graag groet groeten had hallo heb hebben hebt heeft heel hem het hier hij
 hoi hun ik in is ja je jij jou jouw jullie kan kom komt kon kunnen kunt maar mag me meer men met mij mijn mijne mocht moest moet moeten
 mogen mvg na naar name namelijk nog nu of om omdat ons onze ook op over per pas steeds te tegen ten ter toch toen tot u uit uw van vanuit
 vind vindt voor want waren was wat we wel werd wie wil willen wilt word worden wordt wij zal ze zei zeg zelf zich zie zien ziet zij zijn zo zou zouden zullen
 a an and are at be but by can do for from has have he i if it me my not of on or our she so that the they this to was we were will with you your `
