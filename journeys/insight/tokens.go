package insight

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"klantreis/journeys"
	"klantreis/journeys/language"
)

// token is one word of a text.
type token struct {
	word    string // folded
	clause  int    // counts the parts between punctuation
	first   bool   // of its sentence
	capital bool
	digits  bool
}

// tokens cuts a text into words as selectors see them: runs of letters and digits. Personal data
// that language.Redact knows is left out. It reuses into.
func tokens(text string, into []token) []token {
	into = into[:0]
	if strings.ContainsAny(text, "@0123456789") { // every rule of Redact needs one of these
		text = language.Redact(text)
	}
	clause, first, shouting := 0, true, strings.ToUpper(text) == text
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		if r == '[' {
			if end := strings.IndexByte(text[at:], ']'); end > 0 && end < 20 {
				at += end + 1
				clause++
				continue
			}
		}
		if !journeys.IsWordRune(r) {
			if strings.ContainsRune(".!?;:,()\n\"„”", r) {
				clause++
				first = first || strings.ContainsRune(".!?\n", r)
			}
			at += size
			continue
		}
		end, digits := at, false
		for end < len(text) {
			c, n := utf8.DecodeRuneInString(text[end:])
			if !journeys.IsWordRune(c) && !unicode.Is(unicode.Mn, c) {
				break
			}
			digits = digits || unicode.IsDigit(c)
			end += n
		}
		into = append(into, token{
			word: journeys.Fold(text[at:end]), clause: clause, first: first || shouting, capital: unicode.IsUpper(r), digits: digits,
		})
		at, first = end, false
	}
	return into
}

// stopWords are Dutch words that say little about what somebody asks, and greetings. Words that
// ask (wanneer, hoe, waar, waarom, welke) and words that deny are kept: they make the question.
const stopWords = ` aan al alle als alsjeblieft alstublieft alvast andere bedankt ben bent bij bijna dag dan dank dat de deze die dit doe doen
 doet door dus echt een eens en er ervan even goedemiddag goedemorgen goedenavond graag groet groeten had hallo heb hebben hebt heeft heel hem het hier hij
 hoi hun ik in is ja je jij jou jouw jullie kan kom komt kon kunnen kunt maar mag me meer men met mij mijn mijne mocht moest moet moeten
 mogen mvg na naar name namelijk nog nu of om omdat ons onze ook op over per pas steeds te tegen ten ter toch toen tot u uit uw van vanuit
 vind vindt voor want waren was wat we wel werd wie wil willen wilt word worden wordt wij zal ze zei zeg zelf zich zie zien ziet zij zijn zo zou zouden zullen
 a an and are at be but by can do for from has have he i if it me my not of on or our she so that the they this to was we were will with you your `

func stops() map[string]bool {
	all := map[string]bool{}
	for _, w := range strings.Fields(stopWords) {
		all[w] = true
	}
	return all
}
