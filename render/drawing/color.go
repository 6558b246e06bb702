package drawing

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// namedColors are the colour names of CSS 2.
var namedColors = map[string]Color{
	"black": {0, 0, 0, 255}, "silver": {192, 192, 192, 255}, "gray": {128, 128, 128, 255}, "grey": {128, 128, 128, 255},
	"white": {255, 255, 255, 255}, "maroon": {128, 0, 0, 255}, "red": {255, 0, 0, 255}, "purple": {128, 0, 128, 255},
	"fuchsia": {255, 0, 255, 255}, "green": {0, 128, 0, 255}, "lime": {0, 255, 0, 255}, "olive": {128, 128, 0, 255},
	"yellow": {255, 255, 0, 255}, "navy": {0, 0, 128, 255}, "blue": {0, 0, 255, 255}, "teal": {0, 128, 128, 255},
	"aqua": {0, 255, 255, 255}, "orange": {255, 165, 0, 255},
	"none": {}, "transparent": {},
}

// parseColor reads a colour of SVG 1.1, which has no hsl(); current stands for currentColor.
func parseColor(s, current string) (Color, error) {
	s = strings.TrimSpace(s)
	if strings.EqualFold(s, "currentcolor") {
		s = current
	}
	if len(s) > 3 && strings.EqualFold(s[:3], "hsl") {
		return Color{}, fmt.Errorf("colour %.40q is not supported", s)
	}
	return ParseColor(s)
}

// ParseColor reads a colour as CSS writes it: one of the names of CSS 2, #rgb, #rgba, #rrggbb,
// #rrggbbaa, rgb(), rgba(), hsl() or hsla(), with commas or spaces. The word transparent gives
// the zero value.
func ParseColor(s string) (Color, error) {
	s = strings.ToLower(strings.TrimSpace(s))
	if c, ok := namedColors[s]; ok {
		return c, nil
	}
	if digits, ok := strings.CutPrefix(s, "#"); ok {
		return hexColor(digits)
	}
	name, inside, ok := strings.Cut(s, "(")
	inside, closed := strings.CutSuffix(inside, ")")
	parts := strings.FieldsFunc(inside, func(r rune) bool { return strings.ContainsRune(" ,/", r) })
	if !ok || !closed || len(parts) != 3 && len(parts) != 4 {
		return Color{}, fmt.Errorf("colour %.40q is not supported", s)
	}
	var c Color
	var err error
	switch name {
	case "rgb", "rgba":
		c, err = rgbColor(parts)
	case "hsl", "hsla":
		c, err = hslColor(parts)
	default:
		err = fmt.Errorf("colour %.40q is not supported", s)
	}
	if err != nil {
		return Color{}, err
	}
	if len(parts) == 4 {
		a, err := share(parts[3])
		if err != nil {
			return Color{}, err
		}
		c = c.Alpha(a)
	}
	return c, nil
}

// rgbColor reads three channels, each 0 to 255 or a percentage.
func rgbColor(parts []string) (Color, error) {
	c := Color{A: 255}
	for i, channel := range []*uint8{&c.R, &c.G, &c.B} {
		v, err := number(strings.TrimSuffix(parts[i], "%"))
		if strings.HasSuffix(parts[i], "%") {
			v *= 2.55
		}
		if err != nil {
			return Color{}, err
		}
		*channel = Color{}.Alpha(v / 255).A
	}
	return c, nil
}

// hslColor reads hue in degrees, saturation and lightness in percent (CSS Color 4, section 7).
func hslColor(parts []string) (Color, error) {
	hue, err := number(strings.TrimSuffix(parts[0], "deg"))
	if err != nil {
		return Color{}, err
	}
	var saturation, lightness float64
	for i, v := range []*float64{&saturation, &lightness} {
		if *v, err = number(strings.TrimSuffix(parts[i+1], "%")); err != nil {
			return Color{}, err
		}
		*v = math.Max(0, math.Min(1, *v/100))
	}
	channel := func(n float64) uint8 {
		k := math.Mod(math.Mod(n+hue/30, 12)+12, 12)
		v := lightness - saturation*math.Min(lightness, 1-lightness)*math.Max(-1, math.Min(math.Min(k-3, 9-k), 1))
		return Color{}.Alpha(v).A
	}
	return Color{channel(0), channel(8), channel(4), 255}, nil
}

// hexColor reads the digits of #rgb, #rgba, #rrggbb or #rrggbbaa.
func hexColor(digits string) (Color, error) {
	long := digits
	if len(digits) == 3 || len(digits) == 4 {
		long = ""
		for _, d := range digits {
			long += string(d) + string(d)
		}
	}
	if len(long) == 6 {
		long += "ff"
	}
	v, err := strconv.ParseUint(long, 16, 32)
	if err != nil || len(long) != 8 {
		return Color{}, fmt.Errorf("colour %.40q is not supported", "#"+digits)
	}
	return Color{uint8(v >> 24), uint8(v >> 16), uint8(v >> 8), uint8(v)}, nil
}

// faded multiplies the opacity.
func (c Color) faded(share float64) Color { return c.Alpha(float64(c.A) / 255 * share) }
