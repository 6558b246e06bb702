package workspace

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"net/http"
	"os"
	"path"
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	"klantreis/cmd/klantreis/workspace/api"
	"klantreis/journeys"
)

var (
	errBadPath  = errors.New("no path of a journey")
	errTooLarge = errors.New("file too large")
	errNotUTF8  = errors.New("not UTF-8")
	errChanged  = errors.New("the file was changed by somebody else")
)

// version names the content of a file.
func version(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}

// readFile reads an ordinary file of the folder, up to the size that a journey may have.
func readFile(root *os.Root, name string) ([]byte, error) {
	info, err := root.Stat(name) // before it is opened: a pipe would keep us waiting
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, errBadPath
	}
	f, err := root.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	content, err := io.ReadAll(io.LimitReader(f, journeys.MaxFileSize+1))
	if err == nil && len(content) > journeys.MaxFileSize {
		err = errTooLarge
	}
	return content, err
}

// asText is what the page gets: ends of lines as one character, because that is what editors hold.
func asText(content []byte) string { return strings.ReplaceAll(string(content), "\r\n", "\n") }

// asFile gives a text the ends of lines of the file that it came from: lines before and after what was
// changed keep theirs, and what is new gets that of most.
func asFile(text string, old []byte) []byte {
	if !bytes.Contains(old, []byte("\r\n")) {
		return []byte(text)
	}
	before := strings.SplitAfter(string(old), "\n")
	after := strings.SplitAfter(text, "\n")
	same := func(a, b string) bool { return strings.HasSuffix(a, "\n") && strings.Replace(a, "\r\n", "\n", 1) == b }
	head, tail := 0, 0
	for head < min(len(before), len(after)) && same(before[head], after[head]) {
		head++
	}
	for tail < min(len(before), len(after))-head {
		a, b := before[len(before)-1-tail], after[len(after)-1-tail]
		if !same(a, b) && (tail > 0 || a != b) { // the last line may have no end
			break
		}
		tail++
	}
	end := "\n"
	if 2*bytes.Count(old, []byte("\r\n")) > bytes.Count(old, []byte("\n")) {
		end = "\r\n"
	}
	var b bytes.Buffer
	for _, line := range before[:head] {
		b.WriteString(line)
	}
	for _, line := range after[head : len(after)-tail] {
		if strings.HasSuffix(line, "\n") && !strings.HasSuffix(line, "\r\n") {
			line = line[:len(line)-1] + end
		}
		b.WriteString(line)
	}
	for _, line := range before[len(before)-tail:] {
		b.WriteString(line)
	}
	return b.Bytes()
}

// saving keeps one save at a time, so that two windows do not both find the file as it was.
type saving struct{ mu sync.Mutex }

// save writes a text over a file that still is what base says; errChanged comes with what it is now. It
// writes aside, to the disk, and then renames, so that a crash leaves the old file or the new one.
func (v *saving) save(root *os.Root, name, text, base string) (saved []byte, now []byte, err error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	name, err = behindLinks(root, name)
	if err != nil {
		return nil, nil, err
	}
	mode := fs.FileMode(0o644)
	old, err := readFile(root, name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if base != "" {
			return nil, nil, errChanged
		}
	case err != nil:
		return nil, nil, err
	default:
		info, err := root.Stat(name)
		if err != nil {
			return nil, nil, err
		}
		if mode = info.Mode().Perm(); mode&0o200 == 0 {
			return nil, nil, fs.ErrPermission
		}
		if version(old) != base {
			return nil, old, errChanged
		}
	}
	content := asFile(text, old)
	if len(content) > journeys.MaxFileSize {
		return nil, nil, errTooLarge
	}
	aside := path.Join(path.Dir(name), asideName())
	if err := writeNew(root, aside, content, mode); err != nil {
		return nil, nil, err
	}
	defer root.Remove(aside) // nothing is there once it was renamed
	// Once more: writing to a slow disk takes time, in which somebody else may have saved.
	if again, err := readFile(root, name); base != "" && (err != nil || version(again) != base) {
		return nil, again, errChanged
	}
	if base == "" {
		if err := root.Link(aside, name); err == nil {
			return content, nil, nil
		} else if errors.Is(err, fs.ErrExist) {
			now, _ := readFile(root, name)
			return nil, now, errChanged
		}
	}
	return content, nil, root.Rename(aside, name)
}

