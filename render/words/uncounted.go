package words

// Uncounted says that the signals of a journey were not counted yet.
func (l Lang) Uncounted() string { return l.pick("nog niet geteld", "not counted yet") }
