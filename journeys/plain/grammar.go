package plain

import (
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// Forms of worden, and of zijn, that make a passive with a participle.
var (
	toBecome = words("wordt worden word werd werden geworden")
	toBe     = words("is zijn was waren bent ben")
)

// activeWithZijn are participles that zijn makes active: nobody else does it.
var activeWithZijn = words(`gegaan gekomen geweest gebleven geworden begonnen gestopt gebeurd gelukt geslaagd verhuisd vertrokken gestorven overleden geboren getrouwd
	gescheiden verdwenen gestegen gedaald gegroeid veranderd verlopen gevallen aangekomen teruggekomen binnengekomen toegenomen afgenomen ontstaan gestart mislukt vergeten
	verloren geschrokken gewend bekend benieuwd bereid geopend gesloten tevreden beschikbaar gratis welkom geldig
	open opgegroeid langsgekomen voorgekomen ingegaan doorgegaan misgegaan uitgegaan vooruitgegaan bezorgd getrouwde gezond`)

// notParticiples begin and end as one.
var notParticiples = words(`geld gebied gemeente gewoon geen gegeven gezin gesprek gebouw gevoel gedrag geval geluid gezicht gezond gemiddeld gelijk gebruik geduld begin beleid bericht besluit bedrag bezwaar beroep
	bewijs bedrijf verzoek verhaal verkeer verlof verschil verplicht verder vervoer verstand herstel ontslag ontwerp bestand bestaan beheer belang beeld beetje betaald-voetbal gebeurtenis getal geluk
	verdriet gedeelte gelegenheid geheel gevolg overheid gehandicapt gerecht recht bewoond gemeld-punt bent gent gesteld verband verbod bevel gevaar geheim gebrek belet verraad berouw gezag
	gedeeld gebak geloof gerust gevel gewicht bekend beleefd bewust beperkt benodigd verdacht gehakt geschikt verkeerd`)

// participle is the form of one: with ge, perhaps behind a prefix that comes loose; or with a prefix that
// never does.
var participle = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?:(?:aan|af|bij|binnen|door|in|mee|na|om|onder|op|over|samen|tegen|terug|toe|uit|vast|voor|voort|weg|goed|thuis|open|bekend|stop|kwijt|plaats|klaar|los|rond|neer|teleur|vrij|mede|her)?ge[a-z]{2,}(?:d|t|en)|(?:aan|af|in|op|over|uit|voor|mee|toe)?(?:be|ver|her|ont|er)[a-z]{3,}(?:d|t|en))$`)
})

// isParticiple tells whether a word can be one; a verb that stands by itself looks the same now and
// then ("betaalt" does not, "bepalen" does), so -en counts only with ge.
func isParticiple(low string) bool {
	if notParticiples[low] || !participle().MatchString(low) {
		return false
	}
	if strings.HasSuffix(low, "en") {
		return withGe().MatchString(low) || irregular[low]
	}
	for _, noun := range nounEnds {
		if strings.HasSuffix(low, noun) {
			return false
		}
	}
	return true
}

var (
	withGe = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^(?:aan|af|bij|binnen|door|in|mee|na|om|onder|op|over|samen|tegen|terug|toe|uit|vast|voor|voort|weg|goed|thuis|open|bekend|stop|kwijt|plaats|klaar|los|rond|neer|teleur|vrij|mede|her)?ge[a-z]{2,}en$`)
	})
	nounEnds = strings.Fields("heid teit schot stand land hand kind beeld woord tijd dienst recht macht plicht kracht kant punt raad stad geld veld bod band wind rand maand inhoud houd aard")
)

// irregular are participles in -en without ge.
var irregular = words(`begrepen besloten beschreven bewezen bedrogen bevolen verboden verzonden verkregen vergeten verloren verstreken vervangen ontvangen onthouden ontnomen ondernomen overgedragen
	onderschreven overwogen verwezen verworpen verdreven verleend bezocht herzien voldaan voorzien verricht betwist overschreden onderzocht bevonden aanbevolen aanvaard ontheven behouden overhandigd`)

