package drawing_test

import (
	"bytes"
	"fmt"
	"strings"

	"klantreis/render/drawing"
)

// A drawing is placed completely before it is written, so it looks the same in every format.
func ExampleWriteSVG() {
	d := drawing.Drawing{ID: "knop", Width: 40, Height: 20, Title: "Een knop", Lang: "nl"}
	button := drawing.Rect(2, 2, 36, 16, 4)
	button.Fill = drawing.Solid(drawing.Hex("#0b5a7e"))
	d.Items = append(d.Items, button)
	var svg bytes.Buffer
	err := drawing.WriteSVG(&svg, d, drawing.SVGOptions{})
	_, path, _ := strings.Cut(svg.String(), "</desc>\n")
	fmt.Print(err, "\n", path)
	// Output:
	// <nil>
	// <path d="M6 2L34 2C36.21 2 38 3.79 38 6L38 14C38 16.21 36.21 18 34 18L6 18C3.79 18 2 16.21 2 14L2 6C2 3.79 3.79 2 6 2Z" fill="#0b5a7e"/>
	// </svg>
}
