package room

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"errors"
	"io/fs"
	"net"
	"net/http"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"

	"klantreis/cmd/klantreis/workspace/api"
	"klantreis/journeys/arena"
)

// Secret is what a session keeps to itself. It lies beside the user's other private files, so that telephones that
// came in stay in when the program starts again.
type Secret struct {
	Code string `json:"code"` // in the address of the room
	Key  []byte `json:"key"`  // from which each participant's cookie is made
	Port int    `json:"port"` // where telephones were last; what waits on them is sent to no other
}

// letters of a code: none that look like another one, and no vowels, so that no code is a word.
const letters = "23456789BCDFGHJKLMNPQRSTVWXZ"

// NewSecret makes a code of ten letters (28¹⁰ > 2⁴⁸) and a key.
func NewSecret() Secret {
	raw := make([]byte, 64)
	rand.Read(raw)
	var code []byte
	for _, b := range raw {
		if n := int(b) & 31; n < len(letters) && len(code) < 10 {
			code = append(code, letters[n])
		}
	}
	for len(code) < 10 { // 64 bytes fall short once in 2¹⁰⁰ times
		code = append(code, letters[0])
	}
	key := make([]byte, 32)
	rand.Read(key)
	return Secret{Code: string(code), Key: key}
}

// Guests are the pages of the participants. This is the only part of the program that listens to other machines.
type Guests struct {
	Hall   *Hall
	Secret Secret
	Lang   string
	Pages  fs.FS  // guest.html, and what it names
	Policy string // Content-Security-Policy of the page
	Words  func(error) string
	Now    func() time.Time
	Hosts  []string // by which we are called, with the port; a name of others that leads here is refused
	limits limits
	all    shared // what every telephone hears
}

// The limits of one telephone, and of one that guesses codes.
const (
	bodyLimit     = 64 << 10
	mostDeeds     = 200 // in one sending: what waited while there was no network
	wrongPerMin   = 10  // codes that do not fit, of one address
	joinsPerMin   = 300 // of one address: a room behind one router
	deedsPerMin   = 240 // of one participant
	mostListeners = 4   // event streams of one participant
)

// Handler answers telephones.
func (g *Guests) Handler() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Cache-Control", "no-store")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("X-Frame-Options", "DENY")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
		if !slices.Contains(g.Hosts, r.Host) {
			fault(w, http.StatusMisdirectedRequest, "vreemd", "")
			return
		}
		from := address(r)
		code, rest, _ := strings.Cut(strings.TrimPrefix(r.URL.Path, "/"), "/")
		if !g.right(code) {
			if r.Method == http.MethodGet && rest == "" && g.serve(w, code) { // what the door is made of is no guess
				return
			}
			if code != "" && code != "favicon.ico" && !g.limits.take("code "+from, wrongPerMin, g.Now()) {
				fault(w, http.StatusTooManyRequests, "te-vaak", "")
				return
			}
			g.door(w, r)
			return
		}
		// Who guessed too often is not told that it was right. Who came in already knew it, and may share the address of
		// one who guesses.
		if g.who(r) == 0 && !g.limits.allowed("code "+from, wrongPerMin, g.Now()) {
			fault(w, http.StatusTooManyRequests, "te-vaak", "")
			return
		}
		g.inside(w, r, rest)
	})
}

// right compares a code, written in any case and with or without strokes.
func (g *Guests) right(code string) bool {
	typed := strings.ToUpper(strings.NewReplacer("-", "", " ", "").Replace(code))
	return subtle.ConstantTimeCompare([]byte(typed), []byte(g.Secret.Code)) == 1
}

// door is the page at which a code is typed.
func (g *Guests) door(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet || strings.Contains(r.URL.Path, "/api/") {
		fault(w, http.StatusNotFound, "onbekend", "")
		return
	}
	if strings.Contains(r.URL.Path, ".") {
		fault(w, http.StatusNotFound, "onbekend", "")
		return
	}
	g.page(w, "door.html")
}

func (g *Guests) inside(w http.ResponseWriter, r *http.Request, name string) {
	switch get := r.Method == http.MethodGet; {
	case name == "" && get:
		if !strings.HasSuffix(r.URL.Path, "/") {
			http.Redirect(w, r, "/"+g.Secret.Code+"/", http.StatusFound)
			return
		}
		g.page(w, "guest.html")
	case name == "api/hello" && get:
		reply(w, g.hello(g.who(r)))
	case name == "api/events" && get:
		g.events(w, r)
	case name == "api/join" && r.Method == http.MethodPost:
		g.join(w, r)
	case name == "api/send" && r.Method == http.MethodPost:
		g.send(w, r)
	case get && g.serve(w, name):
	default:
		fault(w, http.StatusNotFound, "onbekend", "")
	}
}

