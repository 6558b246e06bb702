package flow

import (
	"fmt"
	"math/rand"
	"strings"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
)

// The journeys of these tests, in a short notation: a phase, its steps, and behind every step its
// ways on.

func share(percent float64) *float64 { s := percent / 100; return &s }

func to(id, when string, share *float64) journeys.Flow {
	return journeys.Flow{To: id, When: when, Share: share}
}

func out(reason string, share *float64) journeys.Flow {
	return journeys.Flow{DropOut: reason, Share: share}
}

func at(id, title, channels string, flows ...journeys.Flow) journeys.Step {
	s := journeys.Step{ID: id, Title: title, Next: flows}
	if channels != "" {
		s.Channels = strings.Split(channels, " ")
	}
	return s
}

func phase(title string, steps ...journeys.Step) journeys.Phase {
	return journeys.Phase{Title: title, Steps: steps}
}

func journey(title string, phases ...journeys.Phase) *journeys.Journey {
	return &journeys.Journey{Title: title, Phases: phases}
}

// counted gives every second step some signals.
func counted(j *journeys.Journey) *evidence.Evidence {
	ev := &evidence.Evidence{}
	for i, s := range j.Steps() {
		ev.Steps = append(ev.Steps, evidence.Step{ID: s.ID, N: []int{812, 0, 3, 1204, 57, 0}[i%6]})
	}
	return ev
}

func allowance() *journeys.Journey {
	return journey("Energietoeslag aanvragen",
		phase("Ontdekken",
			at("horen", "Hoort van de toeslag", "brief sociale-media"),
			at("zoeken", "Zoekt of het ook voor haar is", "website", to("aanvragen", "het is duidelijk", share(58)), to("vragen", "snapt de voorwaarden niet", share(33)), out("denkt dat het niet voor haar is", share(9))),
			at("vragen", "Vraagt na of ze recht heeft", "telefoon balie")),
		phase("Aanvragen",
			at("aanvragen", "Vult het formulier in", "website", to("bewijs", "", nil), out("formulier te lang", share(6))),
			at("bewijs", "Stuurt bewijs van inkomen mee", "website brief", to("bevestiging", "", share(78)), to("bewijs", "bewijs is onleesbaar", share(14)), to("vragen", "weet niet welk bewijs", share(8)))),
		phase("Wachten",
			at("bevestiging", "Krijgt een bevestiging", "e-mail"),
			at("wachten", "Wacht op het geld", "", to("bellen", "na twee weken nog niets", share(31)), out("geeft op", share(4))),
			at("bellen", "Belt waar het geld blijft", "telefoon", to("wachten", "moet nog even wachten", share(64)), to("besluit", "het besluit is al onderweg", share(36)))),
		phase("Ontvangen",
			at("besluit", "Krijgt het besluit", "brief"),
			at("betaald", "Krijgt het geld", ""),
			at("vertellen", "Vertelt het aan de buurvrouw", "gesprek")))
}

func moving() *journeys.Journey {
	return journey("Verhuizen",
		phase("Doorgeven",
			at("weten", "Wil weten wat er moet", "website"),
			at("doorgeven", "Geeft de verhuizing door", "website balie", to("bevestiging", "met DigiD", share(81)), to("balie", "zonder DigiD", share(19))),
			at("balie", "Komt langs met een paspoort", "balie")),
		phase("Bevestigd",
			at("bevestiging", "Wacht op de bevestiging", "e-mail", to("klaar", "", share(72)), to("nabellen", "hoort weken niets", share(28))),
			at("nabellen", "Belt na", "telefoon", to("bevestiging", "", nil)),
			at("klaar", "Staat op het nieuwe adres", "")))
}

func passport() *journeys.Journey {
	return journey("Paspoort", phase("Aanvragen", at("afspraak", "Maakt een afspraak", "website"), at("langs", "Komt langs", "balie"), at("ophalen", "Haalt het paspoort op", "balie")))
}

func complaint() *journeys.Journey {
	return journey("Een klacht over afval bij de containers",
		phase("Melden",
			at("zien", "Ziet afval naast de container", ""),
			at("melden", "Meldt het afval", "website telefoon", to("ontvangst", "via de website", share(70)), to("kcc", "belt", share(30))),
			at("kcc", "Vertelt het aan de telefoon", "telefoon"),
			at("ontvangst", "Krijgt een ontvangstbericht", "e-mail")),
		phase("Oplossen",
			at("wacht", "Ziet dat er niets gebeurt", "", to("opgeruimd", "na drie dagen opgeruimd", share(55)), to("melden", "meldt het nog eens", share(30)), to("klacht", "dient een klacht in", share(10)), out("laat het erbij zitten", share(5))),
			at("klacht", "Dient een klacht in", "website brief", to("gesprek", "", nil), out("te veel gedoe", nil)),
			at("gesprek", "Wordt gebeld door de klachtencoördinator", "telefoon"),
			at("opgeruimd", "Ziet dat het is opgeruimd", "")),
		phase("Voorkomen",
			at("oorzaak", "Hoort waarom het terugkomt", "brief"),
			at("meedenken", "Denkt mee over een betere plek", "gesprek", to("nieuw", "", nil), to("melden", "het ligt er weer", share(12))),
			at("nieuw", "Ziet de container op een andere plek", ""),
			at("bedankt", "Krijgt een bedankje", "brief")))
}

