package main

import (
	"os"
	"path/filepath"
	"strings"

	"klantreis/journeys"
	"klantreis/render"
	"klantreis/render/tokens"
)

// themeNamed finds the theme of --thema; without a name, the first.
func (a *app) themeNamed(name string) (render.Theme, error) {
	if name == "" {
		return render.Themes()[0], nil
	}
	if t, ok := render.ThemeNamed(name); ok {
		return t, nil
	}
	return render.Theme{}, usageError{a.words.badTheme(name, journeys.Nearest(name, themeNames()), strings.Join(themeNames(), ", "))}
}

func themeNames() []string {
	var names []string
	for _, t := range render.Themes() {
		names = append(names, t.Name)
	}
	return names
}

// style lays the journey's house style, if it has one, over a theme. A file that cannot be opened
// has been told of when the journey was loaded.
func (l *loaded) style(over render.Theme) tokens.Style {
	name := l.journey.HouseStyle
	none := tokens.Style{Theme: over}
	if name == "" {
		return none
	}
	root, err := os.OpenRoot(l.folder)
	if err != nil {
		return none
	}
	defer root.Close()
	shown := filepath.Join(l.folder, filepath.FromSlash(name))
	style, err := tokens.Load(root.FS(), name, shown, over)
	if err != nil {
		return none
	}
	l.styleFile, l.styleSource = shown, style.Source
	return style
}

// text is the source of the file in which a problem stands.
func (l *loaded) text(pos journeys.Pos) []byte {
	if l.styleFile != "" && pos.File == l.styleFile {
		return l.styleSource
	}
	if l.lists != nil && pos.File != l.journey.Path {
		if text := l.lists.text(pos); text != nil {
			return text
		}
	}
	return l.source
}

func (w cliWords) flagTheme() string {
	all := strings.Join(themeNames(), w.either(" of ", " or "))
	return w.pick("`thema` van de uitvoer: %s; een huisstijl komt daaroverheen", "`theme` of the output: %s; a house style goes over it", all)
}

func (w cliWords) badTheme(name, meant, all string) string {
	return w.pick("het thema ‘%s’ is er niet.", "there is no theme ‘%s’.", name) + w.instead(meant, all)
}

func (w cliWords) otherFont(font string) string {
	return w.pick("De huisstijl vraagt het lettertype %s. Dat zit niet in Klantreis: alle teksten staan in Inter.",
		"The house style asks for the typeface %s. Klantreis does not have it: all text is set in Inter.", font)
}
