package workspace

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"
)

// ErrNotPrivate says that a folder for drafts and keys can be looked into by others.
var ErrNotPrivate = errors.New("the folder is open to others")

// OpenPrivate makes, below the folder in which this user keeps settings, the folder for the desk of one folder
// of journeys. Only this user may look into it: what lies there gives the way in.
func OpenPrivate(config, folder string) (string, error) {
	whole, err := filepath.Abs(folder)
	if err != nil {
		return "", err
	}
	if real, err := filepath.EvalSymlinks(whole); err == nil {
		whole = real
	}
	sum := sha256.Sum256([]byte(whole))
	private := filepath.Join(config, "klantreis", "werkplek", hex.EncodeToString(sum[:8]))
	if err := os.MkdirAll(private, 0o700); err != nil {
		return "", err
	}
	info, err := os.Lstat(private)
	if err != nil {
		return "", err
	}
	if !info.IsDir() || runtime.GOOS != "windows" && info.Mode().Perm()&0o077 != 0 {
		return "", ErrNotPrivate
	}
	return private, nil
}

// doors are the tokens that still open the desk: files that are named by a digest of the token. Who can write
// one there is this user, so a second start of the program can make one for the first, and needs no connection.
type doors struct{ private string }

const doorTime = time.Hour // that a token waits for its browser

func (d doors) folder() string { return filepath.Join(d.private, "deuren") }

func (d doors) file(token string) string {
	sum := sha256.Sum256([]byte(token))
	return filepath.Join(d.folder(), hex.EncodeToString(sum[:]))
}

// Door makes a token that lets in one browser, once.
func Door(private string) (token string, err error) {
	d := doors{private}
	if err := os.MkdirAll(d.folder(), 0o700); err != nil {
		return "", err
	}
	token = secret()
	f, err := os.OpenFile(d.file(token), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return "", err
	}
	return token, f.Close()
}

// redeem takes a token; removing its file succeeds for one caller only.
func (d doors) redeem(token string) bool {
	if token == "" {
		return false
	}
	info, err := os.Lstat(d.file(token))
	return err == nil && info.Mode().IsRegular() && time.Since(info.ModTime()) < doorTime && os.Remove(d.file(token)) == nil
}

// clear takes away the tokens of earlier runs. It goes file by file: there are file systems on which Windows cannot
// remove a tree in its newer way, and the folder holds files only.
func (d doors) clear() error {
	entries, err := os.ReadDir(d.folder())
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	for _, e := range entries {
		err = errors.Join(err, os.Remove(filepath.Join(d.folder(), e.Name())))
	}
	return err
}

// Slot is the one desk that a folder may have. The lock is held by the system for as long as the program
// lives, so that one that was killed is in nobody's way.
type Slot struct {
	private string
	file    *os.File
}

// Take takes the place of the desk of a folder; ok is false when there is one already.
func Take(private string) (slot *Slot, ok bool, err error) {
	f, err := os.OpenFile(filepath.Join(private, "slot"), os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, false, err
	}
	if locked, err := lock(f); err != nil || !locked {
		f.Close()
		return nil, false, err
	}
	os.Remove(filepath.Join(private, "adres"))
	return &Slot{private, f}, true, doors{private}.clear()
}

// Tell writes down where the desk is, for a second start.
func (s *Slot) Tell(address string) error {
	return replacePrivate(filepath.Join(s.private, "adres"), []byte(address))
}

// Leave gives the place free.
func (s *Slot) Leave() {
	os.Remove(filepath.Join(s.private, "adres"))
	doors{s.private}.clear()
	s.file.Close()
}

// Living gives the address of the desk that a folder has; it waits a moment for one that is just starting.
func Living(private string) (address string, err error) {
	for range 50 {
		content, err := os.ReadFile(filepath.Join(private, "adres"))
		if address := string(content); err == nil && strings.HasPrefix(address, "http://127.0.0.1:") {
			return address, nil
		}
		time.Sleep(100 * time.Millisecond)
	}
	return "", os.ErrNotExist
}
