// Package truth names what is built into the invented signals of the examples: the known answers
// that a measurement over those files has to find again. The generator draws from these numbers, so
// a file holds them up to chance; counts said to be exact are exact.
package truth

// Energietoeslag: the website shows the payment date from WebsiteChange on. The questions "when is it
// paid" then come WhenPaidRatio times as often per working day, while the applications stay level.
const (
	WebsiteChange = "2022-09-15"
	WhenPaidRatio = 0.60

	// LeafletChange is an advice that changed nothing: the questions about the conditions stay level.
	LeafletChange  = "2022-11-01"
	ConditionRatio = 1.0

	// EvidenceChange is an advice that went live too late in the period to be measured.
	EvidenceChange = "2023-05-22"
	EvidenceRatio  = 1.0

	// EvidenceDropOut is the share of the visits to the page for proofs that end there.
	EvidenceDropOut = 0.22

	// Exact numbers of records in energietoeslag/signalen/kcc.csv. The records outside the period are
	// readable; the confidential ones lie inside it; the unreadable ones have a date that is none.
	KCCRead         = 5069
	KCCUnreadable   = 3
	KCCConfidential = 15
	KCCOutside      = 49

	// HiddenSubject is asked about often and belongs to no step of the journey.
	HiddenSubject = "Energietoeslag studenten"

	// SurveyUnreadable records of onderzoek.csv have a mark in words; exact.
	SurveyUnreadable = 2
)

// Energietoeslag: the mean mark in onderzoek.csv, per part of the journey.
const (
	MarkConditions = 5.2
	MarkForm       = 5.8
	MarkEvidence   = 4.4
	MarkDecision   = 5.6
	MarkWaiting    = 3.2
	MarkRefused    = 3.8
	MarkCall       = 7.6
	MarkPaid       = 8.6
)

// Verhuizen: the questions "has my move been registered" after ConfirmationChange, and the spread of
// the time from received to confirmed, in working days.
const (
	ConfirmationChange = "2019-07-01"
	RegisteredRatio    = 0.70

	// WithinPromise is the share of the moves confirmed within five working days: MovingInWithin for
	// people who move in with someone (MovingInShare of all), OtherWithin for the others.
	MovingInShare  = 0.20
	MovingInWithin = 0.30
	OtherWithin    = 0.875
	WithinPromise  = MovingInShare*MovingInWithin + (1-MovingInShare)*OtherWithin

	Moves     = 1400 // records of zaken.csv, exact
	MovesOpen = 33   // of which not confirmed yet, exact
)

// Klantenservice: the complaints "I hear nothing" after CallBackChange, and the share of the
// complaints called back within one working day.
const (
	CallBackChange = "2020-10-01"
	SilenceRatio   = 0.50
	CalledWithin   = 0.92
)

// Persoonlijk contact: a plain letter brings fewer questions about it; a phone number beside the form
// brings more people who ask for help, as was meant.
const (
	LetterChange = "2023-05-01"
	LetterRatio  = 0.60
	PhoneChange  = "2023-06-01"
	HelpRatio    = 1.50
)

// Invented personal data, planted in about PlantedShare of the texts: none of it may reach an output.
const (
	PlantedShare = 0.01

	PlantedPhone       = "06-12345678"
	PlantedPhoneSpaced = "06 87 65 43 21"
	PlantedEmail       = "f.voorbeeld@example.nl"
	PlantedEmailTwo    = "inwoner1950@example.nl"
	PlantedBSN         = "123456782"   // passes the elfproef
	PlantedBSNSpaced   = "111-222-333" // passes the elfproef
	PlantedIBAN        = "NL91ABNA0417164300"
)

// Planted returns all planted strings.
func Planted() []string {
	return []string{PlantedPhone, PlantedPhoneSpaced, PlantedEmail, PlantedEmailTwo,
		PlantedBSN, PlantedBSNSpaced, PlantedIBAN}
}
