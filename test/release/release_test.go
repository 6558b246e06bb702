package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"crypto/ed25519"
	"crypto/x509"
	"encoding/pem"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"klantreis/test/building"
)

// testKey is a key of nobody, made of zeros.
func testKey(t *testing.T) (string, ed25519.PublicKey) {
	t.Helper()
	key := ed25519.NewKeyFromSeed(make([]byte, ed25519.SeedSize))
	der, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		t.Fatal(err)
	}
	return string(pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: der})), key.Public().(ed25519.PublicKey)
}

// TestRelease makes a release for this machine: the archive holds the program and its papers with the given
// day, the checksums are right, and the signature fits.
func TestRelease(t *testing.T) {
	t.Setenv("SOURCE_DATE_EPOCH", "1669852800")
	key, public := testKey(t)
	var told bytes.Buffer
	r := release{root: "../..", out: filepath.Join(t.TempDir(), "uitgave"), version: "1.2.3", targets: []building.Target{building.Here()}, key: key, told: &told}
	r.site = func(into string) error { // test/site tests the real one
		return os.CopyFS(into, fstest.MapFS{"index.html": {Data: []byte("<!DOCTYPE html>")}, "voorbeelden/a.png": {Data: []byte("PNG")}})
	}
	if err := r.make(); err != nil {
		t.Fatal(err)
	}
	sums, err := os.ReadFile(filepath.Join(r.out, "SHA256SUMS"))
	if err != nil {
		t.Fatal(err)
	}
	signature, err := os.ReadFile(filepath.Join(r.out, "SHA256SUMS.sig"))
	if err != nil || !ed25519.Verify(public, sums, signature) || ed25519.Verify(public, append(sums, ' '), signature) {
		t.Errorf("the signature does not fit (%v)", err)
	}
	var files []entry
	for _, line := range strings.Split(strings.TrimSpace(string(sums)), "\n") {
		_, name, _ := strings.Cut(line, "  ")
		content, err := os.ReadFile(filepath.Join(r.out, name))
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, entry{name: name, content: content})
	}
	if len(files) != 2 || !bytes.Equal(checksums(files).content, sums) {
		t.Errorf("%d files, or their sums differ:\n%s", len(files), sums)
	}
	names := strings.Join(contents(t, files[1]), " ")
	for _, want := range []string{building.Here().File(), "LEES-MIJ.txt", "LICENSE", "NOTICE", "licenties.txt", "documentatie/index.html", "documentatie/voorbeelden/a.png", "voorbeelden/verhuizen/klantreis.yaml", "man/klantreis-maak.1", "aanvullen/klantreis.bash", "aanvullen/_klantreis"} {
		if !strings.Contains(names, want) {
			t.Errorf("the archive lacks %s: %s", want, names)
		}
	}
	if strings.Contains(names, ".go ") || strings.Contains(names, "/.") {
		t.Errorf("the archive holds what is only for the source: %s", names)
	}
	if err := os.WriteFile(filepath.Join(r.out, "brief.txt"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := r.clear(); err == nil {
		t.Error("a folder with something else in it would be removed")
	}
}

// contents lists an archive; all in it must bear the day of TestRelease or TestPack.
func contents(t *testing.T, e entry) (names []string) {
	t.Helper()
	day := time.Unix(1669852800, 0).UTC()
	if strings.HasSuffix(e.name, ".zip") {
		z, err := zip.NewReader(bytes.NewReader(e.content), int64(len(e.content)))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range z.File {
			if !f.Modified.Equal(day) {
				t.Errorf("%s is of %v", f.Name, f.Modified)
			}
			names = append(names, f.Name)
		}
		return names
	}
	g, err := gzip.NewReader(bytes.NewReader(e.content))
	if err != nil {
		t.Fatal(err)
	}
	for r := tar.NewReader(g); ; {
		h, err := r.Next()
		if err == io.EOF {
			return names
		}
		if err != nil {
			t.Fatal(err)
		}
		if !h.ModTime.Equal(day) || h.Uname != "" || (h.Mode == 0o755) != strings.HasSuffix(h.Name, "/klantreis") {
			t.Errorf("%s: %v %q %o", h.Name, h.ModTime, h.Uname, h.Mode)
		}
		names = append(names, h.Name)
	}
}

// TestPack gives the same bytes twice, for every system.
func TestPack(t *testing.T) {
	day := time.Unix(1669852800, 0).UTC()
	for _, target := range building.Targets() {
		files := []entry{{name: target.File(), content: bytes.Repeat([]byte("klantreis"), 1000), program: true}, {name: "man/a.1", content: []byte(".TH")}}
		one, err := pack(target, files, day)
		if err != nil {
			t.Fatal(err)
		}
		two, err := pack(target, files, day.In(time.FixedZone("", 7200)))
		if err != nil || !bytes.Equal(one.content, two.content) {
			t.Errorf("%s differs between two runs (%v)", one.name, err)
		}
		if got := contents(t, one); len(got) != 2 {
			t.Errorf("%s holds %v", one.name, got)
		}
	}
}

// TestSigner refuses what is no Ed25519 key, and never repeats it.
func TestSigner(t *testing.T) {
	key, _ := testKey(t)
	for _, bad := range []string{"geheim", strings.Replace(key, "PRIVATE", "PUBLIC", 2), strings.Replace(key, "MC4", "MC5", 1)} {
		if _, err := newSigner(bad); err == nil || strings.Contains(fmt.Sprint(err), "geheim") || strings.Contains(fmt.Sprint(err), "MC5") {
			t.Errorf("%v", err)
		}
	}
}
