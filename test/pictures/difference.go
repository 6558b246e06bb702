// Package pictures proves that a picture looks alike wherever it is drawn: as our own PNG, in
// librsvg, in Chromium, and as PDF in poppler. The measure of "alike" is here; the tests draw.
package pictures

import (
	"fmt"
	"image"
	"image/draw"
	"math"
)

// The measure is S-CIELAB (Zhang and Wandell, "A spatial extension of CIELAB for digital color
// image reproduction", Journal of the SID 5-1, 1997): both pictures are split into one channel
// of light and two of colour, each is blurred as much as the eye does that looks from an arm's
// length, and only then is the CIE 1976 difference ΔE*ab taken, of which about 2 can just be
// seen. Of the paper's sums of Gaussians the strongest of each channel is used, as one that sums
// to one. Edges that are smoothed otherwise, and lines that lie a fraction of a pixel off, nearly
// vanish; what is missing, moved or of another colour does not.
const (
	pixelsPerDegree = 45.0 // a pixel of 0.26 mm at 67 cm
	spreadLight     = 0.0283 * pixelsPerDegree / math.Sqrt2
	spreadRedGreen  = 0.0392 * pixelsPerDegree / math.Sqrt2
	spreadBlueGold  = 0.0536 * pixelsPerDegree / math.Sqrt2
)

// tile is the side, in pixels, of the squares of which the worst one is reported; they lie half
// over each other, so that no fault is shared out between four of them.
const tile = 16

// Seen is a picture as the eye takes it in: CIELAB per pixel, for daylight D65.
type Seen struct {
	width, height int
	lab           [3][]float32
}

// Difference is how far two pictures are apart.
type Difference struct {
	Mean float64 // ΔE*ab, over the whole picture
	// Worst is of the worst tile, which has At as its corner: its mean ΔE*ab as a share of its
	// contrast. A busy or stark place masks small differences (Legge and Foley, "Contrast
	// masking in human vision", JOSA 70, 1980), and programs smooth the edges of white letters on
	// blue by as much as a line of small grey ones is worth. 1 is a tile in which the pictures
	// have nothing in common but their background.
	Worst float64
	At    image.Point
}

// unmasked is added to the contrast of a tile, in ΔE*ab: in a flat place, where about 2 can just be
// seen, that counts as a half.
const unmasked = 4.0

func (d Difference) String() string {
	return fmt.Sprintf("mean %.3f, worst %.3f at %v", d.Mean, d.Worst, d.At)
}

// xyz turns linear sRGB into CIE XYZ (IEC 61966-2-1); white is whiteD65.
var xyz = [3][3]float64{{0.4124, 0.3576, 0.1805}, {0.2126, 0.7152, 0.0722}, {0.0193, 0.1192, 0.9505}}

var whiteD65 = [3]float64{0.9505, 1, 1.0890}

// opponent turns XYZ into light, red–green and blue–gold, as in the paper; seen is its inverse.
var opponent = [3][3]float64{{0.279, 0.722, -0.107}, {-0.449, 0.290, 0.077}, {0.086, -0.590, 0.501}}

// See blurs a picture as the eye does. Transparent parts are seen on white.
func See(img image.Image) Seen {
	box := img.Bounds()
	s := Seen{width: box.Dx(), height: box.Dy()}
	flat := image.NewRGBA(image.Rect(0, 0, s.width, s.height))
	draw.Draw(flat, flat.Bounds(), image.White, image.Point{}, draw.Src)
	draw.Draw(flat, flat.Bounds(), img, box.Min, draw.Over)
	var channels [3][]float32
	shares := channelShares()
	for k := range channels {
		channels[k] = make([]float32, s.width*s.height)
		for i := range channels[k] {
			p := flat.Pix[4*i : 4*i+3]
			channels[k][i] = shares[k][0][p[0]] + shares[k][1][p[1]] + shares[k][2][p[2]]
		}
	}
	for k, spread := range [3]float64{spreadLight, spreadRedGreen, spreadBlueGold} {
		channels[k] = blur(channels[k], s.width, s.height, spread)
	}
	back, roots := inverse(opponent), newRoots()
	var to [3][3]float32
	for k := range to {
		for j := range to {
			to[k][j] = float32(back[k][j] / whiteD65[k])
		}
	}
	for i := range channels[0] {
		a, b, c := channels[0][i], channels[1][i], channels[2][i]
		x, y, z := roots.of(to[0][0]*a+to[0][1]*b+to[0][2]*c), roots.of(to[1][0]*a+to[1][1]*b+to[1][2]*c), roots.of(to[2][0]*a+to[2][1]*b+to[2][2]*c)
		channels[0][i], channels[1][i], channels[2][i] = 116*y-16, 500*(x-y), 200*(y-z)
	}
	s.lab = channels
	return s
}

// channelShares is what each value of red, green and blue adds to each opponent channel.
func channelShares() (shares [3][3][256]float32) {
	to := times(opponent, xyz)
	for v := range 256 {
		linear := fromSRGB(float64(v) / 255)
		for k := range 3 {
			for j := range 3 {
				shares[k][j][v] = float32(to[k][j] * linear)
			}
		}
	}
	return shares
}

func fromSRGB(v float64) float64 {
	if v <= 0.04045 {
		return v / 12.92
	}
	return math.Pow((v+0.055)/1.055, 2.4)
}

// roots is CIELAB's cube root, with its straight piece near black, as a table between 0 and 1.25.
type roots []float32

const rootSteps = 1 << 14