func long() *journeys.Journey {
	j := &journeys.Journey{Title: "Een kleine aanpassing in huis krijgen via de Wmo"}
	titles := []string{"Merkt dat het niet meer gaat", "Praat met de huisarts", "Zoekt op de website", "Belt het Wmo-loket", "Krijgt een afspraak", "Bereidt het gesprek voor",
		"Voert het keukentafelgesprek", "Leest het verslag", "Vult het aanvraagformulier in", "Stuurt de aanvraag op", "Wacht op de medische keuring", "Wordt gekeurd"}
	for p, name := range []string{"Herkennen", "Aanmelden", "Onderzoek", "Besluit", "Uitvoeren", "Gebruiken"} {
		ph := journeys.Phase{Title: name}
		for s := range 4 {
			i := p*4 + s
			ph.Steps = append(ph.Steps, at(fmt.Sprintf("s%d", i), titles[i%len(titles)], "telefoon website"))
		}
		j.Phases = append(j.Phases, ph)
	}
	add := func(step int, flows ...journeys.Flow) { j.Phases[step/4].Steps[step%4].Next = flows }
	add(3, to("s4", "krijgt meteen een afspraak", share(60)), to("s6", "spoed", share(10)), out("staat in de wacht", share(30)))
	add(9, to("s8", "formulier niet compleet", share(25)), to("s10", "", share(75)))
	add(11, to("s12", "", share(90)), to("s4", "verkeerde afspraak gemaakt", share(10)))
	add(17, to("s18", "", nil), to("s21", "kan meteen worden geplaatst", nil))
	add(21, to("s3", "het hulpmiddel past niet", share(15)), to("s22", "", share(85)))
	return j
}

const hostile = `]]></script><b>"vet"</b> 🙂 مرحبا بالعالم {n0 -> n1} \N | <`

// grid is a plain journey of n steps in phases of six.
func grid(n int) *journeys.Journey {
	j := &journeys.Journey{Title: fmt.Sprintf("%d stappen", n)}
	for i := range n {
		if i%6 == 0 {
			j.Phases = append(j.Phases, phase(fmt.Sprintf("Fase %d", i/6+1)))
		}
		last := &j.Phases[len(j.Phases)-1]
		last.Steps = append(last.Steps, at(fmt.Sprintf("s%d", i), fmt.Sprintf("Doet stap nummer %d van de reis", i+1), "website"))
	}
	return j
}

// random is a journey with n steps and about as many extra lines as asked.
func random(seed int64, n, lines int) *journeys.Journey {
	r := rand.New(rand.NewSource(seed))
	j := grid(n)
	texts := []string{"", "na twee weken nog niets", "snapt het niet", "belt het klantcontactcentrum voor een toelichting op het besluit", hostile}
	steps := j.Steps()
	for range lines {
		s := steps[r.Intn(n)]
		f := journeys.Flow{When: texts[r.Intn(len(texts))]}
		if r.Intn(2) == 0 {
			f.Share = share(float64(r.Intn(60)))
		}
		switch r.Intn(8) {
		case 0:
			f.DropOut = "geeft op " + texts[r.Intn(len(texts))]
		case 1:
			f.To = "bestaat-niet"
		case 2:
			f.To = s.ID
		default:
			f.To = fmt.Sprintf("s%d", r.Intn(n))
		}
		s.Next = append(s.Next, f)
	}
	return j
}

func nasty() *journeys.Journey {
	title := "Een titel van precies negentig tekens, want zo lang mogen titels van stappen nu eenmaal zijn"
	return journey(hostile,
		phase(hostile,
			at(hostile, hostile, hostile, to("b", hostile, share(50)), to("b", "anders", share(20)), to("b", "", nil), to(hostile, hostile, nil), out(hostile, share(1)), out("", nil)),
			at("b", title, "website telefoon balie receptie chat e-mail brief", to("weg", "", nil), to("c", "", nil))),
		phase("Arbeidsongeschiktheidsverzekeringsmaatschappij",
			at("c", "Hottentottententententoonstellingsmakersopleidingsinstituut", "", to("b", "", share(100))),
			at("los", "Onbereikbaar", "balie")),
		phase("Lege fase"))
}

// complete is a journey with a line from every step to every other.
func complete(n int) *journeys.Journey {
	j := grid(n)
	for i, s := range j.Steps() {
		for k := range n {
			if k != i {
				s.Next = append(s.Next, to(fmt.Sprintf("s%d", k), "", nil))
			}
		}
	}
	return j
}

// star is a journey with a line from the first step to every other.
func star(n int) *journeys.Journey {
	j := grid(n)
	s := j.Steps()
	for i := 1; i < n; i++ {
		s[0].Next = append(s[0].Next, to(s[i].ID, "", nil))
	}
	return j
}
