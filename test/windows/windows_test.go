// Package windows runs the program for Windows, the machine of most who use it. Debian's Wine stands in for Windows.
package windows

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"net/http"
	"net/http/cookiejar"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"klantreis/test/building"
)

// machine is a Windows with the program on it.
type machine struct {
	program, prefix string
}

// start builds the program and makes an empty Windows.
func start(t *testing.T) machine {
	t.Helper()
	_, err := exec.LookPath("wine")
	if err != nil || runtime.GOARCH != "amd64" {
		if os.Getenv("CI") == "true" && runtime.GOARCH == "amd64" {
			t.Fatal("the program for Windows is not run: ", err)
		}
		t.Skip("THE PROGRAM FOR WINDOWS IS NOT RUN: there is no wine for amd64")
	}
	m := machine{program: build(t), prefix: filepath.Join(t.TempDir(), "windows")}
	if out, err := said(t, m.command(t.Context(), t.TempDir(), "wineboot", "-i")); err != nil {
		t.Fatalf("wineboot: %v\n%s", err, out)
	}
	t.Cleanup(func() { // else a server of Wine lives on in the folder
		m.command(context.Background(), os.TempDir(), "wineboot", "-k").Run()
		for range 40 { // it writes what it remembered when it goes, which is a little later
			if os.RemoveAll(m.prefix) == nil {
				break
			}
			time.Sleep(250 * time.Millisecond)
		}
	})
	random := filepath.Join(m.prefix, "drive_c", "windows", "system32", "bcryptprimitives.dll")
	if _, err := os.Stat(random); err != nil {
		// SystemFunction036 is RtlGenRandom: a pointer and a length, as ProcessPrng.
		if err := os.WriteFile(random, forwarder("bcryptprimitives.dll", "ProcessPrng", "ADVAPI32.SystemFunction036"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return m
}

// build builds the program for Windows as go run ./test does, so that it is only linked anew.
func build(t *testing.T) string {
	t.Helper()
	program := filepath.Join(t.TempDir(), "klantreis.exe")
	cmd := exec.CommandContext(t.Context(), "go", "build", "-o", program, "./cmd/klantreis")
	cmd.Dir, cmd.Env = filepath.Join("..", ".."), append(os.Environ(), "GOOS=windows", "CGO_ENABLED=0")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return program
}

// command is a command for Wine, run in a folder.
func (m machine) command(ctx context.Context, dir string, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, "wine", args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "WINEPREFIX="+m.prefix, "WINEDEBUG=-all", "DISPLAY=", "WINEDLLOVERRIDES=mscoree,mshtml=")
	return cmd
}

// run runs the program; what it says comes back with the line ends of Linux.
func (m machine) run(t *testing.T, dir string, code int, args ...string) string {
	t.Helper()
	cmd := m.command(t.Context(), dir, append([]string{m.program}, args...)...)
	out, err := said(t, cmd)
	if got := cmd.ProcessState.ExitCode(); got != code {
		t.Fatalf("klantreis %v: exit %d, not %d (%v)\n%s", args, got, code, err, out)
	}
	return strings.ReplaceAll(out, "\r\n", "\n")
}

// said runs a command and gives what it said. It goes through a file: servers that Wine starts beside it would hold a
// pipe open.
func said(t *testing.T, cmd *exec.Cmd) (string, error) {
	t.Helper()
	file, err := os.Create(filepath.Join(t.TempDir(), "said"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	cmd.Stdout, cmd.Stderr = file, file
	failed := cmd.Run()
	text, err := os.ReadFile(file.Name())
	if err != nil {
		t.Fatal(err)
	}
	return string(text), failed
}

// TestOnWindows does there what a verbetermanager does, and holds what is made to what is made here.
func TestOnWindows(t *testing.T) {
	m := start(t)
	here, err := building.Tested(filepath.Join("..", ".."), t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()

	t.Run("gift", func(t *testing.T) {
		m.run(t, dir, 0, "nieuw", "paspoort")
		if told := m.run(t, dir, 0, "controleer", "paspoort"); !strings.Contains(told, `paspoort\klantreis.yaml: in orde`) {
			t.Errorf("controleer says\n%s", told)
		}
		m.run(t, dir, 0, "maak", "paspoort", "--uit", "windows")
		make := exec.CommandContext(t.Context(), here, "maak", "paspoort", "--uit", "linux")
		make.Dir = dir
		if out, err := make.CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		equal(t, filepath.Join(dir, "windows"), filepath.Join(dir, "linux"))
	})

	t.Run("faults", func(t *testing.T) {
		journey := filepath.Join(dir, "paspoort", "klantreis.yaml")
		whole, err := os.ReadFile(journey)
		if err != nil {
			t.Fatal(err)
		}
		defer os.WriteFile(journey, whole, 0o644)
		broken := bytes.Replace(whole, []byte("\nfasen:"), []byte("\nfaasen:"), 1)
		// As a text editor of Windows may write it: a mark of the encoding, and other line ends.
		broken = append([]byte("\ufeff"), bytes.ReplaceAll(broken, []byte("\n"), []byte("\r\n"))...)
		if err := os.WriteFile(journey, broken, 0o644); err != nil {
			t.Fatal(err)
		}
		line := 1 + bytes.Count(broken[:bytes.Index(broken, []byte("faasen:"))], []byte("\n"))
		told := m.run(t, dir, 1, "controleer", "paspoort")
		if want := regexp.MustCompile(`paspoort\\klantreis\.yaml:` + strconv.Itoa(line) + `:1: .*faasen`); !want.MatchString(told) {
			t.Errorf("controleer does not name line %d:\n%s", line, told)
		}
		m.run(t, dir, 2, "controleer", "--bestaat-niet")
	})

	t.Run("status", func(t *testing.T) {
		before, _ := os.ReadFile(filepath.Join(dir, "paspoort", "klantreis.yaml"))
		m.run(t, dir, 0, "status", "paspoort", "1", "besproken")
		after, _ := os.ReadFile(filepath.Join(dir, "paspoort", "klantreis.yaml"))
		if !bytes.Contains(after, []byte("status: besproken")) || len(after)-len(before) > 200 {
			t.Errorf("the change is not a small one:\n%s", after)
		}
	})

	t.Run("desk", func(t *testing.T) { desk(t, m, dir) })
}

// desk starts the desk and asks its page as a browser does, stops it, and starts it again.
func desk(t *testing.T, m machine, dir string) {
	for range 2 {
		ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
		cmd := m.command(ctx, dir, m.program, "open", "--geen-browser")
		told, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		cmd.Stderr = cmd.Stdout
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		var address string
		for lines := bufio.NewScanner(told); address == "" && lines.Scan(); {
			address = regexp.MustCompile(`http://127\.0\.0\.1:\d+/\?sleutel=\S+`).FindString(lines.Text())
		}
		if address == "" {
			t.Fatal("the desk tells no address")
		}
		go io.Copy(io.Discard, told)
		jar, _ := cookiejar.New(nil)
		browser := &http.Client{Jar: jar}
		get := func(url string) string {
			answer, err := browser.Get(url)
			if err != nil {
				t.Fatal(err)
			}
			defer answer.Body.Close()
			body, _ := io.ReadAll(answer.Body)
			if answer.StatusCode != http.StatusOK {
				t.Fatalf("%s: %s\n%s", url, answer.Status, body)
			}
			return string(body)
		}
		get(address)
		root, _, _ := strings.Cut(address, "?")
		if page := get(root); !strings.Contains(page, "desk.js") {
			t.Errorf("the page is\n%.500s", page)
		}
		if cards := get(root + "api/journeys"); !strings.Contains(cards, "paspoort/klantreis.yaml") {
			t.Errorf("the cards are\n%.500s", cards)
		}
		cancel() // kills it: the next one must start all the same
		cmd.Wait()
		m.run(t, dir, 0, "versie")
	}
}

// equal holds two folders to the same files with the same bytes.
func equal(t *testing.T, a, b string) {
	t.Helper()
	files := 0
	err := filepath.WalkDir(b, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		files++
		name, _ := filepath.Rel(b, path)
		want, _ := os.ReadFile(path)
		if got, err := os.ReadFile(filepath.Join(a, name)); err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s is not the same on Windows (%d and %d bytes, %v)", name, len(got), len(want), err)
		}
		return nil
	})
	if err != nil || files < 10 {
		t.Errorf("%d files, %v", files, err)
	}
}