func newRoots() roots {
	r := make(roots, rootSteps*5/4+2)
	for i := range r {
		if t := float64(i) / rootSteps; t > 216.0/24389 {
			r[i] = float32(math.Cbrt(t))
		} else {
			r[i] = float32((24389.0/27*t + 16) / 116)
		}
	}
	return r
}

func (r roots) of(t float32) float32 {
	t = min(max(t*rootSteps, 0), float32(len(r)-2))
	i := int(t)
	return r[i] + (r[i+1]-r[i])*(t-float32(i))
}

// blur convolves with a Gaussian, first along, then across; the edge of the picture goes on.
func blur(in []float32, width, height int, spread float64) []float32 {
	radius := int(math.Ceil(3 * spread))
	kernel := make([]float32, radius+1)
	sum := 0.0
	for i := range kernel {
		v := math.Exp(-float64(i*i) / (2 * spread * spread))
		kernel[i] = float32(v)
		sum += v
		if i > 0 {
			sum += v
		}
	}
	for i := range kernel {
		kernel[i] /= float32(sum)
	}
	along, across, padded := make([]float32, len(in)), make([]float32, len(in)), make([]float32, width+2*radius)
	for y := range height {
		copy(padded[radius:], in[y*width:(y+1)*width])
		for i := range radius {
			padded[i], padded[radius+width+i] = padded[radius], padded[radius+width-1]
		}
		out := along[y*width : (y+1)*width]
		for x := range out {
			near := padded[x : x+2*radius+1]
			v := near[radius] * kernel[0]
			for i := 1; i <= radius; i++ {
				v += kernel[i] * (near[radius-i] + near[radius+i])
			}
			out[x] = v
		}
	}
	for y := range height {
		out := across[y*width : (y+1)*width]
		for x, v := range along[y*width : (y+1)*width] {
			out[x] = v * kernel[0]
		}
		for i := 1; i <= radius; i++ {
			above, below := along[max(y-i, 0)*width:], along[min(y+i, height-1)*width:]
			for x := range out {
				out[x] += kernel[i] * (above[x] + below[x])
			}
		}
	}
	return across
}

// Compare measures how far two pictures of one size are apart.
func Compare(a, b Seen) (Difference, error) {
	if a.width != b.width || a.height != b.height {
		return Difference{}, fmt.Errorf("sizes differ: %d × %d and %d × %d", a.width, a.height, b.width, b.height)
	}
	// Sums over quarters of tiles, of which tiles are put together.
	const step = tile / 2
	columns, rows := (a.width+step-1)/step, (a.height+step-1)/step
	sums := make([]sum, columns*rows)
	total := 0.0
	for y := range a.height {
		for x := range a.width {
			i := y*a.width + x
			q := &sums[y/step*columns+x/step]
			square := float32(0)
			for k := range 3 {
				u, v := a.lab[k][i], b.lab[k][i]
				q.of[0][k] += float64(u)
				q.of[1][k] += float64(v)
				q.squares[0] += float64(u * u)
				q.squares[1] += float64(v * v)
				square += (u - v) * (u - v)
			}
			apart := math.Sqrt(float64(square))
			q.apart += apart
			q.n++
			total += apart
		}
	}
	d := Difference{Mean: total / math.Max(1, float64(a.width*a.height))}
	for y := range max(rows-1, 1) {
		for x := range max(columns-1, 1) {
			var whole sum
			for _, k := range [4][2]int{{0, 0}, {1, 0}, {0, 1}, {1, 1}} {
				if x+k[0] < columns && y+k[1] < rows {
					whole.add(sums[(y+k[1])*columns+x+k[0]])
				}
			}
			contrast := math.Max(whole.contrast(0), whole.contrast(1))
			if v := whole.apart / whole.n / (unmasked + contrast); v > d.Worst {
				d.Worst, d.At = v, image.Pt(x*step, y*step)
			}
		}
	}
	return d, nil
}

// sum gathers a tile of both pictures.
type sum struct {
	n, apart float64
	of       [2][3]float64 // L, a, b
	squares  [2]float64    // of all three
}

func (s *sum) add(t sum) {
	s.n += t.n
	s.apart += t.apart
	for i := range 2 {
		for k := range 3 {
			s.of[i][k] += t.of[i][k]
		}
		s.squares[i] += t.squares[i]
	}
}

// contrast is the standard deviation within a picture's tile, in ΔE*ab.
func (s *sum) contrast(picture int) float64 {
	variance := s.squares[picture] / s.n
	for _, v := range s.of[picture] {
		variance -= v / s.n * v / s.n
	}
	return math.Sqrt(math.Max(0, variance))
}

func times(a, b [3][3]float64) (c [3][3]float64) {
	for i := range 3 {
		for j := range 3 {
			for k := range 3 {
				c[i][j] += a[i][k] * b[k][j]
			}
		}
	}
	return c
}

// inverse is by cofactors.
func inverse(m [3][3]float64) (n [3][3]float64) {
	cofactor := func(i, j int) float64 {
		return m[(i+1)%3][(j+1)%3]*m[(i+2)%3][(j+2)%3] - m[(i+1)%3][(j+2)%3]*m[(i+2)%3][(j+1)%3]
	}
	det := m[0][0]*cofactor(0, 0) + m[0][1]*cofactor(0, 1) + m[0][2]*cofactor(0, 2)
	for i := range 3 {
		for j := range 3 {
			n[j][i] = cofactor(i, j) / det
		}
	}
	return n
}
