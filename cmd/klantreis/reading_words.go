package main

import (
	"fmt"
	"math"
	"time"
)

// readingRows tells how many records there were, and how long it will take; a negative time is not known.
func (w cliWords) readingRows(rows int, left time.Duration) string {
	text := fmt.Sprintf(w.either("%s rijen", "%s rows"), w.lang.Int(rows))
	if left < 0 {
		return text
	}
	seconds := int(math.Ceil(left.Seconds()))
	if seconds < 60 {
		return text + fmt.Sprintf(w.either(", nog %d s", ", %d s left"), seconds)
	}
	return text + fmt.Sprintf(w.either(", nog %d min", ", %d min left"), (seconds+59)/60)
}
