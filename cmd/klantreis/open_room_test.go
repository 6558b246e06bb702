package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"klantreis/cmd/klantreis/workspace/api"
)

const arenaJourney = "klantreis: Verhuizen\nfasen:\n  - fase: Een\n    stappen:\n      - stap: Meldt de verhuizing\n        id: melden\n      - stap: Wacht\n        id: wachten\n"

// deskRun is the program itself, as a process that can be killed.
type deskRun struct {
	t       *testing.T
	cmd     *exec.Cmd
	address string
	cookie  string
}

// startDesk starts the test binary as klantreis open (testscript.Main makes it the program by that name).
func startDesk(t *testing.T, folder, home string) *deskRun {
	t.Helper()
	program := filepath.Join(t.TempDir(), "klantreis")
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	if os.Symlink(self, program) != nil {
		t.Skip("this system makes no symbolic links")
	}
	d := &deskRun{t: t, cmd: exec.Command(program, "open", folder, "--geen-browser")}
	d.cmd.Env = append(os.Environ(), "XDG_CONFIG_HOME="+home, "XDG_CACHE_HOME="+home, "HOME="+home, "AppData="+home, "LocalAppData="+home)
	out, err := d.cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := d.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(d.kill)
	var text []byte
	piece := make([]byte, 4096)
	for d.cookie == "" {
		n, err := out.Read(piece)
		text = append(text, piece[:n]...)
		if at := bytes.Index(text, []byte("http://")); at >= 0 && bytes.IndexByte(text[at:], '\n') > 0 {
			whole := string(bytes.TrimSpace(text[at : at+bytes.IndexByte(text[at:], '\n')]))
			where, err := url.Parse(whole)
			if err != nil {
				t.Fatal(err)
			}
			d.address = "http://" + where.Host
			answer, err := http.Get(whole)
			if err != nil {
				t.Fatal(err)
			}
			answer.Body.Close()
			d.cookie, _, _ = strings.Cut(answer.Header.Get("Set-Cookie"), ";")
		} else if err != nil {
			t.Fatalf("no address: %s", text)
		}
	}
	go io.Copy(io.Discard, out)
	return d
}

// kill ends the process with no chance to tidy up.
func (d *deskRun) kill() {
	if d.cmd.ProcessState == nil {
		d.cmd.Process.Kill()
		d.cmd.Wait()
	}
}

// ask talks to an address as a page of that address does; into gets the answer.
func ask(method, address, cookie string, body, into any) (int, *http.Response, error) {
	text, _ := json.Marshal(body)
	r, err := http.NewRequest(method, address, bytes.NewReader(text))
	if err != nil {
		return 0, nil, err
	}
	r.Header.Set("Origin", r.URL.Scheme+"://"+r.URL.Host)
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Cookie", cookie)
	client := &http.Client{Timeout: 20 * time.Second}
	defer client.CloseIdleConnections()
	answer, err := client.Do(r)
	if err != nil {
		return 0, nil, err
	}
	defer answer.Body.Close()
	content, err := io.ReadAll(answer.Body)
	if err == nil && into != nil {
		err = json.Unmarshal(content, into)
	}
	return answer.StatusCode, answer, err
}

func (d *deskRun) post(path string, body, into any) {
	d.t.Helper()
	if status, _, err := ask("POST", d.address+path, d.cookie, body, into); err != nil || status != http.StatusOK {
		d.t.Fatalf("%s: %d %v", path, status, err)
	}
}

