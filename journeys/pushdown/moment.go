package pushdown

// The forms of journeys.ParseTime. The strict ones name hours and minutes that exist, so that the
// time may be cut off and the local day stays what it was; a second 60 could move it.
const (
	clock   = "(?:[01]?[0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:[.,][0-9]+)?)?"
	blank   = "[\t\n\f\r ]*"
	isoDay  = "[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}"
	nlDay   = "[0-9]{1,2}[-/][0-9]{1,2}[-/][0-9]{4}"
	isoCut  = "^(" + isoDay + ")(?:[T ]+" + clock + ")?$"
	nlCut   = "^(" + nlDay + ")(?:[T ,]+" + clock + ")?$"
	anyTime = "[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]+)?)?"
	isoAny  = "^" + isoDay + "(?:[T ]+" + anyTime + blank + "(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?$"
	// A month by its name is told from other words when its text has come here.
	namedAny = "^(?:[A-Za-z]{2,9}[.]?,? +)?[0-9]{1,2}(?:[.] ?| +|-|/)[A-Za-z]{3,9}[.]?(?:,? +|-|/)[0-9]{2,4}(?:(?:[T ,]+| +om +)" + anyTime + "(?: uur)?)?$"
	nlAny    = "^" + nlDay + "(?:[T ,]+" + anyTime + ")?$"
	// zoneCut keeps the hour: since 1941 Amsterdam is whole hours from UTC, so with an offset of
	// whole hours the minutes do not move the day.
	zoneCut = "^((?:19[5-9]|20[0-9])[0-9]-[0-9]{1,2}-[0-9]{1,2}[T ]+(?:[01]?[0-9]|2[0-3])):[0-5][0-9](?::[0-5][0-9](?:[.,][0-9]+)?)?" + blank + "(Z|[+-][0-9]{2}:?00)$"
)

// moment is the local day of a column that knows its own time, or the trimmed text of one that
// does not.
func (b *builder) moment(c Column) string {
	if c.Type != Text {
		return b.Day(b.Name(c.Name), c.Type)
	}
	return b.trimmed(b.Cast(b.Name(c.Name), c.Type))
}

// dayOf shortens the text of a moment to what tells its day, so that groups are of days and not of
// seconds. What is no moment becomes a question mark.
func (b *builder) dayOf(text string) string {
	cut := func(pattern, with, otherwise string) string {
		return b.When(b.Matches(text, b.value(pattern)), b.Replace(text, b.value(pattern), b.value(with)), otherwise)
	}
	loose := b.When("("+b.Matches(text, b.value(isoAny))+" OR "+b.Matches(text, b.value(nlAny))+" OR "+b.Matches(text, b.value(namedAny))+")", text,
		b.When(b.is(text, ""), b.value(""), b.value("?")))
	return cut(isoCut, `\1`, cut(nlCut, `\1`, cut(zoneCut, `\1:00\2`, loose)))
}
