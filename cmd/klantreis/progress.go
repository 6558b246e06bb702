package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"sync"

	"golang.org/x/term"
)

// progress shows on a terminal what is being worked on, in one line that is overwritten. It says
// nothing when the output is a file or a pipe.
type progress struct {
	mu    sync.Mutex
	out   io.Writer                    // nil: no terminal
	tell  func(stage string, done int) // nil: nobody follows
	words cliWords
	all   int
	ready int
	wide  int
}

func (a *app) newProgress(all int) *progress {
	p := &progress{words: a.words, all: all, tell: a.follow}
	if f, ok := a.stderr.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		p.out = a.stderr
	}
	return p
}

// stage is what a gift is being worked on for.
type stage int

const (
	stageDrawing stage = iota
	stageWriting
)

func (p *progress) set(id string, s stage) {
	what := [...]string{stageDrawing: p.words.drawing, stageWriting: p.words.writing}[s]
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.tell != nil {
		p.tell(what, [...]int{stageDrawing: 50, stageWriting: 75}[s])
	}
	p.show(fmt.Sprintf("%d/%d  %s: %s…", p.ready, p.all, id, what))
}

func (p *progress) done(id string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.ready++
	p.show(fmt.Sprintf("%d/%d  %s", p.ready, p.all, id))
}

func (p *progress) close() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.show("")
	if p.out != nil {
		fmt.Fprint(p.out, "\r")
	}
}

func (p *progress) show(line string) {
	if p.out == nil {
		return
	}
	width := len([]rune(line))
	fmt.Fprintf(p.out, "\r%s%s", line, strings.Repeat(" ", max(0, p.wide-width)))
	p.wide = width
}
