package language

const (
	monthName = `(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|jan|feb|febr|mrt|apr|jun|jul|aug|sep|sept|okt|nov|dec)\.?`
	dateForm  = `(?:[0-3]?\d[-./ ]{1,2}[01]?\d[-./ ]{1,2}(?:(?:19|20)\d{2}|['’]?\d{2})|(?:19|20)\d{2}[-./][01]\d[-./][0-3]\d|[0-3]?\d(?:ste|e|de)?[ \-](?:` + monthName + `)(?:[ \-]['’]?(?:\d{4}|\d{2}))?|[0-3]\d[01]\d(?:19|20)\d{2})`
)

// A date is a date of birth when a word beside it says so; all other dates are left alone.
var birthForm = compiled(`(?i)` +
	`\b(?:geboren|geboortedatum|geboortedag|geboortedata|geb\.?(?:[ -]?(?:datum|dat\.?|d\.))?|gebdatum|jarig|verjaardag|verjaar|verjaart|birthday|born|date of birth|dob|g\.d|gd|ik ben van|ter wereld gekomen)\b[^\d\n]{0,30}?(` + dateForm + `|[0-3]\d[01]\d{3})` +
	`|(?:^|[^\d\-./])(` + dateForm + `)[ ,]{0,2}(?:(?:ben|is|was|werd|zijn) (?:ik|hij|zij|ze|wij|we|mijn \p{L}+|onze \p{L}+|ons \p{L}+) )?(?:te [\p{L}]+ |in [\p{L}]+ )?(?:geboren|ter wereld|jarig|is mijn geboortedatum|is mijn verjaardag|als geboortedatum|\(geboortedatum\))` +
	`|(?:\*|°) ?(` + dateForm + `)`)

// nextBirthDate finds a date beside a word for being born.
func nextBirthDate(s string, from int) (int, int, bool) {
	return search(birthForm, s, from, func(start, end int) (int, int, bool) {
		return start, end, stands(s, start, end)
	})
}
