package main

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"

	"klantreis/journeys/evidence"
)

// Bounds of the folder of counts. An entry is some kilobytes.
const (
	maxCacheAge   = 100 * 24 * time.Hour // since its last use
	maxCacheBytes = 256 << 20
	maxEntryBytes = 32 << 20
	cacheTouch    = 24 * time.Hour // a use is noted when the last note is older
	cacheLeftover = time.Hour      // what is being written for longer than this was broken off
)

// countsCache is the folder in which counts of signals are kept between runs, for this user only.
// Whatever is wrong with it, the work goes on without: an entry that cannot be read or written is
// one that is not there.
type countsCache struct {
	dir     string
	salt    []byte // a key of this folder's own
	started time.Time
	saved   bool
}

const (
	saltFile    = "sleutel"
	saltBytes   = 32
	entryEnding = ".telling"
	halfBegin   = "half-"
)

// openCache opens the folder, and makes it when it is not there; nil: there is no use in it.
func openCache(started time.Time) *countsCache {
	dir := cacheDir()
	if dir == "" {
		return nil
	}
	dir = filepath.Join(dir, "tellingen")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil
	}
	// Of others, nobody looks into it, and nobody puts in what they like to see.
	if info, err := os.Lstat(dir); err != nil || !info.IsDir() || runtime.GOOS != "windows" && info.Mode().Perm()&0o077 != 0 {
		return nil
	}
	c := &countsCache{dir: dir, started: started}
	if c.salt = c.readSalt(); c.salt == nil {
		os.Remove(filepath.Join(dir, saltFile)) // damaged
		fresh := make([]byte, saltBytes)
		rand.Read(fresh)
		c.write(saltFile, fresh, moveFirst)
		c.salt = c.readSalt()
	}
	if c.salt == nil {
		return nil
	}
	return c
}

func (c *countsCache) readSalt() []byte {
	salt, err := os.ReadFile(filepath.Join(c.dir, saltFile))
	if err != nil || len(salt) != saltBytes {
		return nil
	}
	return salt
}

// moveFirst moves a file in unless there is one: of several programs that write a first key at once,
// one wins.
func moveFirst(from, to string) error {
	if err := os.Link(from, to); err == nil || errors.Is(err, fs.ErrExist) {
		return err
	}
	return os.Rename(from, to) // a file system without links
}

// of is the cache as the journeys of one folder use it.
func (c *countsCache) of(folder string) evidence.Cache {
	if c == nil {
		return evidence.Cache{}
	}
	if whole, err := filepath.Abs(folder); err == nil {
		folder = whole
	}
	name := func(key string) string {
		sum := hmac.New(sha256.New, c.salt)
		sum.Write([]byte(folder + "\x00" + key))
		return hex.EncodeToString(sum.Sum(nil)[:20]) + entryEnding
	}
	return evidence.Cache{Salt: c.salt, Started: c.started,
		Load: func(key string) []byte { return c.load(name(key)) },
		Save: func(key string, entry []byte) {
			if len(entry) <= maxEntryBytes {
				c.write(name(key), entry, os.Rename)
				c.saved = true
			}
		},
	}
}

func (c *countsCache) load(name string) []byte {
	path := filepath.Join(c.dir, name)
	info, err := os.Lstat(path)
	if err != nil || !info.Mode().IsRegular() || info.Size() > maxEntryBytes {
		return nil
	}
	entry, err := os.ReadFile(path)
	if err != nil {
		return nil
	}
	if c.started.Sub(info.ModTime()) > cacheTouch {
		os.Chtimes(path, c.started, c.started)
	}
	return entry
}

// write writes a file aside and moves it in, so that nobody ever reads half of one.
func (c *countsCache) write(name string, content []byte, move func(from, to string) error) {
	half, err := os.CreateTemp(c.dir, halfBegin) // readable by this user only
	if err != nil {
		return
	}
	defer os.Remove(half.Name())
	_, err = half.Write(content)
	if closeErr := half.Close(); err == nil && closeErr == nil {
		move(half.Name(), filepath.Join(c.dir, name))
	}
}

// close removes what is old or too much, when something was added.
func (c *countsCache) close() {
	if c == nil || !c.saved {
		return
	}
	files, err := os.ReadDir(c.dir)
	if err != nil {
		return
	}
	type entry struct {
		name string
		size int64
		used time.Time
	}
	var entries []entry
	for _, f := range files {
		info, err := f.Info()
		if err != nil {
			continue
		}
		switch age := c.started.Sub(info.ModTime()); {
		case strings.HasPrefix(f.Name(), halfBegin) && age > cacheLeftover, strings.HasSuffix(f.Name(), entryEnding) && age > maxCacheAge:
			os.Remove(filepath.Join(c.dir, f.Name()))
		case strings.HasSuffix(f.Name(), entryEnding):
			entries = append(entries, entry{f.Name(), info.Size(), info.ModTime()})
		}
	}
	slices.SortFunc(entries, func(a, b entry) int { return b.used.Compare(a.used) })
	total := int64(0)
	for _, e := range entries {
		if total += e.size; total > maxCacheBytes {
			os.Remove(filepath.Join(c.dir, e.name))
		}
	}
}
