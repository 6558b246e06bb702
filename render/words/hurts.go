package words

// HurtsMeasured titles the moment that was measured lowest, as the map does: of what nobody measured it says nothing.
func (w Story) HurtsMeasured() string {
	return w.lang.pick("Hier doet het pijn (laagst gemeten)", "Here it hurts (lowest measured)")
}
