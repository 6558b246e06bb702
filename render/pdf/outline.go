package pdf

import (
	"fmt"
	"strings"
)

// addOutline writes the bookmarks: chapters, and advice below them; 0 when there are none.
func (f *file) addOutline(items []outlineItem) int {
	if len(items) == 0 {
		return 0
	}
	root := f.addBytes(nil)
	first := len(f.objects)
	parents := make([]int, len(items)) // index of the chapter, -1 for a chapter
	chapter := -1
	for i, it := range items {
		parents[i] = -1
		if it.level > 0 {
			parents[i] = chapter
		}
		if parents[i] < 0 {
			chapter = i
		}
		f.addBytes(nil)
	}
	links := func(of int) string { // First, Last and Count of an item's children, closed or open
		from, to, n := -1, -1, 0
		for i, p := range parents {
			if p == of {
				if from < 0 {
					from = i
				}
				to = i
				n++
			}
		}
		if n == 0 {
			return ""
		}
		if of >= 0 {
			n = -n
		}
		return fmt.Sprintf(" /First %d 0 R /Last %d 0 R /Count %d", first+from, first+to, n)
	}
	previous := map[int]int{}
	for i, it := range items {
		parent := root
		if parents[i] >= 0 {
			parent = first + parents[i]
		}
		body := fmt.Appendf(nil, "<</Title %s /Parent %d 0 R /Dest [%d 0 R /XYZ 0 %s null]", hexText(strings.Join(strings.Fields(it.title), " ")), parent, pageObject(it.at.page), coord(it.at.y))
		if p, ok := previous[parents[i]]; ok {
			body = fmt.Appendf(body, " /Prev %d 0 R", first+p)
			f.objects[first+p] = fmt.Appendf(f.objects[first+p], " /Next %d 0 R", first+i)
		}
		previous[parents[i]] = i
		f.objects[first+i] = append(body, links(i)...)
	}
	for i := range items {
		f.objects[first+i] = append(f.objects[first+i], ">>"...)
	}
	f.objects[root] = fmt.Appendf(nil, "<</Type /Outlines%s>>", links(-1))
	return root
}
