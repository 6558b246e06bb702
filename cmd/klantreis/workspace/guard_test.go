package workspace

import (
	"bytes"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"klantreis/cmd/klantreis/workspace/api"
)

// routes that must refuse who is not the page: one of each kind.
var everyRoute = []request{
	{path: "/"}, {path: "/index.html"},
	{path: "/api/start"}, {path: "/api/journeys"}, {path: "/api/file?path=reis/klantreis.yaml"}, {path: "/api/events"},
	{method: "POST", path: "/api/journeys", body: `{"title":"X","begin":"leeg","text":""}`},
	{method: "PUT", path: "/api/file", body: `{"path":"reis/klantreis.yaml","text":"stuk","base":""}`},
	{method: "PUT", path: "/api/draft", body: `{"path":"reis/klantreis.yaml","text":"stuk","base":""}`},
	{method: "DELETE", path: "/api/draft?path=reis/klantreis.yaml"},
	{method: "POST", path: "/api/render", body: `{"path":"reis/klantreis.yaml"}`},
	{method: "POST", path: "/api/edit", body: `{"path":"reis/klantreis.yaml"}`},
	{method: "POST", path: "/api/jobs", body: `{"kind":"maak","path":"reis/klantreis.yaml"}`},
	{method: "DELETE", path: "/api/jobs?id=x"}, {method: "DELETE", path: "/api/drop?id=x"},
	{method: "POST", path: "/api/drop?name=a.csv", body: "a;b", kind: "application/octet-stream"},
	{method: "POST", path: "/api/stop"},
	{path: "/made/x/advies.pdf"}, {path: "/frame/x"},
}

// TestStrangers lets nobody in who has no cookie, calls us by another name, or comes from another page.
func TestStrangers(t *testing.T) {
	d := openDesk(t, nil)
	port := d.listener.Addr().(*net.TCPAddr).Port
	for _, route := range everyRoute {
		for name, change := range map[string]func(*request){
			"no cookie":      func(q *request) { q.noCookie = true },
			"another cookie": func(q *request) { q.cookie = d.guard.cookie + "=" + secret() },
			"empty cookie":   func(q *request) { q.cookie = d.guard.cookie + "=" },
			"other name":     func(q *request) { q.host = fmt.Sprintf("klantreis.example:%d", port) },
			"name resolving": func(q *request) { q.host = fmt.Sprintf("127.0.0.1.nip.example:%d", port) },
			"other port":     func(q *request) { q.host = "127.0.0.1:1" },
			"no port":        func(q *request) { q.host = "127.0.0.1" },
			"all addresses":  func(q *request) { q.host = fmt.Sprintf("0.0.0.0:%d", port) },
			"trailing dot":   func(q *request) { q.host = fmt.Sprintf("localhost.:%d", port) },
		} {
			q := route
			change(&q)
			if r := d.do(q); r.status != http.StatusForbidden && r.status != http.StatusMisdirectedRequest {
				t.Errorf("%s: %s %s answers %d", name, q.method, q.path, r.status)
			}
		}
		if route.method == "" {
			continue
		}
		for name, change := range map[string]func(*request){
			"no origin":     func(q *request) { q.noOrigin = true },
			"null origin":   func(q *request) { q.origin = "null" },
			"other origin":  func(q *request) { q.origin = "http://klantreis.example" },
			"https":         func(q *request) { q.origin = "https://" + d.guard.hosts[0] },
			"other port":    func(q *request) { q.origin = "http://127.0.0.1:1" },
			"other name":    func(q *request) { q.origin = "http://" + d.guard.hosts[1] }, // of ours, but not of this page
			"user in it":    func(q *request) { q.origin = "http://x@" + d.guard.hosts[0] },
			"cross site":    func(q *request) { q.site = "cross-site" },
			"same site":     func(q *request) { q.site = "same-site" }, // another port of this machine
			"typed address": func(q *request) { q.site = "none" },
		} {
			q := route
			change(&q)
			if r := d.do(q); r.status != http.StatusForbidden {
				t.Errorf("%s: %s %s answers %d", name, q.method, q.path, r.status)
			}
		}
	}
	for _, site := range []string{"cross-site", "same-site"} {
		if r := d.do(request{path: "/api/start", site: site}); r.status != http.StatusForbidden {
			t.Errorf("%s reads: %d", site, r.status)
		}
	}
	if r := d.do(request{path: "/api/events"}); r.status != http.StatusForbidden {
		t.Errorf("events without Origin and Sec-Fetch-Site: %d", r.status)
	}
	if content, _ := os.ReadFile(filepath.Join(d.folder, "reis", "klantreis.yaml")); string(content) != small {
		t.Errorf("the journey was changed: %s", content)
	}
}

