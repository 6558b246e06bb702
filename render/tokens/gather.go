package tokens

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"klantreis/render/drawing"
)

// token is one named value.
type token struct {
	path  []string // from the outside in; one name in a flat file
	value string   // as written, perhaps a reference
	at    int      // offset of the value
}

// label is the token's name for people, as NL Design System writes it.
func (t token) label() string { return strings.Join(t.path, ".") }

// gather finds the tokens, whatever the form of the file.
func (r *reader) gather(root *node) {
	r.byPath, r.byName = map[string]int{}, map[string][]int{}
	switch {
	case root.kind == list:
		r.listed(root)
	case root.kind != object:
		return
	default:
		if theme := severalThemes(root); theme != nil {
			r.warn(theme.at, "huisstijl-thema", theme.key)
			root = theme.child("tokens")
		}
		chosen, sets := setsOf(root)
		for i := range root.kids {
			kid := &root.kids[i]
			switch {
			case strings.HasPrefix(kid.key, "$"):
			case !sets:
				r.walk(kid, []string{kid.key})
			case chosen(kid.key):
				r.walkGroup(kid, nil)
			}
		}
	}
	for i, t := range r.tokens {
		names := []string{join(words(t.path...))}
		if len(t.path) > 1 {
			names = append(names, join(words(t.path[1:]...)))
		} else if w := words(t.path...); len(w) > 1 {
			names = append(names, join(w[1:]))
		}
		for _, name := range names {
			r.byName[name] = append(r.byName[name], i)
		}
	}
}

// severalThemes gives the first theme of a file that holds more, each with its own tokens.
func severalThemes(root *node) *node {
	if len(root.kids) < 2 {
		return nil
	}
	for i := range root.kids {
		if tokens := root.kids[i].child("tokens"); tokens == nil || tokens.kind != object || root.kids[i].child("id") == nil {
			return nil
		}
	}
	return &root.kids[0]
}

// setsOf tells whether the names at the top are sets of Tokens Studio, and which of them count:
// those that the first theme names, or else all that are not for the dark or an exception.
func setsOf(root *node) (chosen func(name string) bool, sets bool) {
	sets = root.child("$metadata") != nil || root.child("$themes") != nil
	for _, kid := range root.kids {
		sets = sets || strings.Contains(kid.key, "/")
	}
	if themes := root.child("$themes"); themes != nil && len(themes.kids) > 0 {
		if selected := themes.kids[0].child("selectedTokenSets"); selected != nil && len(selected.kids) > 0 {
			return func(name string) bool {
				state := selected.child(name)
				return state != nil && state.text != "disabled"
			}, sets
		}
	}
	return func(name string) bool {
		return !strings.Contains(name, "dark") && !strings.HasPrefix(name, "overrides")
	}, sets
}

// listed reads the form in which each token says its own name.
func (r *reader) listed(root *node) {
	for i := range root.kids {
		kid := &root.kids[i]
		var path []string
		if p := kid.child("path"); p != nil && p.kind == list {
			for _, part := range p.kids {
				path = append(path, part.text)
			}
		} else if name := kid.child("name"); name != nil && name.text != "" {
			path = []string{name.text}
		}
		if value, at, ok := valueOf(kid); ok && len(path) > 0 {
			r.put(token{path, value, at})
		}
	}
}

// walk takes a token, or all tokens of a group.
func (r *reader) walk(n *node, path []string) {
	if value, at, ok := valueOf(n); ok {
		r.put(token{slices.Clone(path), value, at})
		return
	}
	r.walkGroup(n, path)
}

func (r *reader) walkGroup(n *node, path []string) {
	if n.kind != object {
		return
	}
	for i := range n.kids {
		if kid := &n.kids[i]; !strings.HasPrefix(kid.key, "$") {
			r.walk(kid, append(path, kid.key))
		}
	}
}

// put keeps a token; a later one of the same name (from a later set) replaces it.
func (r *reader) put(t token) {
	key := strings.ToLower(strings.Join(t.path, "."))
	if i, ok := r.byPath[key]; ok {
		r.tokens[i].value, r.tokens[i].at = t.value, t.at
		return
	}
	r.byPath[key] = len(r.tokens)
	r.tokens = append(r.tokens, t)
}

