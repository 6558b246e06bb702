package journeys

// proposalCatalogue holds the messages about a proposal that a group made on the board of a presentation; see
// catalogue for its form.
var proposalCatalogue = map[string]entry{
	"voorstel-onbekend": {
		sentence{"Deze reis heeft geen advies met het id ‘{0}’.", "[[Bedoelde u ‘{1}’? ]]Kijk of het voorstel bij deze reis hoort. Is het advies er niet meer? Haal de regel dan uit het voorstel."},
		sentence{"This journey has no advice with the id ‘{0}’.", "[[Did you mean ‘{1}’? ]]See whether the proposal belongs to this journey. Is the advice gone? Then take the line out of the proposal."}},
	"voorstel-dubbel": {
		sentence{"Het advies ‘{0}’ staat twee keer in het voorstel.", "Laat de regel staan die de groep bedoelde, en haal de andere weg."},
		sentence{"The advice ‘{0}’ stands twice in the proposal.", "Keep the line that the group meant, and remove the other."}},
	"voorstel-titel": {
		sentence{"Het advies ‘{0}’ heet in deze reis ‘{1}’, en in het voorstel ‘{2}’.", "Kijk of het hetzelfde advies is. Alleen winst en moeite worden overgenomen."},
		sentence{"The advice ‘{0}’ is called ‘{1}’ in this journey, and ‘{2}’ in the proposal.", "See whether it is the same advice. Only winst and moeite are taken over."}},
}
