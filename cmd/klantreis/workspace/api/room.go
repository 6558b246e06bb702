package api

// What the pages of a klantarena say to their server. A participant's telephone talks to the guests' listener,
// below /CODE/; the room's screen and the facilitator's page talk to the desk, on this machine.
//
// Of a participant:
//
//	GET  /CODE/api/hello    → Hello
//	POST /CODE/api/join     Joining → Hello
//	POST /CODE/api/send     Sending → Sent
//	GET  /CODE/api/events   → server-sent events, each a Guest
//
// Of the room and the facilitator:
//
//	GET  /api/room/addresses → RoomAddresses
//	POST /api/room/open     RoomOpen → Room
//	POST /api/room/close    → nothing (204)
//	GET  /api/room          → Room, or 404: there is no klantarena now
//	GET  /api/room/events   → server-sent events, each a Room
//	POST /api/room/do       Sending → Sent; anything, also in the name of a participant
//	GET  /api/room/mine?who= → Own
//	POST /api/room/review   RoomChoice → Review
//	POST /api/room/save     RoomChoice → Kept
//
// Words: step ids and advice ids are those of the journey. Rounds are welkom, vertellen, vragen, wisselen,
// stemmen, toezeggen, afsluiten and afgelopen.

// Hello is what a telephone needs before anything else.
type Hello struct {
	Lang   string     `json:"lang"`
	Title  string     `json:"title"`
	Names  bool       `json:"names"` // the room shows who said what, for which a name is asked
	Steps  []RoomItem `json:"steps"`
	Advice []RoomItem `json:"advice"`
	Dots   int        `json:"dots"`
	Inside bool       `json:"inside"` // this telephone came in already
	Own    Own        `json:"own"`
	Now    Guest      `json:"now"`
}

// RoomItem is a step or an advice.
type RoomItem struct {
	ID    string `json:"id"`
	Title string `json:"title"`
}

// Own is what one person gave, to go on after a reload.
type Own struct {
	Role   string             `json:"role"` // klant or medewerker
	Scores map[string]float64 `json:"scores"`
	Words  map[string]string  `json:"words"`
	Votes  []string           `json:"votes"`
	Mark   float64            `json:"mark"` // 0: none
}

// Joining asks to come in.
type Joining struct {
	Key  string `json:"key"` // made by the telephone, so that coming in twice is coming in once
	Role string `json:"role"`
	Name string `json:"name"`
}

// Sending is what was done, in order. A telephone that was without network sends what waited, all at once.
type Sending struct {
	Deeds []Deed `json:"deeds"`
}

// Deed is one thing that somebody does; the fields are those of an event of journeys/arena.
type Deed struct {
	Key      string   `json:"key"` // made by the sender: sent twice is done once
	Kind     string   `json:"kind"`
	Who      int      `json:"who"` // only from the facilitator: in the name of a participant
	Role     string   `json:"role"`
	Step     string   `json:"step"`
	Advice   string   `json:"advice"`
	Round    string   `json:"round"`
	Nature   string   `json:"nature"`
	Question int      `json:"question"`
	Value    float64  `json:"value"`
	Text     string   `json:"text"`
	Name     string   `json:"name"`
	Day      string   `json:"day"`
	ID       string   `json:"id"`
	Note     string   `json:"note"`
	Notes    []string `json:"notes"`
	Undoes   int      `json:"undoes"`
}

// Sent tells for each deed whether it is kept.
type Sent struct {
	Deeds []DeedAnswer `json:"deeds"`
}

// DeedAnswer is one of them.
type DeedAnswer struct {
	Key   string `json:"key"`
	Kept  bool   `json:"kept"`
	Again bool   `json:"again"` // not kept, and worth sending again later
	Why   string `json:"why"`   // of what was not kept, in words
	Text  string `json:"text"`  // as it was kept: what is personal has been taken out
	Who   int    `json:"who"`   // of who came in
}

// Guest is what everybody's telephone shows.
type Guest struct {
	Round    string        `json:"round"`
	Seconds  int           `json:"seconds"` // left on the timer; −1: there is none
	Runs     bool          `json:"runs"`
	People   int           `json:"people"`
	Promises []RoomPromise `json:"promises"`
	Last     int           `json:"last"` // number of the last event
}