// passives finds worden (or zijn) with its participle in the same clause.
func passives(text string, words []token) []Finding {
	var found []Finding
	for i, w := range words {
		if !isParticiple(w.low) {
			continue
		}
		for k := max(0, i-14); k < min(len(words), i+4); k++ {
			h := words[k].low
			if k == i || !toBecome[h] && !(toBe[h] && !activeWithZijn[w.low]) || clauseBetween(words, k, i) {
				continue
			}
			if toBe[h] && (k > i+1 || infinitive(words, i) || h == "zijn" && possessive(words, k)) {
				continue
			}
			from, to := min(i, k), max(i, k)
			found = append(found, Finding{Kind: Passive, Start: words[from].start, End: words[to].end})
			break
		}
	}
	return merged(found)
}

// possessive tells whether zijn is "his": before a word with a small letter that is no participle.
func possessive(words []token, k int) bool {
	return k+1 < len(words) && words[k+1].letters && !isParticiple(words[k+1].low) && k > 0 && words[k-1].letters && !subjects[words[k-1].low]
}

var subjects = words("wij we jullie zij ze die er deze dat u kosten gegevens stukken papieren regels brieven formulieren")

// infinitive tells whether "te" stands before the word: "om te betalen".
func infinitive(words []token, i int) bool { return i > 0 && words[i-1].low == "te" }

// clauseBetween tells whether a mark or a joining word stands between two words.
func clauseBetween(words []token, a, b int) bool {
	for _, w := range words[min(a, b)+1 : max(a, b)] {
		if w.low == ";" || w.low == ":" || w.low == "," || joins[w.low] {
			return true
		}
	}
	return false
}

// merged joins findings that overlap.
func merged(found []Finding) []Finding {
	var out []Finding
	for _, f := range found {
		if n := len(out); n > 0 && f.Start < out[n-1].End {
			out[n-1].End = max(out[n-1].End, f.End)
			continue
		}
		out = append(out, f)
	}
	return out
}

// joins are words that begin a clause.
var joins = words(`omdat doordat zodat opdat terwijl hoewel ofschoon indien als wanneer nadat voordat totdat tenzij mits aangezien zolang zodra alvorens waarbij waardoor waarin waarmee waarna waarnaar waarop
	waarover waartoe waarvan waarvoor waaruit waaronder die dat wie wat welke hetgeen of`)

// nested finds a sentence with three clauses or more behind its first, or with one inside brackets or
// commas of eight words and more.
func nested(text string, words []token) []Finding {
	clauses, letters := 0, 0
	for i, w := range words {
		if w.letters {
			letters++
		}
		if !joins[w.low] || i == 0 {
			continue
		}
		switch w.low {
		case "die", "dat", "wie", "wat", "of", "als", "welke": // these begin a clause behind a comma or a word for it
			if before := words[i-1].low; before != "," && w.low != "dat" && !(w.low == "die" && strings.HasSuffix(before, "en")) {
				continue
			}
		}
		clauses++
	}
	commas := strings.Count(text, ", ")
	if clauses >= 3 || clauses >= 2 && letters >= 18 || clauses >= 1 && commas >= 3 && letters >= LongFrom {
		return []Finding{{Kind: Nested, End: len(text), Count: clauses + 1}}
	}
	return nil
}

// finite verbs of which the rest stands at the end of the clause.
var finite = words("heeft hebben heb had hadden is zijn wordt worden werd werden kan kunnen kunt moet moeten mag mogen zal zullen zult wil willen wilt dient dienen zou zouden gaat gaan")

// apart finds a verb of which the parts stand more than tongWords words apart in one clause.
func apart(words []token) []Finding {
	var found []Finding
	for i, w := range words {
		if !finite[w.low] {
			continue
		}
		between := 0
		for k := i + 1; k < len(words); k++ {
			if words[k].low == "," || words[k].low == "om" || words[k].low == ";" || words[k].low == ":" || joins[words[k].low] || words[k].low == "en" {
				break
			}
			if words[k].letters {
				between++
			}
			last := k+1 == len(words) || !words[k+1].letters
			if last && between > tongWords && (isParticiple(words[k].low) || strings.HasSuffix(words[k].low, "en")) {
				found = append(found, Finding{Kind: Apart, Start: w.start, End: words[k].end, Count: between - 1})
				break
			}
		}
	}
	return merged(found)
}

