package language

import (
	"strings"
	"sync"
)

// place says what may follow words that come before a name.
type place int

const (
	noPlace    place = iota
	afterTitle       // mevrouw, dhr.: a name follows, with capitals or known
	afterIntro       // mijn naam is
	afterKin         // mijn dochter: a name with a capital
	afterHello       // beste, geachte
	afterClose       // met vriendelijke groet: to the end of the line
	afterStaff       // collega, gesproken met: a known name only
	afterRole        // klant, melder: a known name, or behind a colon one with a capital
)

// placeWords holds the words of each place, a phrase per line; full stops and slashes are left out, as
// the words of a text are compared.
var placeWords = sync.OnceValue(func() map[string]place {
	m := map[string]place{}
	for p, phrases := range map[place]string{
		afterTitle: `mevrouw, mevr, mvr, mw, mevrouw heer, heer mevrouw, heer of mevrouw, dhr mevr, dhr mw, meneer, menheer, mijnheer, dhr, hr, de heer, den heer, heer, juffrouw, mej, familie, fam, juf, meester, drs, mr, dr, ing, ir, wijkagent, zuster, dokter, huisarts, buurvrouw, buurman, mister, miss, mrs`,
		afterIntro: `mijn naam is, m'n naam is, mijn naam, naam is, naam, ik heet, heet ik, hij heet, zij heet, ze heet, die heet, genaamd, met de naam, op naam van, staat op naam van, ten name van, t n v, tnv, t a v, tav, ter attentie van, ondergetekende, achternaam is, achternaam, voornaam is, voornaam, u spreekt met, spreekt met, spreek met, contactpersoon, contactpersoon is, is getekend, was getekend, w g`,
		afterHello: `beste, geachte, lieve, hallo, hoi, hey, hai, dag, hi, ha, goedemorgen, goedemiddag, goedenavond, goedendag, waarde`,
		afterClose: `met vriendelijke groet, met vriendelijke groeten, met vriendelijk groet, met hartelijke groet, met hartelijke groeten, met beleefde groet, met warme groet, met zonnige groet, met sportieve groet, met oprechte groet, met teleurgestelde groet, met dankbare groet, met hoogachting, m v g, mvg, m vr gr, m vrgr, m vr groet, met vr gr, met vr groet, met vriendelijke gr, vr groet, vr groeten, vr grt, grt, grts, grtn, gro, groetj, mvrgr, vr gr, vrgr, v gr, gr, grtz, grtjs, groet, groeten, groetjes, hoogachtend, hartelijke groet, hartelijke groeten, vriendelijke groet, vriendelijke groeten, lieve groet, lieve groetjes, veel groeten, liefs, bedankt, alvast bedankt, hartelijk bedankt, dank, hartelijk dank, bij voorbaat dank, alvast hartelijk dank, dank je wel, dank u wel, dankjewel, dank u, hoor graag, groet van, groeten van, groetjes van, groet namens, vriendelijke groet van, met vriendelijke groet van, met vriendelijke groet namens`,
		afterRole:  `kl, klant, klantnaam, cliënt, client, inwoner, inw, beller, melder, aanvrager, aanmelder, klager, indiener, afzender, betrokkene, belanghebbende, contact, weduwe van, weduwnaar van, gemachtigde, hulpverlener`,
		afterStaff: `collega, medewerker, medewerkster, ambtenaar, consulent, consulente, klantmanager, casemanager, behandelaar, baliemedewerker, baliemedewerkster, receptioniste, telefoniste, handhaver, boa, inspecteur, adviseur, adviseuse, coach, begeleider, gesproken met, sprak met, geholpen door, gebeld met, gebeld door, gemaild met, contact met, afspraak met, gesprek met, namens, ik ben, hier, met, door, bij, van, aan, voor, tegen, naar, en, dat, wethouder, burgemeester`,
	} {
		for _, phrase := range strings.Split(phrases, ", ") {
			m[phrase] = p
		}
	}
	const kin = `man echtgenoot echtgenote vrouw partner vriend vriendin zoon zoontje dochter dochtertje kleinzoon kleindochter moeder vader broer broertje zus zusje oma opa oom tante buurman buurvrouw buurjongen buurmeisje baby kind kleinkind ex neef neefje nicht nichtje schoonmoeder schoonvader schoonzoon schoondochter schoonzus zwager mantelzorger huisgenoot verhuurder begeleider begeleidster bewindvoerder curator mentor`
	for _, owner := range strings.Fields("mijn m'n onze ons haar zijn z'n hun") {
		for _, k := range strings.Fields(kin) {
			m[owner+" "+k] = afterKin
			for _, which := range strings.Fields("jongste oudste lieve overleden nieuwe kleine oude") {
				m[owner+" "+which+" "+k] = afterKin
			}
		}
	}
	return m
})

// placeLengths tells of how many words the longest phrase of placeWords is that begins with a word: most
// words of a text begin none, and cost one look.
var placeLengths = sync.OnceValue(func() map[string]int {
	m := map[string]int{}
	for phrase := range placeWords() {
		first, _, _ := strings.Cut(phrase, " ")
		m[first] = max(m[first], strings.Count(phrase, " ")+1)
	}
	return m
})
