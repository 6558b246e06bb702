package journeymap

import "klantreis/render/drawing"

// placeIcons are the pictures for channels that municipalities add themselves: places, papers and vehicles.
func placeIcons() []icon {
	return []icon{"huis", "school", "boek", "kraam", "krant", "folder", "poster", "formulier", "pas", "computer", "video",
		"microfoon", "bus", "auto", "fiets", "boom", "container", "geld", "ster", "hart"}
}

// placeOutline is outline, for placeIcons.
func placeOutline(name icon) []drawing.Path {
	switch name {
	case "huis":
		return []drawing.Path{way(3, 11.5, 12, 3.5, 21, 11.5), way(5.5, 9.8, 5.5, 20.5, 18.5, 20.5, 18.5, 9.8), way(10, 20.5, 10, 14.5, 14, 14.5, 14, 20.5)}
	case "school":
		return []drawing.Path{way(12, 4.5, 22, 9.5, 12, 14.5, 2, 9.5, 12, 4.5), inked(drawing.Path{}.Move(6.5, 12).Line(6.5, 17).Cubic(6.5, 20.5, 17.5, 20.5, 17.5, 17).Line(17.5, 12)), way(21.5, 10, 21.5, 16)}
	case "boek":
		return []drawing.Path{way(12, 6.5, 12, 20), inked(drawing.Path{}.Move(12, 6.5).Cubic(9.5, 4.3, 6, 4, 2.5, 4.8).Line(2.5, 18.3).Cubic(6, 17.5, 9.5, 17.8, 12, 20).
			Cubic(14.5, 17.8, 18, 17.5, 21.5, 18.3).Line(21.5, 4.8).Cubic(18, 4, 14.5, 4.3, 12, 6.5))}
	case "kraam":
		return []drawing.Path{way(2.5, 9.5, 5, 3.5, 19, 3.5, 21.5, 9.5, 2.5, 9.5), way(9, 9, 10, 4), way(15, 9, 14, 4), way(4.5, 10, 4.5, 21), way(19.5, 10, 19.5, 21), way(4.5, 15, 19.5, 15)}
	case "krant":
		return []drawing.Path{way(17.5, 20.5, 3, 20.5, 3, 4, 17.5, 4, 17.5, 18.5), inked(drawing.Path{}.Move(17.5, 9).Line(21, 9).Line(21, 18.5).Cubic(21, 21.2, 17.5, 21.2, 17.5, 18.5)),
			way(6.5, 8, 14, 8), frame(6.5, 11.8, 3, 4.7, 0), way(12.5, 12, 14, 12), way(12.5, 16, 14, 16)}
	case "folder":
		return []drawing.Path{way(3, 5, 9, 3.5, 15, 5.5, 21, 4, 21, 19, 15, 20.5, 9, 18.5, 3, 20, 3, 5), way(9, 4, 9, 18), way(15, 6, 15, 20)}
	case "poster":
		return []drawing.Path{frame(4.5, 2.5, 15, 13.5, 1), way(8, 7, 16, 7), way(8, 11.3, 13, 11.3), way(12, 16.5, 12, 21.5), way(8.5, 21.5, 15.5, 21.5)}
	case "formulier":
		return []drawing.Path{frame(4.5, 2.5, 15, 19, 1.5), frame(7.8, 6.3, 2.6, 2.6, 0), way(13.5, 7.6, 16, 7.6), frame(7.8, 13, 2.6, 2.6, 0), way(13.5, 14.3, 16, 14.3)}
	case "pas":
		return []drawing.Path{frame(2, 5, 20, 14, 2), ring(7.8, 10, 1.9), shoulders(7.8, 13.2, 3, 2.6), way(13.5, 10, 18, 10), way(13.5, 14.5, 17, 14.5)}
	case "computer":
		return []drawing.Path{frame(2.5, 4, 19, 12.5, 1.5), way(12, 16.5, 12, 20.5), way(8, 20.5, 16, 20.5)}
	case "video":
		return []drawing.Path{frame(2.5, 6, 12.5, 12, 2), inked(drawing.Path{}.Move(15.5, 11).Line(21.5, 7.5).Line(21.5, 16.5).Line(15.5, 13).Closed())}
	case "microfoon":
		return []drawing.Path{frame(9, 2.5, 6, 11.5, 3), inked(drawing.Path{}.Move(5.5, 11).Cubic(5.5, 19.5, 18.5, 19.5, 18.5, 11)), way(12, 17.5, 12, 21.5), way(8.5, 21.5, 15.5, 21.5)}
	case "bus":
		return []drawing.Path{frame(3.5, 3.5, 17, 14.5, 2), way(3.5, 11.5, 20.5, 11.5), way(12, 4, 12, 11.5), drawing.Circle(7.5, 14.8, 1.2), drawing.Circle(16.5, 14.8, 1.2), way(6.5, 18.5, 6.5, 21), way(17.5, 18.5, 17.5, 21)}
	case "auto":
		return []drawing.Path{way(5.2, 17.5, 2.5, 17.5, 2.5, 12.5, 5, 11.5, 7.5, 6.5, 16, 6.5, 19, 11.5, 21.5, 12.5, 21.5, 17.5, 18.8, 17.5), way(9.8, 17.5, 14.2, 17.5), way(5.5, 11.5, 18.5, 11.5), ring(7.5, 17.5, 2.1), ring(16.5, 17.5, 2.1)}
	case "fiets":
		return []drawing.Path{ring(5.5, 16, 3.8), ring(18.5, 16, 3.8), way(5.5, 16, 8.8, 9, 15.8, 9, 12, 16, 5.5, 16), way(8.8, 9, 12, 16), way(18.5, 16, 15, 5.5, 18, 5.5), way(6.8, 6.5, 10, 6.5)}
	case "boom":
		return []drawing.Path{inked(drawing.Path{}.Move(12, 2.5).Cubic(20.5, 2.5, 21.5, 15.5, 12, 15.5).Cubic(2.5, 15.5, 3.5, 2.5, 12, 2.5).Closed()), way(12, 9, 12, 21.5), way(12, 13, 15, 10), way(8.5, 21.5, 15.5, 21.5)}
	case "container":
		return []drawing.Path{way(3.5, 6.5, 20.5, 6.5), way(9.5, 6, 9.5, 3.2, 14.5, 3.2, 14.5, 6), way(5.5, 6.5, 7, 21, 17, 21, 18.5, 6.5), way(10, 11, 10.4, 17), way(14, 11, 13.6, 17)}
	case "geld":
		return []drawing.Path{ring(12, 12, 9), inked(drawing.Path{}.Move(16, 8.3).Cubic(13, 5.6, 9, 7.4, 9, 12).Cubic(9, 16.6, 13, 18.4, 16, 15.7)), way(7, 10.6, 13, 10.6), way(7, 13.4, 13, 13.4)}
	case "ster":
		return []drawing.Path{inked(drawing.Path{}.Move(12, 2.5).Line(14.9, 8.8).Line(21.5, 9.6).Line(16.6, 14.2).Line(17.9, 20.9).Line(12, 17.6).Line(6.1, 20.9).Line(7.4, 14.2).Line(2.5, 9.6).Line(9.1, 8.8).Closed())}
	case "hart":
		return []drawing.Path{inked(drawing.Path{}.Move(12, 20.5).Cubic(4.5, 15, 2.5, 11.5, 2.5, 8.6).Cubic(2.5, 5.5, 4.8, 3.5, 7.3, 3.5).Cubic(9.4, 3.5, 11.2, 4.8, 12, 6.8).
			Cubic(12.8, 4.8, 14.6, 3.5, 16.7, 3.5).Cubic(19.2, 3.5, 21.5, 5.5, 21.5, 8.6).Cubic(21.5, 11.5, 19.5, 15, 12, 20.5).Closed())}
	}
	return nil
}