// wellKnown are abbreviations that need no explaining, or that are known as they are.
var wellKnown = words("nl tv id wc cd dvd sms pdf wifi gps vip ok btw apk bsn nv bv usb ns eu usa pc wa sos dna hiv cv ict www")

var explain = regexp.MustCompile(`\(([A-Z][A-Za-z]*[A-Z][A-Za-z]*)\)|\b([A-Z]{2,6})\b \([a-z]`)

// explanations lists the abbreviations that a text explains: "Wet maatschappelijke ondersteuning (Wmo)",
// or "WOZ (waardering onroerende zaken)".
func explanations(text string) map[string]bool {
	known := map[string]bool{}
	for _, m := range explain.FindAllStringSubmatch(text, -1) {
		known[strings.ToLower(m[1]+m[2])] = true
	}
	for _, m := range bracketed.FindAllStringSubmatch(text, -1) {
		known[strings.ToLower(m[1])] = true
	}
	return known
}

var bracketed = regexp.MustCompile(`\(([A-Z][a-z]{1,4})\)`)

// abbreviations finds words in capitals, and known ones with full stops, that nobody explains.
func abbreviations(words []token, explained map[string]bool) []Finding {
	var found []Finding
	for i, w := range words {
		if !w.letters || wellKnown[w.low] || explained[w.low] || i > 0 && postcode.MatchString(words[i-1].text+w.text) {
			continue
		}
		if n := utf8.RuneCountInString(w.text); capitals(w.text) && n >= 2 && n <= 6 || dotted.MatchString(w.text) || lawNames[w.low] && w.text != w.low {
			found = append(found, Finding{Kind: Unexplained, Start: w.start, End: w.end, Instead: meant[strings.TrimSuffix(w.low, ".")]})
		}
	}
	return found
}

var dotted = regexp.MustCompile(`(?i)^(?:[a-z]{1,2}\.){2,}[a-z]{0,2}\.?$|^[a-z](?:\.[a-z]){1,4}$`)

var postcode = regexp.MustCompile(`^[1-9]\d{3}[A-Z]{2}$`)

var lawNames = words("wmo awb avg wlz wvg brp woz wob woo wgs zzp pgb vng ioaw ioaz anw aow zw ww wia wajong tozo")

// meant are abbreviations with what they stand for.
var meant = map[string]string{
	"i.v.m": "vanwege", "m.b.t": "over", "t.a.v": "voor", "t.b.v": "voor", "d.m.v": "met", "n.a.v": "door", "o.g.v": "door", "i.p.v": "in plaats van", "o.a": "onder andere", "m.n": "vooral",
	"d.w.z": "dat betekent", "z.s.m": "zo snel mogelijk", "n.v.t": "hoort niet bij u", "a.s": "komende", "m.u.v": "behalve", "d.d": "van", "m.i": "volgens ons", "t.o.v": "vergeleken met", "e.d": "en zo", "c.q": "of", "t.g.v": "door", "i.h.k.v": "voor",
	"wmo": "Wet maatschappelijke ondersteuning", "avg": "de privacywet", "awb": "Algemene wet bestuursrecht", "brp": "Basisregistratie Personen", "woz": "waarde van uw huis", "woo": "Wet open overheid", "pgb": "persoonsgebonden budget", "zzp": "zelfstandige zonder personeel",
	"aow": "pensioen van de overheid", "ww": "uitkering als u geen werk hebt", "wia": "uitkering als u ziek bent en niet kunt werken",
}

func capitals(s string) bool {
	for _, r := range s {
		if !unicode.IsUpper(r) {
			return false
		}
	}
	return true
}
