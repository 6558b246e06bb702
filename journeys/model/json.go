package model

// The types below are the keys of the file, in the order in which they are written.

type journeyJSON struct {
	ID           string        `json:"id"`
	Title        string        `json:"klantreis"`
	Municipality string        `json:"gemeente,omitempty"`
	Owner        string        `json:"eigenaar,omitempty"`
	Date         string        `json:"opgesteld,omitempty"`
	Author       string        `json:"opsteller,omitempty"`
	Period       *periodJSON   `json:"periode,omitempty"`
	Summary      string        `json:"samenvatting,omitempty"`
	Variant      string        `json:"variant,omitempty"`
	HouseStyle   string        `json:"huisstijl,omitempty"`
	OwnChannels  []channelJSON `json:"kanalen-eigen,omitempty"`
	Persona      *personaJSON  `json:"klant,omitempty"`
	Sources      []sourceJSON  `json:"bronnen,omitempty"`
	Phases       []phaseJSON   `json:"fasen"`
	Metrics      []metricJSON  `json:"metingen,omitempty"`
	LeadTimes    []leadJSON    `json:"doorlooptijden,omitempty"`
	Arenas       []arenaJSON   `json:"arenas,omitempty"`
	Advice       []adviceJSON  `json:"adviezen,omitempty"`
}

type periodJSON struct {
	From string `json:"van,omitempty"`
	To   string `json:"tot,omitempty"`
}

type channelJSON struct {
	Name string `json:"naam"`
	Icon string `json:"pictogram,omitempty"`
}

type personaJSON struct {
	Name      string `json:"naam,omitempty"`
	Situation string `json:"situatie,omitempty"`
	Goal      string `json:"doel,omitempty"`
	Quote     string `json:"citaat,omitempty"`
}

type sourceJSON struct {
	Name        string           `json:"naam"`
	Kind        string           `json:"soort"`
	File        string           `json:"bestand,omitempty"`
	Format      string           `json:"formaat,omitempty"`
	Mode        string           `json:"werkwijze,omitempty"`
	Columns     []columnJSON     `json:"kolommen,omitempty"`
	Denominator *denominatorJSON `json:"noemer,omitempty"`
	Listed      int              `json:"lijst-aantal,omitempty"`
}

type columnJSON struct {
	Field  string `json:"veld"`
	Header string `json:"kolom"`
}

type denominatorJSON struct {
	Total  float64     `json:"aantal,omitempty"`
	Source string      `json:"bron,omitempty"`
	Field  string      `json:"veld,omitempty"`
	Months []monthJSON `json:"maanden,omitempty"`
}

type monthJSON struct {
	Month string  `json:"maand"`
	Count float64 `json:"aantal"`
}

type phaseJSON struct {
	Title string     `json:"fase"`
	Steps []stepJSON `json:"stappen"`
}

type stepJSON struct {
	Title        string         `json:"stap"`
	ID           string         `json:"id"`
	Channels     []string       `json:"kanalen,omitempty"`
	Does         string         `json:"doet,omitempty"`
	Thinks       string         `json:"denkt,omitempty"`
	Emotion      *float64       `json:"emotie,omitempty"`
	GoesWell     []string       `json:"gaat-goed,omitempty"`
	PainPoints   []string       `json:"pijnpunten,omitempty"`
	Backstage    []string       `json:"achter-de-schermen,omitempty"`
	Systems      []string       `json:"systemen,omitempty"`
	Texts        []string       `json:"teksten,omitempty"`
	HumanContact string         `json:"menselijk-contact,omitempty"`
	Selectors    []selectorJSON `json:"signalen,omitempty"`
	Quotes       []quoteJSON    `json:"citaten,omitempty"`
	Next         []flowJSON     `json:"naar,omitempty"`
}

type selectorJSON struct {
	Title   string     `json:"signaal"`
	ID      string     `json:"id"`
	Sources []string   `json:"bron"`
	Topic   string     `json:"onderwerp,omitempty"`
	Words   []string   `json:"woorden,omitempty"`
	Without []string   `json:"zonder,omitempty"`
	Channel string     `json:"kanaal,omitempty"`
	Score   *rangeJSON `json:"cijfer,omitempty"`
	Nature  string     `json:"aard,omitempty"`
}

type rangeJSON struct {
	From *float64 `json:"van,omitempty"`
	To   *float64 `json:"tot,omitempty"`
}

type quoteJSON struct {
	Text     string `json:"tekst"`
	Source   string `json:"bron,omitempty"`
	Approved bool   `json:"akkoord"`
}

type flowJSON struct {
	To      string   `json:"stap,omitempty"`
	DropOut string   `json:"afhaken,omitempty"`
	When    string   `json:"als,omitempty"`
	Share   *float64 `json:"aandeel,omitempty"`
}

type metricJSON struct {
	Title  string      `json:"meting"`
	ID     string      `json:"id"`
	Scale  *rangeJSON  `json:"schaal,omitempty"`
	Points []pointJSON `json:"punten"`
}

type pointJSON struct {
	When  string  `json:"wanneer"`
	Value float64 `json:"waarde"`
	N     int     `json:"n,omitempty"`
}

type leadJSON struct {
	Title   string       `json:"doorlooptijd"`
	ID      string       `json:"id"`
	Source  string       `json:"bron"`
	From    string       `json:"van"`
	To      string       `json:"tot"`
	Step    string       `json:"stap,omitempty"`
	Promise *promiseJSON `json:"belofte,omitempty"`
}

type promiseJSON struct {
	Days    int  `json:"dagen"`
	Working bool `json:"werkdagen"`
}

type arenaJSON struct {
	Title        string            `json:"arena"`
	ID           string            `json:"id"`
	When         string            `json:"wanneer,omitempty"`
	Participants int               `json:"deelnemers,omitempty"`
	Staff        int               `json:"medewerkers,omitempty"`
	Mark         *float64          `json:"cijfer,omitempty"`
	Bottlenecks  []bottleneckJSON  `json:"knelpunten,omitempty"`
	Promises     []undertakingJSON `json:"toezeggingen,omitempty"`
}

type bottleneckJSON struct {
	Step string `json:"stap,omitempty"`
	Text string `json:"tekst"`
}

type undertakingJSON struct {
	Who  string `json:"wie,omitempty"`
	What string `json:"wat"`
	When string `json:"wanneer,omitempty"`
}

type adviceJSON struct {
	Title    string        `json:"advies"`
	ID       string        `json:"id"`
	Step     string        `json:"stap,omitempty"`
	Because  []string      `json:"omdat,omitempty"`
	Gain     string        `json:"winst,omitempty"`
	Effort   string        `json:"moeite,omitempty"`
	Expected string        `json:"verwacht,omitempty"`
	Owner    string        `json:"eigenaar,omitempty"`
	Status   string        `json:"status,omitempty"`
	Reason   string        `json:"reden,omitempty"`
	Since    string        `json:"sinds,omitempty"`
	Effect   *effectJSON   `json:"effect,omitempty"`
	Reported *reportedJSON `json:"terugkoppeling,omitempty"`
}

type effectJSON struct {
	Signal  string  `json:"signaal"`
	AtLeast float64 `json:"minstens,omitempty"`
}

type reportedJSON struct {
	KCC       string `json:"kcc,omitempty"`
	Residents string `json:"inwoners,omitempty"`
}
