package drawing

import "math"

// OKLCH is a colour by how it looks: lightness L from 0 to 1, chroma C from 0 to about 0.32, and
// hue H in degrees. Equal steps look about equally large. From B. Ottosson, "A perceptual color
// space for image processing" (2020), https://bottosson.github.io/posts/oklab/.
type OKLCH struct{ L, C, H float64 }

// OKLCH gives the colour's lightness, chroma and hue, without its alpha.
func (c Color) OKLCH() OKLCH {
	v := labOf(c)
	h := math.Atan2(v.b, v.a) * 180 / math.Pi
	if h < 0 {
		h += 360
	}
	return OKLCH{v.l, math.Hypot(v.a, v.b), h}
}

// Color is the nearest opaque sRGB colour of the same lightness and hue: chroma that a screen
// cannot show is taken off.
func (o OKLCH) Color() Color {
	l := math.Max(0, math.Min(1, o.L))
	sin, cos := math.Sincos(o.H * math.Pi / 180)
	within := func(chroma float64) (rgb [3]float64, ok bool) {
		rgb = lab{l, chroma * cos, chroma * sin}.linear()
		for _, v := range rgb {
			if v < -1e-6 || v > 1+1e-6 {
				return rgb, false
			}
		}
		return rgb, true
	}
	rgb, ok := within(o.C)
	for low, high, i := 0.0, o.C, 0; !ok && i < 20; i++ {
		middle := (low + high) / 2
		if v, fits := within(middle); fits {
			low, rgb = middle, v
		} else {
			high = middle
			if low == 0 {
				rgb, _ = within(0)
			}
		}
	}
	return fromLinear(rgb)
}

// Difference is the distance of two colours in OKLab: 0.02 is just visible, 1 is black to white.
func Difference(a, b Color) float64 { return labOf(a).distance(labOf(b)) }

// Vision is a way of seeing colours.
type Vision int

const (
	Trichromat  Vision = iota // all three cones
	Protanope                 // no red cones
	Deuteranope               // no green cones
	Tritanope                 // no blue cones
	Visions                   // the number of them
)

// visions are the matrices for severity 1.0, on linear RGB, from G. M. Machado, M. M. Oliveira and
// L. A. F. Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency",
// IEEE Transactions on Visualization and Computer Graphics 15(6), 2009.
var visions = [Visions][3][3]float64{
	{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
	{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}},
	{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}},
	{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}},
}

// SeenBy gives the colour as somebody with that vision sees it.
func (c Color) SeenBy(v Vision) Color {
	rgb := c.linear()
	var seen [3]float64
	for i, row := range visions[v] {
		seen[i] = row[0]*rgb[0] + row[1]*rgb[1] + row[2]*rgb[2]
	}
	return fromLinear(seen)
}

// Looks is a colour as everybody sees it, for where many are compared.
type Looks [Visions]lab

// Looks works out how the colour is seen.
func (c Color) Looks() Looks {
	var all Looks
	for v := range Visions {
		all[v] = labOf(c.SeenBy(v))
	}
	return all
}

// Difference is what Difference gives for the two colours as somebody with that vision sees them.
func (l Looks) Difference(other Looks, v Vision) float64 { return l[v].distance(other[v]) }

// Grey is the colour on a printer without colours: the grey of the same luminance.
func (c Color) Grey() Color {
	y := luminance(c)
	return fromLinear([3]float64{y, y, y})
}

// linear undoes the transfer curve of sRGB (IEC 61966-2-1).
func (c Color) linear() [3]float64 {
	var rgb [3]float64
	for i, v := range []uint8{c.R, c.G, c.B} {
		s := float64(v) / 255
		if s <= 0.04045 {
			rgb[i] = s / 12.92
		} else {
			rgb[i] = math.Pow((s+0.055)/1.055, 2.4)
		}
	}
	return rgb
}

func fromLinear(rgb [3]float64) Color {
	var b [3]uint8
	for i, v := range rgb {
		v = math.Max(0, math.Min(1, v))
		if v <= 0.0031308 {
			v *= 12.92
		} else {
			v = 1.055*math.Pow(v, 1/2.4) - 0.055
		}
		b[i] = uint8(math.Round(255 * v))
	}
	return Color{b[0], b[1], b[2], 255}
}

// lab is a colour in OKLab.
type lab struct{ l, a, b float64 }

func labOf(c Color) lab {
	rgb := c.linear()
	l := math.Cbrt(0.4122214708*rgb[0] + 0.5363325363*rgb[1] + 0.0514459929*rgb[2])
	m := math.Cbrt(0.2119034982*rgb[0] + 0.6806995451*rgb[1] + 0.1073969566*rgb[2])
	s := math.Cbrt(0.0883024619*rgb[0] + 0.2817188376*rgb[1] + 0.6299787005*rgb[2])
	return lab{
		0.2104542553*l + 0.7936177850*m - 0.0040720468*s,
		1.9779984951*l - 2.4285922050*m + 0.4505937099*s,
		0.0259040371*l + 0.7827717662*m - 0.8086757660*s,
	}
}

func (p lab) distance(q lab) float64 {
	return math.Sqrt((p.l-q.l)*(p.l-q.l) + (p.a-q.a)*(p.a-q.a) + (p.b-q.b)*(p.b-q.b))
}

func (p lab) linear() [3]float64 {
	cube := func(v float64) float64 { return v * v * v }
	l := cube(p.l + 0.3963377774*p.a + 0.2158037573*p.b)
	m := cube(p.l - 0.1055613458*p.a - 0.0638541728*p.b)
	s := cube(p.l - 0.0894841775*p.a - 1.2914855480*p.b)
	return [3]float64{
		4.0767416621*l - 3.3077115913*m + 0.2309699292*s,
		-1.2684380046*l + 2.6097574011*m - 0.3413193965*s,
		-0.0041960863*l - 0.7034186147*m + 1.7076147010*s,
	}
}