// TestToken lets in once, and not with what was never given.
func TestToken(t *testing.T) {
	d := openDesk(t, nil)
	token, err := Door(d.private)
	if err != nil {
		t.Fatal(err)
	}
	if r := d.do(request{path: "/?sleutel=" + token, noCookie: true}); r.status != http.StatusOK {
		t.Fatalf("first: %d", r.status)
	}
	for _, token := range []string{token, "", "x", "../" + token, secret()} {
		if r := d.do(request{path: "/?sleutel=" + token, noCookie: true}); r.status != http.StatusForbidden || r.header.Get("Set-Cookie") != "" {
			t.Errorf("%q: %d %q", token, r.status, r.header.Get("Set-Cookie"))
		}
	}
	old, _ := Door(d.private)
	past := time.Now().Add(-2 * doorTime)
	if err := os.Chtimes(d.doors.file(old), past, past); err != nil {
		t.Fatal(err)
	}
	if r := d.do(request{path: "/?sleutel=" + old, noCookie: true}); r.status != http.StatusForbidden {
		t.Errorf("an old token: %d", r.status)
	}
	if info, err := os.Stat(d.doors.folder()); err != nil || info.Mode().Perm() != 0o700 {
		t.Errorf("the folder of tokens: %v %v", info.Mode(), err)
	}
}

// TestHeaders looks at what every answer says, and what the page may do.
func TestHeaders(t *testing.T) {
	d := openDesk(t, nil)
	for _, q := range append(everyRoute, request{path: "/niet-hier"}, request{path: "/api/niet-hier"}, request{path: "/", noCookie: true}, request{path: "/", host: "x"}) {
		if q.path == "/api/events" || q.path == "/api/stop" {
			continue
		}
		r := d.do(q)
		for name, want := range map[string]string{"X-Content-Type-Options": "nosniff", "Cache-Control": "no-store",
			"Cross-Origin-Resource-Policy": "same-origin", "Referrer-Policy": "no-referrer"} {
			if got := r.header.Get(name); got != want {
				t.Errorf("%s %s: %s is %q", q.method, q.path, name, got)
			}
		}
		policy := r.header.Get("Content-Security-Policy")
		if !strings.HasPrefix(policy, "default-src 'none'") || strings.Contains(policy, "unsafe") || !strings.Contains(policy, "frame-ancestors 'none'") {
			t.Errorf("%s %s: policy %q", q.method, q.path, policy)
		}
		for name := range r.header {
			if strings.HasPrefix(name, "Access-Control") {
				t.Errorf("%s %s: %s", q.method, q.path, name)
			}
		}
	}
	first, second := d.do(request{path: "/"}), d.do(request{path: "/"})
	if strings.Contains(first.body, "__NONCE__") || first.header.Get("Content-Security-Policy") == second.header.Get("Content-Security-Policy") {
		t.Error("the nonce is not one")
	}
	if strings.Contains(first.body, "<script>") || strings.Contains(first.body, " onclick") {
		t.Error("the page has a script in it")
	}
}

