package journeymap

import "klantreis/render/drawing"

func Compare(before, after Input) drawing.Drawing { return Wide(after, Whole) }
