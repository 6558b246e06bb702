package language

import (
	"strings"
)

var emailForm = compiled(`(?i)[\p{L}0-9._%+\-']+(?:@| ?(?:\(at\)|\[at\]) ?| apenstaartje )[\p{L}0-9\-]+(?: ?(?:\.|\(dot\)|\[dot\]|\(punt\)| punt ) ?[\p{L}0-9\-]+)*(?:\.| ?\(dot\) ?| ?\[dot\] ?| ?\(punt\) ?| punt )[a-z]{2,12}`)

// Spaces around the sign, or the sign in words, are an address only with a house that many have their mail at.
var spacedEmail = compiled(`(?i)[\p{L}0-9._%+\-]+(?: @ ?|@ | at | apen?staart(?:je)? )(?:gmail|hotmail|outlook|live|yahoo|icloud|msn|ziggo|kpnmail|kpnplanet|planet|hetnet|home|xs4all|upcmail|casema|chello|telfort|tele2|online|solcon|quicknet|proton|protonmail)(?: ?\. ?| punt | dot )(?:com|nl|me|be|de)`)

func nextSpacedEmail(s string, from int) (int, int, bool) {
	return search(spacedEmail, s, from, func(start, end int) (int, int, bool) {
		return start, end, stands(s, start, end)
	})
}

func nextEmail(s string, from int) (int, int, bool) {
	return search(emailForm, s, from, func(start, end int) (int, int, bool) {
		for start < end && strings.IndexByte(".'-%+_ ", s[start]) >= 0 {
			start++
		}
		return start, end, !wordBefore(s, start) && start < end
	})
}

// A case number: behind its word, or in a form that only case systems write.
var (
	caseWords = `(?:zaak(?:nummer|nr\.?|-?id|kenmerk)?|dossier(?:nummer|nr\.?)?|(?:ons |uw |mijn )?kenmerk|referentie(?:nummer|nr\.?)?|ref\.?|meldings?(?:nummer|nr\.?)|meld(?:nummer|nr\.?)|melding|znr\.?|(?:relatie|subject|vorderings?|aanslag(?:biljet)?|debiteur(?:en)?|inschrijf|correspondentie|verzoek|uitkerings)[ -]?(?:nummer|nr\.?)|aanvraag(?:nummer|nr\.?)?|klacht(?:nummer|nr\.?)?|bezwaar(?:nummer|schrift)?|cli[eë]nt(?:nummer|nr\.?)|klant(?:nummer|nr\.?)|casus(?:nummer)?|registratienummer|beschikking(?:snummer)?|incident(?:nummer|nr\.?)?|ticket(?:nummer)?|onder nummer|vergunning(?:nummer|aanvraag)?)`
	caseToken = `([A-Za-z]{0,8}[-/. ]?\d[\dA-Za-z]*(?:[-/.][\dA-Za-z]+){0,4})`
	caseNamed = compiled(`(?i)\b` + caseWords + `(?:[ :=#(]{1,3}|[ ]?(?:is|was|met|heeft|luidt|hebben|krijg|kreeg)\b|[ ]?(?:het|als|van|mijn)\b|[ ]?(?:zaak|dossier)?(?:nummer|nr\.?|kenmerk)|[ ]?no\.?){0,6}[ :=#(]{0,2}` + caseToken)
	caseForms = compiled(`(ZAAK[-/. ]?\d{2,4}[-/.]\d{3,}(?:[-/.]\d+)?|Z[-/.]?\d{2,4}[-/.]\d{3,}(?:[-/.]\d+)?|Z\d{7,}|(?:SIG|WABO|OLO|VTH|HZ|BZW|SXO|D|ZK|MOR|WMO|JZ|BRP)[-/. ]?\d{2,4}[-/.]\d{3,}(?:[-/.]\d+)?|(?:SIG|ZAAK|MOR)-?\d{4,}|[A-Z]{2,5}-20\d{2}-\d{3,})`)
	dateAlone = compiled(`(?i)^` + dateForm + `$`)
)

// caseStems are parts of caseWords: without one of them the search is not worth its time.
var caseStems = []string{"zaak", "dossier", "kenmerk", "ref", "melding", "meldn", "aanvraag", "klacht", "bezwaar", "clientn", "cliëntn", "klantn", "casus", "registratie", "beschikking", "incident", "ticket", "znr", "relatien", "subjectn", "vordering", "aanslag", "debiteur", "inschrijfn", "correspondentie", "verzoekn", "uitkerings", "onder nummer", "vergunning"}

// nextNamedCase spares years, dates and amounts that follow the word for a case.
func nextNamedCase(s string, from int) (int, int, bool) {
	return search(caseNamed, s, from, func(start, end int) (int, int, bool) {
		token := strings.TrimRight(s[start:end], "./-")
		end = start + len(token)
		if i := strings.IndexByte(token, ' '); i >= 0 && !caseForms.MatchString(token) {
			start += i + 1
			token = token[i+1:]
		}
		n := len(onlyDigits(token))
		switch {
		case n < 4 || n > 20 || !stands(s, start, end):
			return 0, 0, false
		case len(token) == 4 && n == 4 && isYear(token):
			return 0, 0, false
		case dateAlone.MatchString(token) || startsAsDay.MatchString(s[start:]):
			return 0, 0, false
		case len(token) == 6 && strings.IndexFunc(token[4:], isLetter) == 0 && n == 4: // a postcode
			return 0, 0, false
		}
		near := max(0, start-12)
		switch lastCue(s[near:], start+strings.IndexAny(token, "0123456789")-near) {
		case bsnCue, phoneCue, accountCue, documentCue, shopCue: // a word in between says otherwise
			return 0, 0, false
		}
		after := strings.TrimLeft(s[end:], " ")
		if hasFold(after, "euro") || strings.HasSuffix(strings.TrimRight(s[:start], " "), "€") || unitAfter.MatchString(s[end:]) {
			return 0, 0, false
		}
		if n == 10 && n == len(token) && strings.HasPrefix(token, "06") {
			return 0, 0, false
		}
		return start, end, true
	})
}