// valueOf gives the value of a token; ok is false for a group and for values of other kinds.
func valueOf(n *node) (value string, at int, ok bool) {
	for _, key := range []string{"$value", "value"} {
		if v := n.child(key); v != nil {
			if s, ok := plain(v); ok {
				return s, v.at, true
			}
		}
	}
	if n.kind == text {
		return n.text, n.at, true
	}
	return "", 0, false
}

// plain writes a value as one text: a colour object of the design tokens format as CSS, a list
// of typefaces with commas.
func plain(v *node) (string, bool) {
	switch v.kind {
	case text, other:
		return v.text, true
	case list:
		var parts []string
		for _, kid := range v.kids {
			if kid.kind != text {
				return "", false
			}
			parts = append(parts, kid.text)
		}
		return strings.Join(parts, ", "), true
	}
	if hex := v.child("hex"); hex != nil && hex.kind == text {
		return hex.text, true
	}
	space, parts := v.child("colorSpace"), v.child("components")
	if space == nil || space.text != "srgb" || parts == nil || len(parts.kids) != 3 {
		return "", false
	}
	var channels []string
	for _, kid := range parts.kids {
		channels = append(channels, kid.text)
	}
	alpha := "1"
	if a := v.child("alpha"); a != nil {
		alpha = a.text
	}
	return fmt.Sprintf("color(srgb %s / %s)", strings.Join(channels, " "), alpha), true
}

// words cuts names at points, hyphens and capitals, in lower case. A number belongs to the word
// before it, because flat files write accent-1 as Accent1.
func words(names ...string) []string {
	var all []string
	for _, name := range names {
		var last rune
		start := true
		for _, char := range name {
			switch {
			case !unicode.IsLetter(char) && !unicode.IsDigit(char):
				start = true
			case start && unicode.IsDigit(char) && len(all) > 0, !start && !(unicode.IsUpper(char) && !unicode.IsUpper(last)):
				all[len(all)-1] += string(unicode.ToLower(char))
				start = false
			default:
				all = append(all, string(unicode.ToLower(char)))
				start = false
			}
			last = char
		}
	}
	return all
}

func join(words []string) string { return strings.Join(words, "-") }

// resolve follows the references of a token to a text. It reports the first name that does not
// exist, or the one that leads back to itself.
func (r *reader) resolve(t token) (value, missing, circle string) {
	value = t.value
	for range 32 {
		inside, ok := strings.CutPrefix(strings.TrimSpace(value), "{")
		inside, closed := strings.CutSuffix(inside, "}")
		if !ok || !closed {
			return value, "", ""
		}
		name := strings.TrimSuffix(strings.TrimSuffix(strings.ToLower(strings.TrimSpace(inside)), ".value"), ".$value")
		i, ok := r.byPath[name]
		if !ok {
			return "", inside, ""
		}
		circle, value = inside, r.tokens[i].value
	}
	return "", "", circle
}

// color is the colour of a token as it looks on white; ok is false when it has none.
func (r *reader) color(t token) (c drawing.Color, ok bool) {
	value, _, _ := r.resolve(t)
	return parseColor(value)
}

func parseColor(value string) (c drawing.Color, ok bool) {
	if inside, found := strings.CutPrefix(value, "color(srgb "); found {
		fields := strings.Fields(strings.TrimSuffix(inside, ")"))
		for i := 0; i < 3 && i < len(fields); i++ {
			fields[i] = percent(fields[i])
		}
		value = "rgb(" + strings.Join(fields, " ") + ")"
	}
	c, err := drawing.ParseColor(value)
	if err != nil || c.A == 0 {
		return drawing.Color{}, false
	}
	return c.Over(drawing.Color{R: 255, G: 255, B: 255, A: 255}, float64(c.A)/255), true
}

// percent writes a share as a percentage; what is no number stays as it is and is refused later.
func percent(share string) string {
	var v float64
	if _, err := fmt.Sscanf(share, "%g", &v); err != nil {
		return share
	}
	return fmt.Sprintf("%.4f%%", 100*v)
}

func (r *reader) anyColor() bool {
	return slices.ContainsFunc(r.tokens, func(t token) bool { _, ok := r.color(t); return ok })
}
