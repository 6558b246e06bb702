package main

// What people ask about the energy allowance, and about the other subjects in the same file.
var (
	whenPaid = []string{
		"{Wanneer wordt|Op welke datum wordt} {de energietoeslag|de toeslag|het geld} {uitbetaald|gestort|bijgeschreven}?",
		"Ik heb {drie weken geleden|vorige maand|al een tijd geleden} aangevraagd. Wanneer komt {het geld|de toeslag}?",
		"Mijn {buurvrouw|zus|collega|broer} heeft het al. Wanneer wordt mijn toeslag uitbetaald?",
		"Ik heb een brief dat ik het krijg, maar er staat geen datum in. Wanneer wordt het {gestort|uitbetaald}?",
		"Is de uitbetaling {deze week of volgende week|voor of na het weekend}?",
		"Kunt u zien of het al is {uitbetaald|gestort}? Ik zie nog niets.",
		"Ik moet de energierekening betalen en heb {niets|bijna niets} meer over. Wanneer komt de toeslag?",
		"Krijgt iedereen de uitbetaling tegelijk?",
		"Wanneer krijg ik {het geld|de toeslag|het bedrag}? Ik heb {twee|drie} kinderen en het huis is koud.",
		"Er is nog niets bijgeschreven. Moet ik {nog iets doen|nog even geduld hebben|mij zorgen maken}?",
		"Is er {al|ergens} een betaaldatum bekend?",
		"Wat is de betaaldatum voor aanvragen van {deze|vorige} maand?",
		"Ik kijk elke dag op mijn rekening. Wanneer wordt er {uitbetaald|gestort}?",
		"Hoe lang duurt het tot de uitbetaling?",
		"In welke week wordt er uitgekeerd? Dan weet ik waar ik aan toe ben.",
		"Meneer wil weten wanneer er wordt uitbetaald, want de huur komt er ook aan.",
		"Mevrouw vraagt op welke dag de toeslag wordt gestort. Zij {telt de dagen|slaapt er slecht van|heeft geld geleend bij haar zus}.",
		"Er staat \"toegekend\" in de brief. Wanneer wordt het dan uitbetaald?",
		"Wordt het {voor|na} {het weekend|de eerste van de maand} gestort?",
		"Mijn rekeningnummer is veranderd. Gaat de uitbetaling wel goed?",
		"Collega zei vorige week \"binnenkort\". Wanneer komt het nu precies?",
		"Ik ben ziek en kan niet langskomen. Wanneer wordt de toeslag {gestort|bijgeschreven}?",
	}
	takesLong = []string{
		"Het duurt {veel|echt} te lang. Ik heb het geld nú nodig.",
		"Ik wacht al {zes|acht|negen} weken en niemand zegt wat.",
		"Wachten is niet erg, niets weten wel. Waarom vertelt niemand iets?",
		"Dit duurt langer dan beloofd. Ik moet lenen om de {huur|gasrekening} te betalen.",
		"Weer een week wachten. Ik bel nu voor de {derde|vierde} keer.",
		"Te lang gewacht. Mijn moeder van {78|82} zit in de kou.",
	}
	conditions = []string{
		"Wat zijn de voorwaarden {voor de toeslag|als ik samenwoon|als ik zzp'er ben}?",
		"Heb ik recht op energietoeslag als ik {AOW|een Ziektewet-uitkering|alleen een klein pensioen} heb?",
		"Kom ik in aanmerking {met twee banen|met een eigen huis|als mijn zoon thuis woont}?",
		"Wat is de inkomensgrens voor {iemand alleen|een gezin|twee pensioenen}?",
		"Telt {kinderbijslag|alimentatie|vakantiegeld|het loon van mijn dochter} mee voor de inkomensgrens?",
		"Mijn inkomen wisselt. Welke maand telt voor de voorwaarden?",
		"Ik huur een kamer met gas en licht erbij. Heb ik recht op de toeslag?",
		"Kom ik in aanmerking als ik {in april|vorig jaar|net} ben verhuisd?",
		"Ik heb {wat spaargeld|een auto}. Kom ik dan nog in aanmerking?",
		"Gelden de voorwaarden van vorig jaar nog?",
		"Moet ik elk jaar opnieuw kijken of ik recht op de toeslag heb?",
		"Mijn partner werkt in België. Hebben wij recht op iets?",
		"Op de site staat een tabel met de inkomensgrens, is dat bruto of netto?",
		"Ik zit in de schuldhulp. Kom ik in aanmerking?",
		"De voorwaarden zijn lang. Kunt u ze voor mij {samenvatten|voorlezen}?",
	}
	byItself = []string{
		"Ik heb bijstand. Krijg ik de toeslag vanzelf?",
		"Moet ik met bijstand ook een aanvraag doen?",
		"Mijn bijstand is net gestopt. Gaat het dan nog automatisch?",
		"Komt het vanzelf als ik vorig jaar ook iets kreeg?",
		"Ik heb {bijstand en werk parttime|een aanvullende bijstand}. Wanneer wordt het dan uitbetaald?",
		"Gaat het automatisch als ik kwijtschelding heb?",
	}
	fillIn = []string{
		"Waar vind ik het formulier {op de website|op papier|in het Turks}?",
		"Het formulier {blijft hangen|sluit steeds af|geeft een foutmelding} bij vraag {zes|acht}.",
		"Kan iemand mij helpen bij het invullen? Ik {zie slecht|lees niet zo goed|heb geen computer}.",
		"Ik heb iets fout ingevuld. Hoe verander ik dat?",
		"Moet mijn {man|vrouw|partner} het formulier ook ondertekenen?",
		"Wat moet ik invullen bij toetsingsinkomen?",
		"Kan ik het formulier op papier krijgen? Ik ben {81|76|69}.",
		"Ik wil het formulier voor mijn {moeder|buurman|cliënt} invullen. Mag dat?",
		"Het formulier vraagt naar een contractnummer van de energie. Waar staat dat?",
		"Mijn formulier is weg. Moet ik alles opnieuw invullen?",
		"Wat betekent \"peildatum\" op het formulier?",
		"Ik kom niet verder met invullen, er staat \"veld verplicht\" maar het is al gevuld.",
	}
	logIn = []string{
		"Ik kan niet inloggen met mijn DigiD.",
		"Mijn DigiD is {verlopen|geblokkeerd}. Hoe kan ik toch aanvragen?",
		"Inloggen lukt niet, ik krijg geen {sms|code}.",
		"Mijn moeder heeft geen DigiD. Kan ik voor haar inloggen?",
		"Kan het ook zonder DigiD? Ik heb geen mobiele telefoon.",
	}
	proofs = []string{
		"Welk bewijs moet ik meesturen als ik {zzp'er|gepensioneerd|uitzendkracht} ben?",
		"Ik krijg de {loonstrook|foto|bijlage} niet geüpload. Uploaden stopt halverwege.",
		"Welke bankafschriften willen jullie hebben?",
		"Is een kopie van {mijn jaaropgave|de energierekening|mijn pas} goed genoeg?",
		"Ik heb geen scanner. Mag ik de bewijsstukken {langsbrengen|opsturen|appen}?",
		"Moet ik namen op mijn bankafschrift wegstrepen?",
		"Jullie vragen om een bewijsstuk dat ik al heb gestuurd.",
		"Mijn {werkgever|uitzendbureau} geeft geen loonstrook. Wat nu?",
		"De bijlage is te groot. Hoe maak ik hem kleiner?",
		"Ik kreeg een brief dat er nog een bewijsstuk mist. Welk?",
		"Waarom vraagt u bewijs? De gemeente weet toch wat ik verdien?",
		"Kan ik een foto uploaden in plaats van een kopie?",
	}
	howFar = []string{
		"Hoe ver is mijn aanvraag?",
		"Is mijn aanvraag {goed|wel} aangekomen?",
		"Er staat al {twee|drie|vier} weken \"in behandeling\". Wat betekent dat?",
		"Wie heeft mijn aanvraag in behandeling?",
		"Ik kreeg geen bevestiging. Is het aangekomen?",
		"Wat is de status van mijn {aanvraag|dossier}?",
		"Is er al {een besluit|een beslissing} genomen? Ik hoor niets.",
		"Hoelang is de behandeling van een aanvraag op dit moment?",
		"Kunt u de status voor mij opzoeken? Op de computer lukt het niet.",
		"Mijn aanvraag zou vorige week beoordeeld worden. Is dat gelukt?",
	}
	refused = []string{
		"Mijn aanvraag is afgewezen. {Waarom|Hoe kan dat}?",
		"Ik ben het niet eens met de afwijzing. Hoe maak ik bezwaar?",
		"In de afwijzing staat een bedrag dat niet klopt.",
		"Ik heb {dertig|zeventien|vijftig} euro te veel en ben afgewezen. Dat voelt niet eerlijk.",
		"Hoelang heb ik de tijd om bezwaar te maken?",
		"Ik begrijp de brief niet. Ben ik nu afgewezen of niet?",
		"Vorig jaar wel gekregen en nu afgewezen. Er is niets veranderd.",
		"Kan iemand mij bellen over de afwijzing? De brief is zo {kil|moeilijk}.",
		"Ik heb bezwaar gemaakt. Moet ik nog iets doen?",
	}
	thanks = []string{
		"Het geld staat erop. {Dank jullie wel|Heel erg bedankt}!",
		"Complimenten voor de mevrouw die mij hielp. {Zo lief|Zo geduldig}.",
		"Het is binnen, bedankt. De kachel kan weer aan.",
		"Bedankt voor het terugbellen. Dat had ik niet verwacht.",
	}
	neverHeard = []string{
		"Ik wist niet dat {ik dit kon krijgen|dit bestond}. Zet het eens in de wijkkrant.",
		"Via de buurvrouw gehoord, anders had ik het nooit geweten.",
		"Hang een briefje bij {de huisarts|de voedselbank|het buurthuis}. Ik wist niet dat het er was.",
		"Mijn ouders lezen geen Nederlands. Zij hebben het nooit geweten.",
	}
	students = []string{
		"Krijg ik als student ook energietoeslag?",
		"Waarom zijn studenten uitgesloten? Ik betaal {ook|zelf} de energie.",
		"Ik ben student en woon {op mezelf|in een studentenhuis|met mijn dochter}. Kan ik iets aanvragen?",
		"Ik heb studiefinanciering en een bijbaan. Is er iets voor mij?",
		"Andere gemeenten geven studenten wel iets. Doet u dat ook?",
		"Ik ben uitwonend en heb een eigen energiecontract. Wanneer weet ik of ik het krijg?",
		"Is er een regeling voor studenten in nood?",
		"Ik las over een uitspraak van de rechter over studenten. Geldt dat hier ook?",
		"Mijn dochter is student en zit in de kou. Waar kan zij terecht?",
		"Met studiefinanciering werd mijn formulier niet verwerkt. Klopt dat?",
	}
	passport = []string{
		"Kan ik een afspraak maken voor {een paspoort|een ID-kaart}?",
		"Mijn paspoort is {kwijt|verlopen}. Wat moet ik doen?",
		"Kan ik met het hele gezin in één afspraak een paspoort aanvragen?",
	}
	moving = []string{
		"Hoe geef ik mijn verhuizing door?",
		"Is mijn {nieuwe adres|verhuizing} al verwerkt?",
		"Ik ga samenwonen. Wat moet ik regelen?",
	}
	waste = []string{
		"De container {op de hoek|bij de flat|voor de school} is vol.",
		"Mijn afvalpas doet het niet.",
		"Wanneer wordt het grofvuil opgehaald?",
		"Er ligt {weer|al dagen} vuil naast de container.",
	}
	parking = []string{
		"Hoe zet ik mijn kenteken over?",
		"Hoe lang is de wachtlijst voor een vergunning?",
		"Mijn bezoek kan niet parkeren. De code werkt niet.",
	}
	taxes = []string{
		"Kan ik de aanslag in delen betalen?",
		"Ik wil kwijtschelding aanvragen.",
		"De aanslag staat op naam van mijn overleden {man|vrouw|vader}.",
	}
	pageWhen = []string{
		"Ik zocht de betaaldatum en vond hem niet.",
		"Er staat niet wanneer het {wordt uitbetaald|komt|gestort wordt}.",
		"Zet de betaaldatum bovenaan, dan hoef ik niet te bellen.",
		"Alles staat er, behalve wanneer ik het geld krijg.",
	}
	pageConditions = []string{
		"De inkomensgrens is moeilijk te vinden.",
		"Wat is een huishouden? De voorwaarden zijn onduidelijk.",
		"Maak een rekenhulp voor de inkomensgrens.",
	}
	pageForm = []string{
		"De pagina sprong terug naar het begin.",
		"Het formulier werkt niet goed op mijn {telefoon|tablet}.",
		"Bij vraag acht ging ik weg. Ik wist het antwoord niet.",
	}
	pageProofs = []string{
		"Uploaden lukt niet, ik stop ermee.",
		"Ik moet nu papieren zoeken en kan niet opslaan.",
		"Zeg vooraf welke bewijsstukken ik nodig heb.",
		"Waarom zo veel bewijs? Ik haak af.",
	}
)
