// Command release makes what is handed out: the program for six systems, each in an archive with a page to
// read first, the documentation as pages that open from the folder, the examples, licences, man pages and
// scripts for shells; a bill of materials; checksums, and their signature. It needs Hugo and Chromium, for the
// documentation.
//
//	go run ./test/release                        # into bin/uitgave
//	go run ./test/release -version 1.4.0 -out /elsewhere
//
// Every program is built twice, the second time from a copy in another folder, and both must be the same
// bytes. Dates in the archives are that of SOURCE_DATE_EPOCH, or else of the last commit, so that the same
// source gives the same archives. KLANTREIS_SIGNING_KEY may hold a private Ed25519 key (PEM, PKCS #8), as
// `openssl genpkey -algorithm ed25519` makes it; without, nothing is signed, and it says so. To check:
//
//	sha256sum -c SHA256SUMS
//	openssl pkeyutl -verify -pubin -inkey klantreis.pub -rawin -in SHA256SUMS -sigfile SHA256SUMS.sig
package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"klantreis/test/building"
)

func main() {
	var r release
	flag.StringVar(&r.version, "version", "", "what the program calls itself; empty: as the source does")
	flag.StringVar(&r.out, "out", filepath.Join("bin", "uitgave"), "the folder for what is made; what lies there goes")
	flag.Parse()
	r.site = func(into string) error {
		_, err := r.run("run", "./test/site", "-uit", into)
		return err
	}
	r.root, r.told, r.targets, r.key = ".", os.Stdout, building.Targets(), os.Getenv("KLANTREIS_SIGNING_KEY")
	if err := r.make(); err != nil {
		fmt.Fprintln(os.Stderr, "release:", err)
		os.Exit(1)
	}
}

// release is one making of all that is handed out.
type release struct {
	root, out, version string
	targets            []building.Target
	key                string                  // a private key as PEM; empty: nothing is signed
	site               func(into string) error // makes the documentation in a folder that is not there yet
	told               io.Writer
}

// entry is a file of an archive, or of the release.
type entry struct {
	name    string
	content []byte
	program bool
}

func (r release) make() error {
	day, err := r.date()
	if err != nil {
		return err
	}
	var signer signer
	if r.key != "" { // a key that is none is told before anything is built
		if signer, err = newSigner(r.key); err != nil {
			return err
		}
	}
	dir, err := os.MkdirTemp("", "release")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	elsewhere := filepath.Join(dir, "another place")
	if err := building.CopyTracked(r.root, elsewhere); err != nil {
		return err
	}
	papers, err := r.papers(dir, elsewhere, day)
	if err != nil {
		return err
	}
	bill, err := r.run("run", "./test/supply", "sbom")
	if err != nil {
		return err
	}
	files := []entry{{name: "klantreis.cdx.json", content: bill}}
	for _, t := range r.targets {
		program, err := r.twice(t, elsewhere, dir)
		if err != nil {
			return err
		}
		one, err := pack(t, append([]entry{{name: t.File(), content: program, program: true}, firstPage(t)}, papers...), day)
		if err != nil {
			return err
		}
		files = append(files, one)
		fmt.Fprintf(r.told, "%-34s %9d bytes; two builds are one file\n", one.name, len(one.content))
	}
	sums := checksums(files)
	files = append(files, sums)
	if r.key == "" {
		fmt.Fprintln(r.told, "NOT SIGNED: KLANTREIS_SIGNING_KEY holds no key.")
	} else {
		files = append(files, signer.sign(sums)...)
		fmt.Fprintln(r.told, "signed with the key whose public half is klantreis.pub")
	}
	return r.write(files)
}

// date is the moment that archives bear.
func (r release) date() (time.Time, error) {
	said := os.Getenv("SOURCE_DATE_EPOCH")
	if said == "" {
		cmd := exec.Command("git", "log", "-1", "--format=%ct")
		cmd.Dir = r.root
		out, err := cmd.Output()
		if err != nil {
			return time.Time{}, fmt.Errorf("git log: %w; SOURCE_DATE_EPOCH may hold the moment instead", err)
		}
		said = strings.TrimSpace(string(out))
	}
	seconds, err := strconv.ParseInt(said, 10, 64)
	if err != nil {
		return time.Time{}, fmt.Errorf("SOURCE_DATE_EPOCH: %w", err)
	}
	return time.Unix(seconds, 0).UTC(), nil
}

// twice builds the program in root and elsewhere, and gives the bytes that both have.
func (r release) twice(t building.Target, elsewhere, dir string) ([]byte, error) {
	var first []byte
	for i, source := range []string{r.root, elsewhere} {
		into := filepath.Join(dir, t.System+"-"+t.Machine, strconv.Itoa(i))
		if err := os.MkdirAll(into, 0o755); err != nil {
			return nil, err
		}
		file, err := building.Build(source, into, t, r.version)
		if err != nil {
			return nil, err
		}
		content, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		if i > 0 && !bytes.Equal(first, content) {
			return nil, fmt.Errorf("two builds for %s/%s differ", t.System, t.Machine)
		}
		first = content
	}
	return first, nil
}

// run asks the go command, in root.
func (r release) run(args ...string) ([]byte, error) {
	cmd := exec.Command("go", args...)
	cmd.Dir = r.root
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	var said bytes.Buffer
	cmd.Stderr = &said
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("go %s: %w\n%s%s", strings.Join(args, " "), err, out, said.String())
	}
	return out, nil
}

// checksums lists the SHA-256 of files, as sha256sum reads it.
func checksums(files []entry) entry {
	var b strings.Builder
	for _, f := range files {
		sum := sha256.Sum256(f.content)
		fmt.Fprintf(&b, "%s  %s\n", hex.EncodeToString(sum[:]), f.name)
	}
	return entry{name: "SHA256SUMS", content: []byte(b.String())}
}

// write puts the files in an empty folder, aside, and moves that in.
func (r release) write(files []entry) error {
	if err := os.MkdirAll(filepath.Dir(r.out), 0o755); err != nil {
		return err
	}
	aside, err := os.MkdirTemp(filepath.Dir(r.out), ".uitgave-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(aside)
	for _, f := range files {
		if err := os.WriteFile(filepath.Join(aside, f.name), f.content, 0o644); err != nil {
			return err
		}
	}
	if err := os.Chmod(aside, 0o755); err != nil {
		return err
	}
	if err := r.clear(); err != nil {
		return err
	}
	fmt.Fprintln(r.told, "made in", r.out)
	return os.Rename(aside, r.out)
}

// clear removes an earlier release, and refuses a folder that holds something else.
func (r release) clear() error {
	list, err := os.ReadDir(r.out)
	if os.IsNotExist(err) {
		return nil
	}
	if err != nil {
		return err
	}
	for _, f := range list {
		if f.IsDir() || !strings.HasPrefix(f.Name(), "klantreis") && !strings.HasPrefix(f.Name(), "SHA256SUMS") {
			return fmt.Errorf("%s holds %s, which is no part of a release", r.out, f.Name())
		}
	}
	return os.RemoveAll(r.out)
}