// TestKinds takes JSON of the agreed form only.
func TestKinds(t *testing.T) {
	d := openDesk(t, nil)
	body := `{"path":"reis/klantreis.yaml","text":"x","base":""}`
	for _, kind := range []string{"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/jsonx", "", "application/json, text/plain"} {
		q := request{method: "PUT", path: "/api/draft", body: body, kind: kind}
		if kind == "" {
			q.kind = " "
		}
		if r := d.do(q); r.status != http.StatusUnsupportedMediaType {
			t.Errorf("%q: %d", kind, r.status)
		}
	}
	for _, body := range []string{"{", "[]", `{"path":1}`, `{"onbekend":1}`, body + body, body + "x", "null x"} {
		if r := d.do(request{method: "PUT", path: "/api/draft", body: body}); r.status != http.StatusBadRequest {
			t.Errorf("%q: %d", body, r.status)
		}
	}
	if r := d.do(request{method: "PUT", path: "/api/draft", body: body, kind: "application/json; charset=utf-8"}); r.status != http.StatusNoContent {
		t.Errorf("with charset: %d", r.status)
	}
	if r := d.do(request{method: "POST", path: "/api/drop?name=a.csv", body: "a", kind: "text/plain"}); r.status != http.StatusUnsupportedMediaType {
		t.Errorf("drop of a form: %d", r.status)
	}
	for _, method := range []string{"PATCH", "PUT", "TRACE", "OPTIONS", "DELETE"} {
		if r := d.do(request{method: method, path: "/api/start"}); r.status < 400 {
			t.Errorf("%s: %d", method, r.status)
		}
	}
}

// badPaths lead out of the folder, or mean something else than a file on some system.
func badPaths(t *testing.T, outside string) []string {
	return []string{
		"", ".", "..", "../" + filepath.Base(outside), "reis/../../geheim.yaml", "reis/..", "/etc/passwd", outside, "//server/share/x.yaml",
		`..\geheim.yaml`, `reis\klantreis.yaml`, `C:\geheim.yaml`, "C:/geheim.yaml", "C:geheim.yaml", `\\server\share\geheim.yaml`, `\\?\C:\geheim.yaml`,
		"reis/klantreis.yaml\x00.png", "reis/\x00", "reis//klantreis.yaml", "./reis/klantreis.yaml", "reis/./klantreis.yaml", "reis/klantreis.yaml/",
		"%2e%2e/geheim.yaml", "reis/klantreis.yaml::$DATA", "CON.yaml", "con.yaml", "reis/NUL", "aux.yaml", "COM1.yaml", "reis/lpt9.yaml", "reis/com¹.yaml",
		"geheim.yaml.", "geheim.yaml ", "reis /klantreis.yaml", "reis./klantreis.yaml", ".geheim.yaml", ".git/config.yaml", "reis/signalen.csv", "reis",
		"reis/\u202eklantreis.yaml", "reis/klant\nreis.yaml", strings.Repeat("a", 2000) + ".yaml", "uit.yaml/..", "\xff.yaml", "~/geheim.yaml/..", "buiten/geheim.yaml",
		"link.yaml", "wees.yaml", "rond.yaml", "pijp.yaml",
	}
}