// Room is what the screen and the facilitator see.
type Room struct {
	Lang      string       `json:"lang"`
	Title     string       `json:"title"`
	Names     bool         `json:"names"`
	Code      string       `json:"code"`
	Address   string       `json:"address"` // that telephones open
	QR        string       `json:"qr"`      // the same as an SVG
	Guest     Guest        `json:"guest"`
	Customers int          `json:"customers"`
	Staff     int          `json:"staff"`
	Phases    []string     `json:"phases"` // their titles, in order
	Steps     []RoomStep   `json:"steps"`
	Cards     []RoomCard   `json:"cards"`
	Groups    []RoomGroup  `json:"groups"`
	Votes     []RoomVotes  `json:"votes"`
	Voters    int          `json:"voters"`
	Mark      RoomMean     `json:"mark"`
	Undo      []RoomUndo   `json:"undo"`    // what can be taken back, the newest first
	Counted   []RoomPerson `json:"counted"` // who have no telephone: the facilitator types for them
	Warning   string       `json:"warning"` // what the facilitator must know of the log: nothing can be kept, or its end was half; empty: all is well
	Half      bool         `json:"half"`    // Warning is that the end of the log was half, which is past
}

// RoomMean is an average; not Known under five people.
type RoomMean struct {
	N     int     `json:"n"`
	Known bool    `json:"known"`
	Value float64 `json:"value"`
}

// RoomStep is a step with what the room says of it, beside what was measured.
type RoomStep struct {
	ID       string     `json:"id"`
	Title    string     `json:"title"`
	Phase    int        `json:"phase"`    // place in Phases; −1: the journey has this step no more
	Measured *float64   `json:"measured"` // feeling from −2 to 2 in the journey; nil: not known
	Base     int        `json:"base"`     // scores behind Measured
	Typed    bool       `json:"typed"`    // Measured was typed, not measured
	Score    RoomMean   `json:"score"`
	Words    []RoomWord `json:"words"`
	Notes    int        `json:"notes"`
}

// RoomWord is a word and how many people said it.
type RoomWord struct {
	Text string `json:"text"`
	N    int    `json:"n"`
}

// RoomCard is a note or an answer. Hidden ones are only told to the facilitator.
type RoomCard struct {
	ID       string `json:"id"`
	Answer   bool   `json:"answer"`
	Question int    `json:"question"`
	Step     string `json:"step"`
	Nature   string `json:"nature"`
	Text     string `json:"text"`
	Group    string `json:"group"`
	Name     string `json:"name"`
	Hidden   bool   `json:"hidden"`
}

// RoomGroup is a group of cards.
type RoomGroup struct {
	ID    string `json:"id"`
	Label string `json:"label"`
	N     int    `json:"n"`
}

// RoomVotes are the dots of an advice.
type RoomVotes struct {
	Advice string `json:"advice"`
	Title  string `json:"title"`
	N      int    `json:"n"`
}

// RoomPromise is what somebody undertook to do.
type RoomPromise struct {
	ID   string `json:"id"`
	Who  string `json:"who"`
	What string `json:"what"`
	Day  string `json:"day"`
}

// RoomUndo is an event of the facilitator that can be taken back.
type RoomUndo struct {
	Number int    `json:"number"`
	Label  string `json:"label"`
}

// RoomPerson is somebody without a telephone.
type RoomPerson struct {
	Who  int    `json:"who"`
	Role string `json:"role"`
	Name string `json:"name"` // empty, unless the room chose names
}

// RoomAddresses are where this machine can be reached, the likeliest first.
type RoomAddresses struct {
	Addresses []string `json:"addresses"`
}

// RoomOpen asks to let telephones in.
type RoomOpen struct {
	Path    string `json:"path"`    // of the journey
	Names   bool   `json:"names"`   // show who said what
	Address string `json:"address"` // one of RoomAddresses
	Port    int    `json:"port"`    // 0: any that is free
	Fresh   bool   `json:"fresh"`   // a new session, though one of today goes on
}

// RoomChoice is what of a session goes into the journey.
type RoomChoice struct {
	Title       string           `json:"title"`
	Bottlenecks []RoomBottleneck `json:"bottlenecks"`
}

// RoomBottleneck is a card or group that goes in as a knelpunt.
type RoomBottleneck struct {
	ID   string `json:"id"`
	Text string `json:"text"`
}

// Review shows what would be saved.
type Review struct {
	Lines    []string `json:"lines"`    // of the journey file that come, as they will stand
	Rows     int      `json:"rows"`     // signals
	Feelings int      `json:"feelings"` // signals that are a feeling of a customer
	Outside  bool     `json:"outside"`  // the period of the journey does not hold today: the signals will not be counted
	File     string   `json:"file"`
}

// Kept tells where a session was saved.
type Kept struct {
	Path string `json:"path"`
	File string `json:"file"`
}
