package workspace

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"net/http"
	"slices"
	"sync"
)

// guard lets in whom the program itself showed the way. It is not about loopback: another listener of this
// program can have one of its own.
//
// Against pages of others in the same browser: the Host must be ours (a name of theirs that resolves to this
// machine is refused), the cookie is SameSite=Strict, and what changes something must come from our Origin.
// Against other users of the machine: a token that works once, given over in a file that only this user
// can write, and then a cookie that no script can read.
type guard struct {
	hosts  []string // as the browser writes them, with the port
	cookie string   // its name; ports of one host share cookies, so it holds the port
	redeem func(token string) bool

	mu       sync.Mutex
	sessions []session // oldest first
}

// session is the digest of a cookie that was given out.
type session [sha256.Size]byte

// mostSessions is how many browsers may be let in. A new one takes the place of the oldest.
const mostSessions = 64

// secret gives 256 bits that nobody can guess, as text.
func secret() string {
	b := make([]byte, 32)
	rand.Read(b) // never fails: the program ends when the system has no chance to give
	return base64.RawURLEncoding.EncodeToString(b)
}

// host tells whether a request names us as we are called.
func (g *guard) host(r *http.Request) bool { return slices.Contains(g.hosts, r.Host) }

// known tells whether a request bears a cookie that was given out. Digests are compared, so that time
// tells nothing of the cookie itself.
func (g *guard) known(r *http.Request) bool {
	for _, c := range r.CookiesNamed(g.cookie) {
		g.mu.Lock()
		found := slices.Contains(g.sessions, sha256.Sum256([]byte(c.Value)))
		g.mu.Unlock()
		if found {
			return true
		}
	}
	return false
}

// letIn gives a cookie for a token.
func (g *guard) letIn(w http.ResponseWriter, token string) bool {
	if !g.redeem(token) {
		return false
	}
	value := secret()
	g.mu.Lock()
	g.sessions = append(g.sessions, sha256.Sum256([]byte(value)))
	g.sessions = g.sessions[max(0, len(g.sessions)-mostSessions):]
	g.mu.Unlock()
	http.SetCookie(w, &http.Cookie{Name: g.cookie, Value: value, Path: "/", HttpOnly: true, SameSite: http.SameSiteStrictMode})
	return true
}

// own tells whether a request was made by a page of ours. Reading may leave Origin out, as browsers do;
// what then says where it comes from is Sec-Fetch-Site, which no script can set. Strict demands one of both.
func (g *guard) own(r *http.Request, strict bool) bool {
	origins, site := r.Header.Values("Origin"), r.Header.Get("Sec-Fetch-Site")
	if site != "" && site != "same-origin" {
		return false
	}
	if len(origins) > 0 {
		return len(origins) == 1 && origins[0] == "http://"+r.Host
	}
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		return false
	}
	return !strict || site == "same-origin"
}