// TestPaths asks for what is not a journey of the folder, in every parameter that is a path. Nothing outside is
// told or written.
func TestPaths(t *testing.T) {
	d := openDesk(t, nil)
	const canary = "klantreis: Geheim van buiten\n"
	outside := filepath.Join(t.TempDir(), "geheim.yaml")
	write(t, outside, canary)
	for link, to := range map[string]string{"link.yaml": outside, "buiten": filepath.Dir(outside), "wees.yaml": "nergens.yaml", "rond.yaml": "rond.yaml"} {
		if err := os.Symlink(to, filepath.Join(d.folder, link)); err != nil {
			t.Fatal(err)
		}
	}
	pipe(t, filepath.Join(d.folder, "pijp.yaml"))
	escape := func(s string) string {
		return strings.NewReplacer("%", "%25", "&", "%26", "#", "%23", "+", "%2B", " ", "%20", "\x00", "%00", "\n", "%0A", "\\", "%5C", "\xff", "%FF").Replace(s)
	}
	for _, path := range badPaths(t, outside) {
		quoted := jsonText(path)
		for _, q := range []request{
			{path: "/api/file?path=" + escape(path)},
			{method: "DELETE", path: "/api/draft?path=" + escape(path)},
			{method: "PUT", path: "/api/file", body: `{"path":` + quoted + `,"text":"weg","base":"` + version([]byte(canary)) + `"}`},
			{method: "PUT", path: "/api/file", body: `{"path":` + quoted + `,"text":"weg","base":""}`},
			{method: "PUT", path: "/api/draft", body: `{"path":` + quoted + `,"text":"x","base":""}`},
			{method: "POST", path: "/api/render", body: `{"path":` + quoted + `,"text":"x"}`},
			{method: "POST", path: "/api/edit", body: `{"path":` + quoted + `,"text":"x"}`},
			{method: "POST", path: "/api/complete", body: `{"path":` + quoted + `,"text":"x"}`},
			{method: "POST", path: "/api/match", body: `{"path":` + quoted + `,"text":"x"}`},
			{method: "POST", path: "/api/quotes", body: `{"path":` + quoted + `,"text":"x"}`},
			{method: "POST", path: "/api/drop/look", body: `{"id":"x","path":` + quoted + `}`},
			{method: "POST", path: "/api/drop/add", body: `{"id":"x","path":` + quoted + `}`},
			{method: "POST", path: "/api/jobs", body: `{"kind":"maak","path":` + quoted + `}`},
			{method: "POST", path: "/api/drop?name=" + escape(path), body: "a", kind: "application/octet-stream"},
		} {
			// A link's own name is plain: what it leads to must be refused when it is opened, and drafts open nothing.
			plain := journeyPath(path)
			r := d.do(q)
			opens := strings.HasPrefix(q.path, "/api/file")
			created := q.method == "PUT" && opens && r.status == http.StatusOK
			if strings.Contains(r.body, "Geheim") || !plain && r.status < 400 && !(strings.HasPrefix(q.path, "/api/drop?") && plainName(path)) ||
				plain && opens && r.status < 400 && !created || created && path != "wees.yaml" {
				t.Errorf("%s %s %q: %d %s", q.method, q.path, path, r.status, r.body)
			}
		}
	}
	if content, _ := os.ReadFile(outside); string(content) != canary {
		t.Errorf("a file outside was changed: %q", content)
	}
	if entries, _ := os.ReadDir(filepath.Dir(outside)); len(entries) != 1 {
		t.Errorf("outside there is more: %v", entries)
	}
	cards := ask[api.Cards](d, "GET", "/api/journeys", nil, http.StatusOK)
	for _, c := range cards.Journeys {
		if strings.HasPrefix(c.Path, "link") || strings.HasPrefix(c.Path, "buiten") {
			t.Errorf("listed: %s", c.Path)
		}
	}
	for _, path := range []string{"/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/..%2fserver.go", `/..%5cserver.go`, "/page/../server.go", "/made/x/../../etc/passwd", "/made/..%2f..%2fx/y.pdf", "//etc/passwd", "/index.html/", "/./"} {
		if r := d.do(request{path: path}); r.status == http.StatusOK && !strings.Contains(r.body, "<!doctype html>") || strings.Contains(r.body, "root:") || strings.Contains(r.body, "package workspace") {
			t.Errorf("%s: %d", path, r.status)
		}
	}
}

// TestTooMuch sends more than fits, and slower than a browser does.
func TestTooMuch(t *testing.T) {
	d := openDesk(t, nil)
	large := `{"path":"reis/klantreis.yaml","text":"` + strings.Repeat("x", maxBody) + `","base":""}`
	if r := d.do(request{method: "PUT", path: "/api/draft", body: large}); r.status != http.StatusRequestEntityTooLarge && r.status != 0 {
		t.Errorf("a large body: %d", r.status)
	}
	text := `{"path":"reis/klantreis.yaml","text":"` + strings.Repeat("x", 9<<20) + `","base":"%s"}`
	if r := d.do(request{method: "PUT", path: "/api/file", body: fmt.Sprintf(text, version([]byte(small)))}); r.status != http.StatusRequestEntityTooLarge {
		t.Errorf("a large text: %d", r.status)
	}
	if r := d.do(request{path: "/api/start", extra: "X-Lang: " + strings.Repeat("x", 64<<10)}); r.status != http.StatusRequestHeaderFieldsTooLarge {
		t.Errorf("large headers: %d", r.status)
	}
	if content, _ := os.ReadFile(filepath.Join(d.folder, "reis", "klantreis.yaml")); string(content) != small {
		t.Error("the journey was changed")
	}
	// Connections that say nothing do not keep the window out: what is over the number is closed at once.
	address := d.listener.Addr().String()
	for range mostConnections + 20 {
		c, err := net.Dial("tcp", address)
		if err != nil {
			t.Fatal(err)
		}
		defer c.Close()
		io.WriteString(c, "GET / HTTP/1.1\r\nHost: ")
	}
	end := time.Now().Add(12 * time.Second) // they are cut off after five seconds
	for d.do(request{path: "/api/start"}).status != http.StatusOK {
		if time.Now().After(end) {
			t.Fatal("slow connections keep the window out")
		}
		time.Sleep(100 * time.Millisecond)
	}
}