// asideName is what a file is called while it is being written: hidden, and not to be guessed.
func asideName() string { return asideBegin + secret()[:16] + asideEnd }

const (
	asideBegin, asideEnd = ".klantreis-", ".half"
	asideTime            = time.Hour // after which nobody can be writing it any more
)

// sweep removes what a run that was killed left of files that it was writing in these folders.
func sweep(root *os.Root, dirs []string) {
	for _, dir := range dirs {
		entries, _ := fs.ReadDir(root.FS(), dir)
		for _, e := range entries {
			if !strings.HasPrefix(e.Name(), asideBegin) || !strings.HasSuffix(e.Name(), asideEnd) {
				continue
			}
			if info, err := e.Info(); err == nil && time.Since(info.ModTime()) > asideTime {
				root.RemoveAll(path.Join(dir, e.Name()))
			}
		}
	}
}

// behindLinks follows a link within the folder, because a rename would put a file in its place.
func behindLinks(root *os.Root, name string) (string, error) {
	for range 8 {
		info, err := root.Lstat(name)
		if err != nil || info.Mode()&fs.ModeSymlink == 0 {
			return name, nil // whether it is there is seen when it is read
		}
		target, err := root.Readlink(name)
		if err != nil {
			return "", err
		}
		if name = path.Join(path.Dir(name), strings.ReplaceAll(target, "\\", "/")); path.IsAbs(target) || !journeyPath(name) {
			return "", errBadPath
		}
	}
	return "", errBadPath
}

// writeNew writes a file that is not there yet, down to the disk.
func writeNew(root *os.Root, name string, content []byte, mode fs.FileMode) error {
	f, err := root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return err
	}
	_, err = f.Write(content)
	if err == nil {
		err = f.Chmod(mode) // the mask of the user took some of it away
	}
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		root.Remove(name)
	}
	return err
}

func (s *Server) getFile(w http.ResponseWriter, r *http.Request) {
	name := r.URL.Query().Get("path")
	content, err := s.journey(name)
	if err != nil {
		s.fail(w, name, err)
		return
	}
	s.answer(w, http.StatusOK, api.File{Path: name, Text: asText(content), Version: version(content), Draft: s.drafts.of(s.whole(name), name)})
}

// journey reads a journey as text that can be edited.
func (s *Server) journey(name string) ([]byte, error) {
	if !journeyPath(name) {
		return nil, errBadPath
	}
	content, err := readFile(s.root, name)
	if err == nil && !utf8.Valid(content) {
		err = errNotUTF8
	}
	return content, err
}

func (s *Server) putFile(w http.ResponseWriter, r *http.Request) {
	in, ok := read[api.Save](s, w, r)
	if !ok {
		return
	}
	if !journeyPath(in.Path) {
		s.fail(w, in.Path, errBadPath)
		return
	}
	saved, now, err := s.saving.save(s.root, in.Path, in.Text, in.Base)
	switch {
	case errors.Is(err, errChanged):
		conflict := api.Conflict{Text: asText(now)}
		if now != nil {
			conflict.Version = version(now)
		}
		s.answer(w, http.StatusConflict, conflict)
		return
	case err != nil:
		s.fail(w, in.Path, err)
		return
	}
	v := version(saved)
	s.watch.saved(in.Path, v)
	s.hub.sendFrom(windowOf(r), api.Event{Kind: "disk", Path: in.Path, Version: v})
	s.drafts.removeIf(s.whole(in.Path), in.Text)
	s.answer(w, http.StatusOK, api.Saved{Version: v})
}
