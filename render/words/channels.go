package words

import "strings"

// ChannelWord is a channel, or the kind of a source, in a sentence or a cell: as the file has it in Dutch, in English the
// word for it. What is not in the format's list is the user's own and stays.
func (l Lang) ChannelWord(name string) string {
	if l != English {
		return name
	}
	if known, ok := l.Map().channels[name]; ok {
		return strings.ToLower(known)
	}
	return name
}
