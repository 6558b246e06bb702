package main

func (w cliWords) flagPerOwner() string {
	return w.either("geef elke eigenaar een eigen rapport met alleen zijn of haar advies: advies-<naam>.pdf", "give each owner a report of their own with only their advice: advies-<name>.pdf")
}

func (w cliWords) flagShort() string {
	return w.either("maak ook het advies op één bladzijde: advies-kort.pdf", "also make the advice on one page: advies-kort.pdf")
}

func (w cliWords) flagCard() string {
	return w.either("maak ook ansichtkaarten van goedgekeurde citaten: groetjes.pdf, en groetjes-vel.pdf om te knippen", "also make postcards of approved quotes: groetjes.pdf, and groetjes-vel.pdf to cut")
}

func (w cliWords) noAdviceForOwners() string {
	return w.either("Er is geen advies, dus ook geen cadeautje per eigenaar: zet onder ‘adviezen’ wat u wie adviseert, met een regel ‘eigenaar: …’.",
		"There is no advice, so no gift for each owner: put under ‘adviezen’ what you advise to whom, with a line ‘eigenaar: …’.")
}

func (w cliWords) adviceOfNobody(file string) string {
	return w.pick("Er is advies zonder eigenaar; het staat in %s. Geef het een eigenaar met ‘eigenaar: …’.", "There is advice without an owner; it is in %s. Give it an owner with ‘eigenaar: …’.", file)
}

func (w cliWords) noCards() string {
	return w.either("Er is nog geen goedgekeurd citaat, dus ook geen kaartje: zet bij een citaat ‘akkoord: true’ als de klant het goedvindt.",
		"No quote has been approved yet, so there is no card: put ‘akkoord: true’ with a quote when the customer agrees.")
}
