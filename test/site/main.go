// Command site makes the documentation site: static pages that also open from a folder, without a network.
//
//	go run ./test/site -uit /tmp/site
//
// Hugo (on Debian: apt-get install hugo) turns Markdown into pages, with the layout in docs/site. What is prepared
// here: the pages of docs/ in their order, the manual cut into chapters, links that stay true on the site, the
// reference told by the format itself, and a gallery of what the program makes of examples/. The same source gives
// the same bytes.
package main

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"

	"klantreis/test/building"
)

func main() {
	root := flag.String("van", ".", "the root of the repository")
	to := flag.String("uit", "uit/site", "the folder for the site; one that is there already is replaced")
	flag.Parse()
	if err := run(*root, *to); err != nil {
		fmt.Fprintln(os.Stderr, "site:", err)
		os.Exit(1)
	}
	fmt.Println("open", filepath.Join(*to, "index.html"))
}

func run(root, to string) error {
	work, err := os.MkdirTemp("", "klantreis-site-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	program, err := building.Build(root, work, building.Here(), "")
	if err != nil {
		return err
	}
	if program, err = filepath.Abs(program); err != nil {
		return err
	}
	gifts, err := makeGifts(program, root, filepath.Join(work, "gifts"))
	if err != nil {
		return err
	}
	if err := takePictures(gifts); err != nil {
		return err
	}
	return build(root, gifts, to)
}

// build makes the site of a repository and the gifts of its examples, with their pictures, into a folder.
func build(root, gifts, to string) error {
	work, err := os.MkdirTemp("", "klantreis-site-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	s, err := collect(root)
	if err != nil {
		return err
	}
	if err := s.addGallery(root, gifts); err != nil {
		return err
	}
	if err := os.CopyFS(work, os.DirFS(filepath.Join(root, "docs", "site"))); err != nil {
		return err
	}
	if err := s.write(root, work); err != nil {
		return err
	}
	if err := os.RemoveAll(to); err != nil {
		return err
	}
	if to, err = filepath.Abs(to); err != nil {
		return err
	}
	hugo := exec.Command("hugo", "--quiet", "--source", work, "--destination", to, "--cacheDir", filepath.Join(work, "cache"))
	if said, err := hugo.CombinedOutput(); err != nil || len(said) > 0 { // it warns with a status of 0
		return fmt.Errorf("hugo: %v\n%s", err, said)
	}
	return nil
}
