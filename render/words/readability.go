package words

// Plain are the words about how easy texts are to read.
type Plain struct {
	Title, Lead, Skip, Contents, Made                                     string
	Summary                                                               string // %s sentences, %s words, %s words per sentence
	Nothing                                                               string
	Flesch                                                                string
	Levels                                                                [7]string // from very hard to very easy
	Line, Sentence                                                        string
	Long, Passive, Nested, HardWord, LongWord, Abbreviation, Meant, Apart string
	Marks                                                                 map[string]string    // what a mark is called, by kind
	Counts                                                                map[string][2]string // one, several
}

// Plain gives the words in the language; the texts that are looked at are Dutch.
func (l Lang) Plain() Plain {
	if l == English {
		return Plain{
			Title: "How easy are these texts to read?", Lead: "This is help, not a mark: each remark is something readers often stumble over. Whether it is right for this text, you decide.",
			Skip: "To the contents", Contents: "Texts", Made: "Made with Klantreis. The texts stay on this computer.",
			Summary: "%s sentences, %s words; %s words per sentence on average.", Nothing: "Nothing to remark. A pleasant text.",
			Flesch: "Flesch-Douma: %s (%s). That is an indication only: it counts syllables and words, and knows nothing of what is said.",
			Levels: [7]string{"very hard", "hard", "fairly hard", "normal", "fairly easy", "easy", "very easy"},
			Line:   "line %d", Sentence: "sentence %d", Long: "%d words. Make two sentences of it.", Passive: "Who does this? Say it: “we send”, “you get”.", Nested: "Several clauses in one sentence. Begin with the main thing, and make the rest a sentence of its own.",
			HardWord: "“%s”: rather “%s”.", LongWord: "“%s” is a long word. Can it be said with two?", Abbreviation: "“%s”: write it out, or explain it once.", Meant: "“%s”: rather “%s”.", Apart: "“%s … %s”: %d words stand between. Put them together.",
			Marks:  map[string]string{"lange-zin": "long sentence", "lijdende-vorm": "passive", "zin-in-zin": "clause in clause", "moeilijk-woord": "difficult word", "lang-woord": "long word", "afkorting": "abbreviation", "tang": "verb apart"},
			Counts: map[string][2]string{"lange-zin": {"1 long sentence", "%d long sentences"}, "lijdende-vorm": {"1 passive", "%d passives"}, "zin-in-zin": {"1 sentence with clauses in it", "%d sentences with clauses in them"}, "moeilijk-woord": {"1 difficult word", "%d difficult words"}, "lang-woord": {"1 long word", "%d long words"}, "afkorting": {"1 abbreviation", "%d abbreviations"}, "tang": {"1 verb that stands apart", "%d verbs that stand apart"}},
		}
	}
	return Plain{
		Title: "Hoe makkelijk lezen deze teksten?", Lead: "Dit is hulp en geen cijfer: elke opmerking gaat over iets waar lezers vaak over struikelen. Of het hier klopt, weet u zelf het best.",
		Skip: "Naar de inhoud", Contents: "Teksten", Made: "Gemaakt met Klantreis. De teksten blijven op deze computer.",
		Summary: "%s zinnen, %s woorden; gemiddeld %s woorden per zin.", Nothing: "Niets op te merken. Een prettige tekst.",
		Flesch: "Flesch-Douma: %s (%s). Dat is alleen een aanwijzing: het telt lettergrepen en woorden, en weet niet wat er staat.",
		Levels: [7]string{"zeer moeilijk", "moeilijk", "vrij moeilijk", "normaal", "vrij makkelijk", "makkelijk", "zeer makkelijk"},
		Line:   "regel %d", Sentence: "zin %d", Long: "%d woorden. Maak er twee zinnen van.", Passive: "Wie doet dit? Zeg het: ‘wij sturen’, ‘u krijgt’.", Nested: "Er staan zinnen in deze zin. Begin met het belangrijkste en maak van de rest een eigen zin.",
		HardWord: "‘%s’: liever ‘%s’.", LongWord: "‘%s’ is een lang woord. Kan het met twee woorden?", Abbreviation: "‘%s’: schrijf het uit, of leg het één keer uit.", Meant: "‘%s’: liever ‘%s’.", Apart: "‘%s … %s’: er staan %d woorden tussen. Zet ze bij elkaar.",
		Marks:  map[string]string{"lange-zin": "lange zin", "lijdende-vorm": "lijdende vorm", "zin-in-zin": "zin in een zin", "moeilijk-woord": "moeilijk woord", "lang-woord": "lang woord", "afkorting": "afkorting", "tang": "werkwoord uit elkaar"},
		Counts: map[string][2]string{"lange-zin": {"1 lange zin", "%d lange zinnen"}, "lijdende-vorm": {"1 lijdende vorm", "%d lijdende vormen"}, "zin-in-zin": {"1 zin met zinnen erin", "%d zinnen met zinnen erin"}, "moeilijk-woord": {"1 moeilijk woord", "%d moeilijke woorden"}, "lang-woord": {"1 lang woord", "%d lange woorden"}, "afkorting": {"1 afkorting", "%d afkortingen"}, "tang": {"1 werkwoord uit elkaar", "%d werkwoorden uit elkaar"}},
	}
}
