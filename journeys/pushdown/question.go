package pushdown

import (
	"regexp"
	"strings"
)

var (
	startsAsQuestion = regexp.MustCompile(`(?is)^\s*\(*\s*(select|with)\b`)
	changes          = regexp.MustCompile(`(?i)\b(insert|update|delete|merge|truncate|drop|alter|create|grant|into)\b`)
)

// OneSelect checks that a question is one SELECT and gives it without a semicolon at its end. It
// looks past texts, quoted names and comments. The server refuses to change anything as well; this
// is for a message that can be understood.
func OneSelect(question string) (string, bool) {
	bare, ok := withoutTexts(question)
	if !ok {
		return "", false
	}
	trimmed := strings.TrimRight(bare, " \t\r\n")
	end := len(trimmed)
	for strings.HasSuffix(trimmed[:end], ";") {
		end = len(strings.TrimRight(trimmed[:end-1], " \t\r\n"))
	}
	bare = bare[:end]
	if strings.Contains(bare, ";") || !startsAsQuestion.MatchString(bare) || changes.MatchString(bare) {
		return "", false
	}
	depth := 0
	for _, c := range bare {
		if c == '(' {
			depth++
		} else if c == ')' {
			if depth--; depth < 0 {
				return "", false
			}
		}
	}
	return question[:end], depth == 0
}

// withoutTexts writes spaces for comments and quotes for texts and quoted names, byte for byte. A backslash in a
// text means different things to different engines: a quote after it ends nothing, so that neither
// reading can hide a second statement.
func withoutTexts(s string) (string, bool) {
	out := []byte(s)
	for i := 0; i < len(s); {
		end, closing, hidden := i, "", byte('"')
		switch {
		case strings.HasPrefix(s[i:], "--"):
			closing, end, hidden = "\n", i+1, ' '
		case strings.HasPrefix(s[i:], "/*"):
			closing, end, hidden = "*/", i+2, ' '
		case s[i] == '\'', s[i] == '"', s[i] == '`':
			closing, end = s[i:i+1], i+1
		case s[i] == '$' && strings.HasPrefix(s[i:], "$$"):
			closing, end = "$$", i+2
		default:
			i++
			continue
		}
		n := strings.Index(s[end:], closing)
		if n < 0 {
			if closing != "\n" {
				return "", false
			}
			n = len(s) - end - 1
		}
		stop := end + n + len(closing)
		if strings.Contains(s[end:stop], `\'`) {
			return "", false
		}
		for ; i < stop; i++ {
			out[i] = hidden
		}
	}
	return string(out), true
}
