package words

import (
	"klantreis/journeys/evidence"
	"klantreis/journeys/register"
)

// Doubtful follows a decrease that something else could explain.
func (w Register) Doubtful() string {
	return w.lang.pick(", maar met een kanttekening", ", but with a remark")
}

// doubtfulTotal tells how many decreases something else could explain; empty when none.
func (w Register) doubtfulTotal(t register.Totals) string {
	switch t.Doubtful {
	case 0:
		return ""
	case 1:
		return w.lang.pick("; bij 1 is er een daling, maar met een kanttekening", "; of 1 there is a decrease, but with a remark")
	}
	return w.lang.pick("; bij %s is er een daling, maar met een kanttekening", "; of %s there is a decrease, but with a remark", w.lang.Int(t.Doubtful))
}

// Doubtful follows a decrease that something else could explain, where the remark itself stands elsewhere.
func (w Report) Doubtful() string {
	return w.lang.pick(" Er is wel een kanttekening; die staat bij het advies.", " There is a remark, though; it stands with the advice.")
}

// doubted tells residents in one plain sentence why a decrease may not come from what was done; without a
// reason, that other things may play a part.
func (w Feedback) doubted(k evidence.DoubtKind) string {
	switch k {
	case evidence.MovedSignal, evidence.MovedChannel, evidence.NewChannel:
		return w.lang.pick(" Misschien vragen mensen het nu op een andere plek, dus we weten niet zeker of het beter gaat.",
			" People may ask it in another place now, so we do not know for sure that things are better.")
	case evidence.SourceEnded, evidence.SourceGap:
		return w.lang.pick(" Maar we misten in die tijd ook een deel van de signalen, dus we weten niet zeker of het beter gaat.",
			" But we also missed part of the signals in that time, so we do not know for sure that things are better.")
	case evidence.WholeSource:
		return w.lang.pick(" Maar over andere dingen hoorden we ook minder, dus het hoeft niet door ons te komen.",
			" But we heard less about other things too, so it need not be our doing.")
	case evidence.Renamed, evidence.GoneChannel:
		return w.lang.pick(" Maar misschien schrijven we deze vragen nu anders op, dus we weten niet zeker of het beter gaat.",
			" But we may write these questions down in another way now, so we do not know for sure that things are better.")
	case evidence.AlreadyThere:
		return w.lang.pick(" Maar het werd al minder voordat we dit deden, dus het hoeft niet door ons te komen.",
			" But it was getting less before we did this, so it need not be our doing.")
	}
	return w.lang.pick(" Dat past bij wat we deden, maar er kan meer meespelen.", " That fits what we did, but other things may play a part.")
}
