package language

import (
	"regexp"
	"sync"
)

// pattern is a regular expression that is compiled when it is first asked: most commands never look for
// personal data, and compiling all of them takes longer than showing a help text.
type pattern struct {
	text    string
	once    sync.Once
	matcher *regexp.Regexp
}

func compiled(text string) *pattern { return &pattern{text: text} }

func (p *pattern) get() *regexp.Regexp {
	p.once.Do(func() { p.matcher = regexp.MustCompile(p.text) })
	return p.matcher
}

func (p *pattern) MatchString(s string) bool              { return p.get().MatchString(s) }
func (p *pattern) FindString(s string) string             { return p.get().FindString(s) }
func (p *pattern) FindStringSubmatch(s string) []string   { return p.get().FindStringSubmatch(s) }
func (p *pattern) FindStringSubmatchIndex(s string) []int { return p.get().FindStringSubmatchIndex(s) }
func (p *pattern) FindAllString(s string, n int) []string { return p.get().FindAllString(s, n) }
