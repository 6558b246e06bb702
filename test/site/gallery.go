package main

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"

	"golang.org/x/image/draw"

	"klantreis/journeys"
)

// example is one of the gallery: its folder and what it shows.
type example struct{ Name, Shows string }

func gallery() []example {
	return []example{
		{"energietoeslag", "Dertien stappen, zes bronnen en drie adviezen die al zijn uitgevoerd: bij één daalde het aantal vragen meetbaar, bij één niet, en bij één is het nog te vroeg."},
		{"verhuizen", "Een klantarena, en hoe lang het duurt tot een verhuizing is bevestigd. Zaken die nog open zijn, tellen mee."},
		{"klantenservice", "Klachten die binnen een werkdag worden teruggebeld, in de huisstijl van een verzonnen gemeente."},
		{"persoonlijk-contact", "Naast elke digitale stap een mens. Hier is een stijging juist wat de gemeente wilde."},
		{"groetjes-van-de-klant", "Zonder bestanden: gesprekken op straat, met de hand getypt. Groepen die te klein zijn, blijven weg."},
	}
}

// giftFiles are those of a gift that the gallery opens.
func giftFiles() []string {
	return []string{"klantreis.html", "presentatie.html", "advies.html", "advies.pdf"}
}

// makeGifts has the program make the gifts of the examples in a folder, with the command that the README gives, and
// tells where they are.
func makeGifts(program, root, in string) (string, error) {
	if err := os.CopyFS(filepath.Join(in, "examples"), os.DirFS(filepath.Join(root, "examples"))); err != nil {
		return "", err
	}
	cmd := exec.Command(program, "maak", "examples")
	cmd.Dir = in
	cmd.Env = append(os.Environ(), "HOME="+in, "XDG_CACHE_HOME="+in) // what was counted before is somebody else's
	if said, err := cmd.CombinedOutput(); err != nil {
		return "", fmt.Errorf("klantreis maak examples: %w\n%s", err, said)
	}
	return filepath.Join(in, "uit"), nil
}

// takePictures makes, in each gift, three small pictures for the gallery: of the map, of a page of the report and of
// the first slide.
func takePictures(gifts string) error {
	chromium := os.Getenv("CHROMIUM")
	if chromium == "" {
		chromium = "chromium"
	}
	for _, e := range gallery() {
		dir, err := filepath.Abs(filepath.Join(gifts, e.Name))
		if err != nil {
			return err
		}
		profile, err := os.MkdirTemp("", "klantreis-site-")
		if err != nil {
			return err
		}
		defer os.RemoveAll(profile)
		for _, args := range [][]string{
			{"pdftoppm", "-r", "60", "-png", "-singlefile", "-f", "2", "-l", "2", filepath.Join(dir, "advies.pdf"), filepath.Join(dir, "beeld-advies")},
			{chromium, "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir=" + profile, "--force-prefers-reduced-motion", "--hide-scrollbars",
				"--virtual-time-budget=3000", "--window-size=1280,720", "--screenshot=" + filepath.Join(dir, "beeld-dia.png"), "file://" + filepath.ToSlash(filepath.Join(dir, "presentatie.html"))},
		} {
			if said, err := exec.Command(args[0], args[1:]...).CombinedOutput(); err != nil {
				return fmt.Errorf("%s: %w\n%s", args[0], err, said)
			}
		}
		if _, err := os.Stat(filepath.Join(dir, "beeld-dia.png")); err != nil {
			return errors.New("chromium took no picture of " + e.Name)
		}
		if err := smaller(filepath.Join(dir, "klantreis.png"), filepath.Join(dir, "beeld-kaart.png"), 1400); err != nil {
			return err
		}
	}
	return nil
}

// smaller writes a PNG again, so many pixels wide.
func smaller(from, to string, width int) error {
	content, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	picture, err := png.Decode(bytes.NewReader(content))
	if err != nil {
		return err
	}
	b := picture.Bounds()
	out := image.NewRGBA(image.Rect(0, 0, width, b.Dy()*width/b.Dx()))
	draw.CatmullRom.Scale(out, out.Bounds(), picture, b, draw.Src, nil)
	var written bytes.Buffer
	if err := png.Encode(&written, out); err != nil {
		return err
	}
	return os.WriteFile(to, written.Bytes(), 0o644)
}

const galleryIntro = `
Vijf klantreizen op openbare verhalen van gemeenten. De signalen en citaten zijn **verzonnen**. De beelden hieronder maakte het
programma zelf, toen deze bladzijden werden gemaakt. Wilt u ermee beginnen? Kies in de werkplek (` + "`klantreis open`" + `) *Nieuwe
klantreis* en dan het voorbeeld.
`

// addGallery makes the page of the examples, and takes their gifts and YAML along.
func (s *site) addGallery(root, gifts string) error {
	gifts, err := filepath.Abs(gifts)
	if err != nil {
		return err
	}
	var b strings.Builder
	b.WriteString(galleryIntro)
	for _, e := range gallery() {
		source := path.Join("examples", e.Name, "klantreis.yaml")
		j, _, problems, err := journeys.Load(filepath.Join(root, filepath.FromSlash(source)))
		if err != nil || problems.HasErrors() {
			return fmt.Errorf("%s: %v", source, err)
		}
		dir := path.Join("voorbeelden", e.Name)
		for _, name := range append(giftFiles(), "beeld-kaart.png", "beeld-advies.png", "beeld-dia.png") {
			s.files[path.Join(dir, name)] = filepath.Join(gifts, e.Name, name)
		}
		s.files["bestanden/"+source] = source
		fmt.Fprintf(&b, "\n## %s\n\n%s\n\n", j.Title, e.Shows)
		for _, p := range []struct{ picture, opens, alt string }{
			{"beeld-kaart.png", "klantreis.html", "De kaart"}, {"beeld-advies.png", "advies.pdf", "Een bladzijde van het adviesrapport"}, {"beeld-dia.png", "presentatie.html", "De eerste dia"},
		} {
			fmt.Fprintf(&b, "[![%s van ‘%s’](%s/%s)](%s/%s)\n", p.alt, j.Title, e.Name, p.picture, e.Name, p.opens)
		}
		fmt.Fprintf(&b, "\nOpen [de kaart](%[1]s/klantreis.html), [de presentatie](%[1]s/presentatie.html), [het advies als webpagina](%[1]s/advies.html) of\n[als PDF](%[1]s/advies.pdf). Zo staat het opgeschreven: [%[1]s/klantreis.yaml](../bestanden/%[2]s).\n", e.Name, source)
	}
	s.pages = append(s.pages, page{Section: "voorbeelden", Name: "galerij", Title: "Vijf voorbeelden", Body: b.String()})
	return nil
}
