package insight

import "klantreis/journeys/signals"

// GuessPages finds the columns of a file that counts visits per page, nil when it does not.
func GuessPages(headers []string) *PageColumns {
	used := make([]bool, len(headers))
	pick := func(words ...string) string {
		if i := signals.FindHeader(headers, func(i int) bool { return used[i] }, words); i >= 0 {
			used[i] = true
			return headers[i]
		}
		return ""
	}
	c := PageColumns{
		Left:   pick("exit nb visits", "afgebroken", "afhakers", "afgehaakt", "uitstap", "uitgestapt", "exits", "exit"),
		Visits: pick("nb visits", "bezoeken", "paginaweergaven", "weergaven", "unieke weergaven", "pageviews", "visits", "hits"),
		Page:   pick("pagina", "page", "url", "titel", "label", "stap"),
	}
	if c.Left == "" || c.Visits == "" || c.Page == "" {
		return nil
	}
	return &c
}
