package insight

import (
	"cmp"
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
	"klantreis/journeys/language"
	"klantreis/journeys/signals"
)

// reportPart is the column that tells in which part of a scheduled report of Matomo a row stands.
const reportPart = "rapport"

// maxPages bounds how many different pages of a source are added up: the first ones.
const maxPages = 100_000

// longNumber is a number that could lead to a person: of a case, a customer, a session.
var longNumber = regexp.MustCompile(`\d{5,}`)

// shownPage is a page as it may be shown: without what stands behind a question mark, where forms put
// what somebody typed, and empty when it holds personal data.
func shownPage(name string) string {
	name, _, _ = strings.Cut(name, "?")
	name, _, _ = strings.Cut(name, "#")
	name = strings.Join(strings.Fields(name), " ")
	if strings.ContainsRune(name, '@') || longNumber.MatchString(name) || language.Redact(name) != name || utf8.RuneCountInString(name) > longestPage {
		return ""
	}
	return name
}

const longestPage = 200

// visits adds up the visits per page.
type visits struct {
	sources []Source
	pageOf  []map[string]*Page
	part    []string // of each source: the first part of its report with visits that ended
}

func newVisits(sources []Source) *visits {
	v := &visits{sources: sources, part: make([]string, len(sources))}
	for range sources {
		v.pageOf = append(v.pageOf, map[string]*Page{})
	}
	return v
}

// pageVisits are the visits that a run of records tells of.
type pageVisits struct {
	page, all, left, part int // columns; -1: the source has none
	rows                  []pageRow
}

// pageRow is one row of visits, and the part of a report in which it stands.
type pageRow struct {
	Page
	part string
}

func newPageVisits(c *PageColumns, d *signals.Data) pageVisits {
	if c == nil {
		return pageVisits{page: -1}
	}
	return pageVisits{page: d.Column(c.Page), all: d.Column(c.Visits), left: d.Column(c.Left), part: d.Column(reportPart)}
}

func (v *pageVisits) reset() { v.rows = v.rows[:0] }

func (v *pageVisits) add(r *signals.Record) {
	if v.page < 0 {
		return
	}
	all, okAll := signals.ParseNumber(r.Cell(v.all))
	left, okLeft := signals.ParseNumber(r.Cell(v.left))
	name := shownPage(string(r.Cell(v.page)))
	if name == "" || !okAll || !okLeft || left < 0 || left > all || all > 1e12 {
		return
	}
	v.rows = append(v.rows, pageRow{Page{Name: name, Visits: int(math.Round(all)), Left: int(math.Round(left))}, string(r.Cell(v.part))})
}

func (v *visits) merge(source int, p *pageVisits) {
	for _, row := range p.rows {
		if v.part[source] == "" {
			v.part[source] = row.part
		}
		if row.part != v.part[source] {
			continue // the same visits once more, by title for instance
		}
		key := journeys.FoldSpace(row.Name)
		if v.pageOf[source][key] == nil {
			if len(v.pageOf[source]) == maxPages {
				continue
			}
			v.pageOf[source][key] = &Page{Source: v.sources[source].Name, Name: row.Name}
		}
		page := v.pageOf[source][key]
		page.Name = max(page.Name, row.Name) // of its spellings the last in byte order, whichever came first
		page.Visits += row.Visits
		page.Left += row.Left
	}
}

// pages lists them, most visits that ended there first.
func (v *visits) pages() []Page {
	var all []Page
	for _, pages := range v.pageOf {
		for _, p := range pages {
			if p.Visits >= evidence.MinGroup {
				p.Low, p.High = wilson(p.Left, p.Visits)
				all = append(all, *p)
			}
		}
	}
	slices.SortFunc(all, func(a, b Page) int {
		return cmp.Or(cmp.Compare(b.Left, a.Left), cmp.Compare(a.Source, b.Source), cmp.Compare(a.Name, b.Name))
	})
	return all
}

// wilson is the 95% score interval of a share (Wilson, J. Am. Statist. Assoc. 22, 1927).
func wilson(part, whole int) (low, high float64) {
	const z = 1.959964
	n, p := float64(whole), share(part, whole)
	centre := (p + z*z/(2*n)) / (1 + z*z/n)
	half := z / (1 + z*z/n) * math.Sqrt(p*(1-p)/n+z*z/(4*n*n))
	return max(0, centre-half), min(1, centre+half)
}
