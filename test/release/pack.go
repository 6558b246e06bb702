package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"fmt"
	"time"

	"klantreis/test/building"
)

// pack puts files in an archive with one folder, all with the same day and owner: a zip for Windows, a
// tar.gz elsewhere.
func pack(t building.Target, files []entry, day time.Time) (entry, error) {
	folder := fmt.Sprintf("klantreis-%s-%s", t.System, t.Machine)
	day = day.UTC() // a zip also keeps the zone
	var b bytes.Buffer
	if t.System == "windows" {
		z := zip.NewWriter(&b)
		for _, f := range files {
			h := &zip.FileHeader{Name: folder + "/" + f.name, Method: zip.Deflate, Modified: day}
			h.SetMode(f.mode())
			w, err := z.CreateHeader(h)
			if err != nil {
				return entry{}, err
			}
			if _, err := w.Write(f.content); err != nil {
				return entry{}, err
			}
		}
		return entry{name: folder + ".zip"}.filled(&b, z.Close())
	}
	g, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return entry{}, err
	}
	w := tar.NewWriter(g)
	for _, f := range files {
		h := &tar.Header{Name: folder + "/" + f.name, Size: int64(len(f.content)), Mode: int64(f.mode()), ModTime: day, Format: tar.FormatUSTAR}
		if err := w.WriteHeader(h); err != nil {
			return entry{}, err
		}
		if _, err := w.Write(f.content); err != nil {
			return entry{}, err
		}
	}
	if err := w.Close(); err != nil {
		return entry{}, err
	}
	return entry{name: folder + ".tar.gz"}.filled(&b, g.Close())
}

// filled is the entry with what was written, unless closing it failed.
func (e entry) filled(b *bytes.Buffer, err error) (entry, error) {
	e.content = b.Bytes()
	return e, err
}