func nextCaseForm(s string, from int) (int, int, bool) {
	return search(caseForms, s, from, func(start, end int) (int, int, bool) {
		cue := lastCue(s, start)
		return start, end, stands(s, start, end) && !dashBefore(s, start) && cue != shopCue && cue != lawCue
	})
}

var (
	linkForm   = compiled(`(?i)(?:https?://|www\.)[^\s<>"“”]+|[a-z0-9.\-]+\.(?:nl|com|org|eu|net|be|io)/[^\s<>"“”]+`)
	secretWord = compiled(`(?i)[?&#;/](?:[a-z_\-]*(?:token|key|auth|session|sessie|secret|code|hash|sig|signature|ticket|uid|guid|uuid|userid|user|email|mail|bsn|klant|client|otp|pin|password|wachtwoord|magic|invite|reset)[a-z_\-]*|sid|id|t|s|k)=[^&\s]{4,}`)
	secretPath = compiled(`[/=][A-Za-z0-9_\-]{9,}`)
	profile    = compiled(`(?i)(?:facebook|twitter|instagram|linkedin|tiktok|x|threads|snapchat|youtube|t)\.(?:com|me|net)/(?:in/|@|add/)?([\p{L}0-9._\-]{2,})`)
	userInfo   = compiled(`://[^/\s]+@`)
)

// nextLink finds an address on the web that opens something personal: with a token, a user, a long
// random part; or a person's own page. Ordinary pages are left alone.
func nextLink(s string, from int) (int, int, bool) {
	return search(linkForm, s, from, func(start, end int) (int, int, bool) {
		link := strings.TrimRight(s[start:end], ".,;:!?)'’]")
		end = start + len(link)
		if wordBefore(s, start) {
			return 0, 0, false
		}
		if m := profile.FindStringSubmatch(link); m != nil && !official(m[1]) {
			return start, end, true
		}
		if userInfo.MatchString(link) || secretWord.MatchString(link) {
			return start, end, true
		}
		for _, part := range secretPath.FindAllString(link, -1) {
			if random(part[1:]) {
				return start, end, true
			}
		}
		return 0, 0, false
	})
}

// random tells whether a part of an address is no words: digits among the letters, or capitals in the middle.
func random(part string) bool {
	n, turns := len(onlyDigits(part)), 0
	for i := 1; i < len(part); i++ {
		if isDigit(part[i]) != isDigit(part[i-1]) || part[i] >= 'A' && part[i] <= 'Z' && part[i-1] >= 'a' && part[i-1] <= 'z' {
			turns++
		}
	}
	if len(part) < 16 { // short: only what no word or number looks like
		return turns >= 4 && n >= 2 && strings.ToLower(part) != part && strings.ToUpper(part) != part
	}
	return turns >= 3 || n >= 10
}

var handleForm = compiled(`(?i)(?:^|[\s(,;:"'“])(@[a-z0-9_.]{2,30})`)

var namedHandle = compiled(`(?i)\b(?:insta(?:gram)?|twitter|snap(?:chat)?|tiktok|telegram|discord|facebook|fb|gebruikersnaam|username|inlognaam)(?:[- ]?(?:account|naam|gebruikersnaam))?(?: is| heet)?[ :=]{1,3}([a-z][a-z0-9]*[_.0-9][a-z0-9_.]*)`)

// siteEnd is how the name of a website ends.
var siteEnd = compiled(`(?i)\.(?:nl|com|org|eu|net|be)$`)

// nextHandle spares the accounts of public bodies.
func nextHandle(s string, from int) (int, int, bool) { return nextAccountName(handleForm, s, from) }

func nextNamedHandle(s string, from int) (int, int, bool) {
	return nextAccountName(namedHandle, s, from)
}

func nextAccountName(form *pattern, s string, from int) (int, int, bool) {
	return search(form, s, from, func(start, end int) (int, int, bool) {
		name := strings.TrimRight(s[start:end], ".")
		end = start + len(name)
		return start, end, len(name) > 2 && !wordAfter(s, end) && !official(name) && !siteEnd.MatchString(name)
	})
}

// official tells whether an account is one of a public body or a service.
func official(account string) bool {
	account = strings.ToLower(strings.TrimPrefix(account, "@"))
	for _, p := range []string{"gemeente", "politie", "provincie", "rijksoverheid", "belastingdienst", "webcare", "ns_online", "rivm", "uwv", "duo", "svb", "company", "pages", "groups", "events", "watch", "stadskamer", "omroep", "nos", "rtv", "brandweer", "ggd", "waterschap"} {
		if strings.HasPrefix(account, p) {
			return true
		}
	}
	return false
}
