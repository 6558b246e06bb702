package render

// What a Backing stands behind.
const (
	BackingStep     = "stap"
	BackingSignal   = "signaal"
	BackingEmotion  = "beleving"
	BackingLeadTime = "doorlooptijd"
	BackingAdvice   = "advies"
)

// BackingID names what stands behind one thing of a journey: the For of a drawing's spots.
func BackingID(what, id string) string { return what + ":" + id }
