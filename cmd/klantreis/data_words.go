package main

func (w cliWords) flagAnyway() string {
	return w.either("ga door met gegevens die niet te vertrouwen zijn: meer dan 5% onleesbaar, of veranderd tijdens het lezen",
		"go on with data that cannot be trusted: more than 5% unreadable, or changed while being read")
}
