package language

import (
	"strings"
)

// cue is what a word before a number says that the number is.
type cue int

const (
	noCue cue = iota
	bsnCue
	caseCue
	shopCue // an order, an invoice, an article: a number of somebody's trade
	phoneCue
	accountCue
	documentCue
	plateCue
	postcodeCue
	moneyCue
	lawCue
)

// cueWords holds the words of each cue in lower case. A bar in front says that a word begins there, one
// behind that it ends.
var cueWords = func() (all [lawCue + 1][]string) {
	for c, words := range map[cue]string{
		bsnCue: "|bsn, |b.s.n, burgerservice, burger service, |sofi, |persoonsnummer, fiscaal nummer",
		caseCue: "|zaak, dossier, kenmerk, referentie, |ref|, meldingsnummer, meldingnummer, meldingsnr, meldnummer, aanvraagnummer, aanvraagnr, " +
			"klachtnummer, bezwaarnummer, clientnummer, cliëntnummer, klantnummer, casusnummer, registratienummer, beschikkingsnummer, incidentnummer, ticket, |znr|, relatienummer, relatienr, subjectnummer, vorderingsnummer, aanslagnummer, debiteurnummer, debiteurennummer, inschrijfnummer",
		shopCue: "|order, postorder, pakbon, inlognummer, kassabon, reserveringsnummer, boekingsnummer, transactie, |bon|, bonnr, batchn, |imei, bestel, factuur, artikelnummer, polis, |serie, |model|, |type|, product, barcode, pakket, track, |kvk, k.v.k, |rsin, abonnement, |ean|, " +
			"meternummer, kassabon, bonnummer, betalingskenmerk, acceptgiro, postbus, offerte, versienummer, isbn, loonheffing, vestigingsnummer, " +
			"bag-id, objectnummer, contractnummer, lotnummer, kamernummer, volgnummer, coupon, vouchercode",
		phoneCue:    "|tel|, telefoon, |mobiel, |06|, |bel|, |bellen, |belt, |gebeld, bereikbaar, whatsapp, |app|, |appen|, |appt|, |appje|, |sms, |fax, |gsm, |mob|, |06nr, |telnr",
		accountCue:  "|iban, rekening, |rek|, |giro, |banknummer",
		documentCue: "paspoort, identiteits, idkaart, id-kaart, id-bewijs, rijbewijs, documentnummer, v-nummer, vreemdelingen, a-nummer, verblijfs",
		plateCue:    "kenteken, nummerbord, nummerplaat, |auto|, voertuig, |busje|, scooter, brommer, |motor|, aanhanger, caravan, parkeervergunning, geparkeerd, |sleep",
		postcodeCue: "postcode, |adres, woonachtig, |woon|, |woont|, |woonde|, |wonen|, |wonende|, verhuis, |huis|",
		moneyCue:    "€, |euro, |eur|, bedrag, betaal, saldo, subsidie",
		lawCue:      "artikel, |art|, |lid|, wetboek, verordening, besluit van, |ecli, |nen|, |iso|",
	} {
		all[c] = strings.Split(words, ", ")
	}
	return all
}()

const cueReach = 40 // bytes before a number in which a word can say what it is

// lastCue tells what the last known word before start says; of two that end together the longer.
func lastCue(s string, start int) cue {
	window := strings.ToLower(s[max(0, start-cueReach):start])
	found, foundEnd, foundLength := noCue, -1, 0
	for c, words := range cueWords {
		for _, w := range words {
			stem := strings.Trim(w, "|")
			for end := len(window); ; {
				at := strings.LastIndex(window[:end], stem)
				if at < 0 || at+len(stem) < foundEnd {
					break
				}
				end = at + len(stem)
				if w[0] == '|' && wordBefore(window, at) || w[len(w)-1] == '|' && wordAfter(window, end) {
					end--
					continue
				}
				if end > foundEnd || len(stem) > foundLength {
					found, foundEnd, foundLength = cue(c), end, len(stem)
				}
				break
			}
		}
	}
	return found
}

// search finds the next match of find at or after from that check accepts, and gives the first group
// that matched (or the whole). What check refuses does not hide what begins within it.
func search(find *pattern, s string, from int, check func(start, end int) (int, int, bool)) (int, int, bool) {
	for from <= len(s) {
		m := find.FindStringSubmatchIndex(s[from:])
		if m == nil {
			return 0, 0, false
		}
		start, end := from+m[0], from+m[1]
		for g := 2; g+1 < len(m); g += 2 {
			if m[g] >= 0 {
				start, end = from+m[g], from+m[g+1]
				break
			}
		}
		if a, b, ok := check(start, end); ok {
			return a, b, true
		}
		from += m[0] + 1
	}
	return 0, 0, false
}