// TestRoomSurvivesKill kills the program in the middle of a session, while telephones send, and starts it again. All
// that was acknowledged is there, each once, also what was sent again because its answer never came; who was inside
// is inside; the code is the same.
func TestRoomSurvivesKill(t *testing.T) {
	folder, home := t.TempDir(), t.TempDir()
	journey := filepath.Join(folder, "klantreis.yaml")
	if err := os.WriteFile(journey, []byte(arenaJourney), 0o644); err != nil {
		t.Fatal(err)
	}
	open := api.RoomOpen{Path: "klantreis.yaml", Address: "127.0.0.1"}
	desk := startDesk(t, folder, home)
	var room api.Room
	desk.post("/api/room/open", open, &room)
	desk.post("/api/room/do", api.Sending{Deeds: []api.Deed{{Kind: "ronde", Round: "vertellen", Key: "begin"}}}, nil)

	const people, enough = 12, 8
	type person struct {
		cookie     string
		sent, kept []string // texts
	}
	all := make([]person, people)
	deed := func(who, n int) api.Sending {
		return api.Sending{Deeds: []api.Deed{{Key: fmt.Sprintf("sleutel-%03d-%03d", who, n), Kind: "briefje", Step: "melden", Nature: "tip", Text: fmt.Sprintf("Tip %d van telefoon %d", n, who)}}}
	}
	var inside, busy, gone sync.WaitGroup
	inside.Add(people)
	busy.Add(people)
	for who := range all {
		p := &all[who]
		gone.Go(func() {
			_, answer, err := ask("POST", room.Address+"api/join", "", api.Joining{Key: fmt.Sprintf("binnen-%03d-0123456789", who), Role: "klant"}, nil)
			if err != nil || len(answer.Cookies()) != 1 {
				t.Error(err)
			} else {
				p.cookie = answer.Cookies()[0].Name + "=" + answer.Cookies()[0].Value
			}
			inside.Done()
			inside.Wait()
			for n := range 190 {
				if n == enough {
					busy.Done()
				}
				d := deed(who, n)
				p.sent = append(p.sent, d.Deeds[0].Text)
				var out api.Sent
				if status, _, err := ask("POST", room.Address+"api/send", p.cookie, d, &out); err != nil || status != http.StatusOK || len(out.Deeds) != 1 || !out.Deeds[0].Kept {
					if n < enough {
						t.Errorf("telephone %d, note %d: %d %v", who, n, status, err)
						busy.Done()
					}
					return
				}
				p.kept = append(p.kept, d.Deeds[0].Text)
			}
		})
	}
	busy.Wait()
	desk.kill()
	gone.Wait()
	// A machine that loses its power may leave half a line.
	logs, _ := filepath.Glob(filepath.Join(folder, "klantarena", "*.jsonl"))
	if len(logs) != 1 {
		t.Fatalf("logs: %v", logs)
	}
	f, err := os.OpenFile(logs[0], os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	f.WriteString(`{"nr":99999,"om":17000000,"wat":"brief`)
	f.Close()

	desk = startDesk(t, folder, home)
	var again api.Room
	desk.post("/api/room/open", open, &again)
	if again.Code != room.Code || again.Customers != people || again.Guest.Round != "vertellen" || !strings.Contains(again.Warning, "midden in het bewaren") {
		t.Errorf("after the kill: code %s (was %s), %d people, round %s, warning %q", again.Code, room.Code, again.Customers, again.Guest.Round, again.Warning)
	}
	count := func() map[string]int {
		var now api.Room
		if status, _, err := ask("GET", desk.address+"/api/room", desk.cookie, nil, &now); err != nil || status != http.StatusOK {
			t.Fatal(status, err)
		}
		texts := map[string]int{}
		for _, c := range now.Cards {
			texts[c.Text]++
		}
		return texts
	}
	texts, acknowledged := count(), 0
	for who, p := range all {
		for _, text := range p.kept {
			acknowledged++
			if texts[text] != 1 {
				t.Errorf("%q was acknowledged and is there %d times", text, texts[text])
			}
		}
		for n, text := range p.sent { // the telephone sends all again of which it is not sure, here everything
			if texts[text] > 1 {
				t.Errorf("%q is there %d times", text, texts[text])
			}
			var out api.Sent
			if status, _, err := ask("POST", again.Address+"api/send", p.cookie, deed(who, n), &out); err != nil || status != http.StatusOK || !out.Deeds[0].Kept {
				t.Fatalf("telephone %d is not inside any more: %d %v", who, status, err)
			}
		}
	}
	texts = count()
	for _, p := range all {
		for _, text := range p.sent {
			if texts[text] != 1 {
				t.Errorf("%q was sent again and is there %d times", text, texts[text])
			}
		}
	}
	if acknowledged < people*enough {
		t.Errorf("only %d were acknowledged", acknowledged)
	}
}