// page sends one of our pages.
func (g *Guests) page(w http.ResponseWriter, name string) {
	w.Header().Set("Content-Security-Policy", g.Policy)
	g.write(w, name)
}

// guestFiles are what the pages of participants are made of. Nothing else goes out: the pages of the desk lie in
// the same folder.
var guestFiles = []string{"guest.js", "guest.css", "door.js", "inter-regular.woff2", "inter-semibold.woff2", "inter-bold.woff2"}

// serve sends a file that a page names.
func (g *Guests) serve(w http.ResponseWriter, name string) bool {
	return slices.Contains(guestFiles, name) && g.write(w, name)
}

func (g *Guests) write(w http.ResponseWriter, name string) bool {
	content, err := fs.ReadFile(g.Pages, name)
	if err != nil {
		return false
	}
	kinds := map[string]string{".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".woff2": "font/woff2"}
	w.Header().Set("Content-Type", kinds[path.Ext(name)])
	w.Write(content)
	return true
}

// cookie is what a telephone that came in bears: its number, and a seal that only we can make.
func (g *Guests) cookie(who int) string {
	number := strconv.Itoa(who)
	return number + "." + g.seal(number)
}

func (g *Guests) seal(text string) string {
	seal := hmac.New(sha256.New, g.Secret.Key)
	seal.Write([]byte(text))
	return base64.RawURLEncoding.EncodeToString(seal.Sum(nil))
}

const cookieName = "klantarena"

// who is the participant that a request is from; 0: nobody that came in.
func (g *Guests) who(r *http.Request) int {
	for _, c := range r.CookiesNamed(cookieName) {
		number, _, _ := strings.Cut(c.Value, ".")
		who, err := strconv.Atoi(number)
		if err == nil && who > 0 && hmac.Equal([]byte(c.Value), []byte(g.cookie(who))) {
			return who
		}
	}
	return 0
}

// mayChange refuses what another site has a telephone send: the cookie is SameSite=Strict already, and only a page
// of ours can send JSON here.
func (g *Guests) mayChange(w http.ResponseWriter, r *http.Request) bool {
	kind, _, _ := strings.Cut(r.Header.Get("Content-Type"), ";")
	site := r.Header.Get("Sec-Fetch-Site")
	origins := r.Header.Values("Origin")
	if strings.TrimSpace(kind) != "application/json" || site != "" && site != "same-origin" || len(origins) != 1 || origins[0] != "http://"+r.Host {
		fault(w, http.StatusForbidden, "vreemd", "")
		return false
	}
	return true
}

func (g *Guests) read(w http.ResponseWriter, r *http.Request, into any) bool {
	return g.mayChange(w, r) && receive(w, r, bodyLimit, into)
}

func (g *Guests) join(w http.ResponseWriter, r *http.Request) {
	var in api.Joining
	if !g.read(w, r, &in) {
		return
	}
	if who := g.who(r); who > 0 {
		reply(w, g.hello(who))
		return
	}
	if !g.limits.take("join "+address(r), joinsPerMin, g.Now()) {
		fault(w, http.StatusTooManyRequests, "te-vaak", "")
		return
	}
	if len(in.Key) < 16 || len(in.Key) > 64 { // a key that others can guess would let them in as this one
		fault(w, http.StatusBadRequest, "onleesbaar", "")
		return
	}
	e, err := g.Hall.Do(arena.Event{Kind: arena.Join, Key: "in " + in.Key, Role: arena.Role(in.Role), Text: in.Name})
	if err != nil {
		fault(w, http.StatusUnprocessableEntity, "geweigerd", g.Words(err))
		return
	}
	http.SetCookie(w, &http.Cookie{Name: cookieName, Value: g.cookie(e.Who), Path: "/", HttpOnly: true, SameSite: http.SameSiteStrictMode, MaxAge: 86400})
	reply(w, g.hello(e.Who))
}

func (g *Guests) send(w http.ResponseWriter, r *http.Request) {
	var in api.Sending
	if !g.read(w, r, &in) {
		return
	}
	who := g.who(r)
	if who == 0 {
		fault(w, http.StatusForbidden, "niet-binnen", "")
		return
	}
	if len(in.Deeds) > mostDeeds {
		fault(w, http.StatusRequestEntityTooLarge, "te-groot", "")
		return
	}
	var out api.Sent
	for _, d := range in.Deeds {
		if !g.limits.take("deed "+strconv.Itoa(who), deedsPerMin, g.Now()) {
			out.Deeds = append(out.Deeds, api.DeedAnswer{Key: d.Key, Again: true, Why: g.Words(errTooFast)})
			continue
		}
		d.Who = who
		out.Deeds = append(out.Deeds, g.do(d))
	}
	reply(w, out)
}

// guestKinds are what a participant may do.
var guestKinds = []arena.Kind{arena.Score, arena.Word, arena.Note, arena.Answer, arena.Vote, arena.Mark}

var errTooFast = errors.New("too many at once")

// do lets one deed of a participant happen. Keys and ids are the telephone's own: those of others are out of reach.
func (g *Guests) do(d api.Deed) api.DeedAnswer {
	out := api.DeedAnswer{Key: d.Key}
	if !slices.Contains(guestKinds, arena.Kind(d.Kind)) || len(d.Key) < 8 || len(d.Key) > 64 {
		out.Why = g.Words(arena.ErrUnknown)
		return out
	}
	own := strconv.Itoa(d.Who) + " " + d.Key
	e := eventOf(d)
	e.Key, e.ID = own, g.seal("card "+own) // the id of a card is on the screen, and must not tell whose it is
	kept, err := g.Hall.Do(e)
	if err != nil {
		out.Why, out.Again = g.Words(err), !ruled(err)
		return out
	}
	out.Kept, out.Text = true, kept.Text
	return out
}

// ruled tells whether the rules of the room refuse something, so that sending it again is of no use.
func ruled(err error) bool {
	for _, rule := range []error{arena.ErrUnknown, arena.ErrRound, arena.ErrEmpty, arena.ErrLong, arena.ErrFull, arena.ErrValue, arena.ErrOrder} {
		if errors.Is(err, rule) {
			return true
		}
	}
	return false
}

func eventOf(d api.Deed) arena.Event {
	return arena.Event{Kind: arena.Kind(d.Kind), Key: d.Key, Who: d.Who, Role: arena.Role(d.Role), Step: d.Step, Advice: d.Advice, Round: arena.Round(d.Round),
		Nature: d.Nature, Question: d.Question, Value: d.Value, Text: d.Text, Name: d.Name, Day: d.Day, ID: d.ID, Note: d.Note, Notes: d.Notes, Undoes: d.Undoes}
}

func (g *Guests) hello(who int) api.Hello {
	out := api.Hello{Lang: g.Lang, Dots: arena.Dots, Inside: who > 0, Now: guestOf(g.Hall, g.Now())}
	g.Hall.Look(func(r *arena.Room) {
		out.Title, out.Names = r.Plan.Title, r.Plan.Names
		out.Steps, out.Advice = items(r.Plan.Steps), items(r.Plan.Advice)
		if who > 0 {
			m := r.Mine(who)
			out.Own = api.Own{Role: string(m.Role), Scores: m.Scores, Words: m.Words, Votes: m.Votes, Mark: m.Mark}
		}
	})
	return out
}

func items(all []arena.Item) []api.RoomItem {
	out := []api.RoomItem{}
	for _, i := range all {
		out = append(out, api.RoomItem{ID: i.ID, Title: i.Title})
	}
	return out
}

// guestOf is the room as every telephone shows it.
func guestOf(h *Hall, now time.Time) (g api.Guest) {
	h.Look(func(r *arena.Room) {
		customers, staff := r.People()
		g = api.Guest{Round: string(r.Round), Seconds: -1, People: customers + staff, Last: r.Last(), Promises: []api.RoomPromise{}}
		if r.Clock.Set {
			left := r.Clock.Left
			if g.Runs = r.Clock.Runs; g.Runs {
				left -= now.Sub(time.UnixMilli(r.Clock.At)).Seconds()
			}
			g.Seconds = max(0, int(left))
		}
		for _, p := range r.Promises {
			g.Promises = append(g.Promises, api.RoomPromise{ID: p.ID, Who: p.Who, What: p.What, Day: p.Day})
		}
	})
	return g
}

// events tells a telephone what changed: the round, the timer, promises. What others do is for the screen.
func (g *Guests) events(w http.ResponseWriter, r *http.Request) {
	who := g.who(r)
	if who == 0 {
		fault(w, http.StatusForbidden, "niet-binnen", "")
		return
	}
	name := "stream " + strconv.Itoa(who)
	if !g.limits.enter(name, mostListeners) {
		fault(w, http.StatusTooManyRequests, "te-vaak", "")
		return
	}
	defer g.limits.leave(name)
	stream(w, r, g.Hall.Turned, g.message)
}

// message is the room as every telephone shows it, made once for all of them. That seconds pass is no change, and
// how many came in is not either: both go along with the next one.
func (g *Guests) message() message {
	_, ours := g.Hall.changes()
	now := g.Now()
	return g.all.get(ours, now, func() message {
		state := guestOf(g.Hall, now)
		mark := state
		mark.Last, mark.People = 0, 0
		if mark.Runs { // when it ends is what was set
			g.Hall.Look(func(r *arena.Room) { mark.Seconds = int(r.Clock.At/1000) + int(r.Clock.Left) })
		}
		return event(state, mark)
	})
}

func address(r *http.Request) string {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		return r.RemoteAddr
	}
	return host
}
