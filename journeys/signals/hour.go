package signals

import (
	"unicode/utf8"

	"klantreis/journeys"
)

// Hour is the hour of the record's tijdstip, local; ok is false when it has no time of day, and
// midnight sharp is taken for a day without a time.
func (r *Record) Hour() (hour int, ok bool) {
	if !r.Dated {
		return 0, false
	}
	moment := r.cell(r.fields.time)
	if hour, ok, plain := plainHour(moment); plain {
		return hour, ok
	}
	t, ok := journeys.ParseTime(string(moment))
	if !ok {
		return 0, false
	}
	h, m, s := t.Clock()
	return h, h+m+s > 0
}

// plainHour knows local times only, without a zone; plain is false when it cannot tell.
func plainHour(text []byte) (hour int, ok, plain bool) {
	c := cursor{text: text}
	for c.at < len(text) && text[c.at] != ' ' && text[c.at] != 'T' {
		c.at++
	}
	if c.at == len(text) {
		return 0, false, true // a day
	}
	c.at++
	hour, h := c.number(2)
	if h == 0 || c.byte() != ':' || hour == 2 || hour > 23 { // at two the clock may change
		return 0, false, false
	}
	minute, m := c.number(2)
	second := 0
	if m == 2 && c.at < len(text) && text[c.at] == ':' {
		c.at++
		second, _ = c.number(2)
	}
	return hour, hour+minute+second > 0, m == 2 && c.at == len(text)
}

// Text is the text as written.
func (r *Record) Text() []byte { return r.textCell() }

// HasText tells whether there is a text, mostly without decoding it.
func (r *Record) HasText() bool {
	return r.begins(r.fields.text) || len(r.textCell()) > 0
}

// HasTopic tells whether there is a topic, mostly without decoding it.
func (r *Record) HasTopic() bool {
	return r.begins(r.fields.topic) || len(r.Topic()) > 0
}

// begins tells that a column of a CSV file begins with a sign of ASCII that is no white space; false says nothing.
func (r *Record) begins(column int) bool {
	text := r.written(column)
	return len(text) > 0 && text[0]-'!' < utf8.RuneSelf-'!'
}
