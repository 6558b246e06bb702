package main

import (
	"fmt"
	"strconv"
	"time"

	"klantreis/connect"
)

// fetching shows on a terminal how far a source is that comes in pages, until close.
func (a *app) fetching() (watch func(connect.Progress), close func()) {
	p := a.newProgress(0)
	return func(f connect.Progress) {
		p.mu.Lock()
		defer p.mu.Unlock()
		if f.From > 0 {
			fmt.Fprintln(a.stderr, a.words.wentOn(f.Source, f.From, f.Anew))
			return
		}
		if p.tell != nil {
			p.tell(a.words.fetched(f.Source, f.Read, f.All, f.Wait), -1)
		}
		p.show(a.words.fetched(f.Source, f.Read, f.All, f.Wait))
	}, p.close
}

// fetched says how far a source is.
func (w cliWords) fetched(source string, read, all int, wait time.Duration) string {
	grouped := func(n int) string {
		text := strconv.Itoa(n)
		for i := len(text) - 3; i > 0; i -= 3 {
			text = text[:i] + w.either(".", ",") + text[i:]
		}
		return text
	}
	switch {
	case wait > 0:
		return fmt.Sprintf(w.either("%s: de server antwoordt niet; nieuwe poging over %d s…", "%s: the server does not answer; trying again in %d s…"), source, (wait+time.Second-1)/time.Second)
	case all > read:
		return fmt.Sprintf(w.either("%s: %s van %s gelezen…", "%s: %s of %s read…"), source, grouped(read), grouped(all))
	}
	return fmt.Sprintf(w.either("%s: %s gelezen", "%s: %s read"), source, grouped(read))
}

// wentOn tells that a reading goes on where an earlier one was broken off, or why it does not.
func (w cliWords) wentOn(source string, page int, anew bool) string {
	if anew {
		return fmt.Sprintf(w.either("%s: de vorige keer stopte het lezen na bladzijde %d. De lijst is sindsdien veranderd; Klantreis begint opnieuw.",
			"%s: last time, reading stopped after page %d. The list has changed since; Klantreis begins anew."), source, page)
	}
	return fmt.Sprintf(w.either("%s: de vorige keer stopte het lezen; Klantreis gaat verder na bladzijde %d.",
		"%s: last time, reading stopped; Klantreis goes on after page %d."), source, page)
}