// inked is a path that is drawn as a line.
func inked(p drawing.Path) drawing.Path {
	p.Stroke = drawing.Stroke{Width: 2, Round: true}
	return p
}

// way is a line along points, given as x and y in turn.
func way(xy ...float64) drawing.Path {
	var p drawing.Path
	for i := 0; i+1 < len(xy); i += 2 {
		if i == 0 {
			p = p.Move(xy[0], xy[1])
		} else {
			p = p.Line(xy[i], xy[i+1])
		}
	}
	return inked(p)
}

func frame(x, y, w, h, r float64) drawing.Path { return inked(drawing.Rect(x, y, w, h, r)) }
func ring(x, y, r float64) drawing.Path        { return inked(drawing.Circle(x, y, r)) }

// shoulders is the upper body under a head.
func shoulders(x, y, w, h float64) drawing.Path {
	return inked(drawing.Path{}.Move(x-w, y+h).Cubic(x-w, y, x+w, y, x+w, y+h))
}

// talkIcon is what somebody says.
func talkIcon(x, y, w, h float64) drawing.Path {
	return inked(drawing.Path{}.Move(x+2, y).Line(x+w-2, y).Cubic(x+w-0.8, y, x+w, y+0.8, x+w, y+2).
		Line(x+w, y+h-2).Cubic(x+w, y+h-0.8, x+w-0.8, y+h, x+w-2, y+h).
		Line(x+w*0.45, y+h).Line(x+w*0.2, y+h+4).Line(x+w*0.2, y+h).Line(x+2, y+h).
		Cubic(x+0.8, y+h, x, y+h-0.8, x, y+h-2).Line(x, y+2).Cubic(x, y+0.8, x+0.8, y, x+2, y).Closed())
}
