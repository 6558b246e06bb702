package words

// HalfNotDrawn says that a count of a month that lies in the period only in part is not in the picture.
func (w Report) HalfNotDrawn() string {
	return w.lang.pick("Zo’n maand staat in de tabel, en niet in de lijn.", "Such a month is in the table, and not in the line.")
}
