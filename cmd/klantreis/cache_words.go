package main

func (w cliWords) flagNoCache() string {
	return w.either("lees alle signalen opnieuw, ook als er niets veranderd is", "read all signals anew, even if nothing changed")
}