// TestNames puts signs of HTTP and HTML into what comes back.
func TestNames(t *testing.T) {
	title := `</script><script>alert(1)</script>"><img src=x onerror=alert(1)>`
	d := openDesk(t, func(o *Options) {
		write(t, filepath.Join(o.Folder, "titel", "klantreis.yaml"), "klantreis: '"+title+"'\n")
	})
	for _, path := range []string{"/api/file?path=titel/klantreis.yaml", "/api/journeys", "/api/file?path=%3Cscript%3Ealert(1)%3C/script%3E.yaml",
		"/api/file?path=x%0d%0aSet-Cookie:%20a=b.yaml", "/api/drop?name=x%0d%0aX-Evil:%201.csv", "/made/x/x%0d%0aX-Evil:%201.pdf", "/%3Cscript%3Ealert(1)%3C/script%3E"} {
		r := d.do(request{path: path})
		if strings.Contains(r.body, "<script>") || strings.Contains(r.body, "<img") || r.header.Get("Set-Cookie") != "" || r.header.Get("X-Evil") != "" {
			t.Errorf("%s: %v %s", path, r.header, r.body)
		}
		if strings.HasPrefix(path, "/api") && r.header.Get("Content-Type") != "application/json; charset=utf-8" {
			t.Errorf("%s: %s", path, r.header.Get("Content-Type"))
		}
	}
	// Two requests in one, for a server that reads lengths in two ways.
	for _, raw := range []string{
		"POST /api/stop HTTP/1.1\r\nHost: %s\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
		"GET /api/start HTTP/1.1\r\nHost: %s\r\nHost: x\r\n\r\n", "GET http://elders/api/start HTTP/1.1\r\nHost: %s\r\n\r\n",
		"GET /api/start HTTP/1.0\r\n\r\n", "CONNECT %s HTTP/1.1\r\nHost: %s\r\n\r\n",
	} {
		c, err := net.Dial("tcp", d.listener.Addr().String())
		if err != nil {
			t.Fatal(err)
		}
		c.SetDeadline(time.Now().Add(5 * time.Second))
		io.WriteString(c, strings.ReplaceAll(raw, "%s", d.guard.hosts[0]))
		answer := make([]byte, 64)
		n, _ := c.Read(answer)
		if bytes.Contains(answer[:n], []byte(" 200 ")) {
			t.Errorf("%q: %q", raw, answer[:n])
		}
		c.Close()
	}
}

// TestEntrance: the address that the program opens leads to the klantarena of a journey, and to no place of others,
// whatever the journey is called.
func TestEntrance(t *testing.T) {
	d := openDesk(t, nil)
	for want, arena := range map[string]*api.RoomOpen{
		"url=/\"": nil,
		`url=/regie.html#adres=10.0.0.1&amp;namen=ja&amp;poort=8080&amp;reis=a+b%2Fklantreis.yaml"`:  {Path: "a b/klantreis.yaml", Address: "10.0.0.1", Port: 8080, Names: true},
		`url=/regie.html#adres=%22%3E%3Cscript%3E&amp;reis=%22%3E%3Cscript%3Ex%3C%2Fscript%3E.yaml"`: {Path: `"><script>x</script>.yaml`, Address: `"><script>`},
		`url=/regie.html#adres=&amp;reis=%2F%2Fevil.example%2Fx.yaml"`:                               {Path: "//evil.example/x.yaml"},
	} {
		token, err := Door(d.private)
		if err != nil {
			t.Fatal(err)
		}
		r := d.do(request{path: Entrance("/", token, arena), noCookie: true})
		if r.status != http.StatusOK || !strings.Contains(r.body, want) || strings.Contains(r.body, "<script") {
			t.Errorf("%+v: %d %s", arena, r.status, r.body)
		}
	}
}
