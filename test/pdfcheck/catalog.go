package pdfcheck

import (
	"regexp"
	"slices"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

var languageTag = regexp.MustCompile(`^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$`)

// checkDocument looks at what holds for the document as a whole.
func (d *Document) checkDocument() {
	lang, _ := d.text(d.root["Lang"])
	if !languageTag.MatchString(lang) {
		// One language covers everything, so without it none of these can be determined.
		for _, rule := range []string{"11-001", "11-002", "11-004", "11-006"} {
			d.fault(rule, "the document's language is %q", lang)
		}
		if d.root["Outlines"] != nil {
			d.fault("11-003", "the language of the bookmarks is %q", lang)
		}
	}
	marks := d.dict(d.root["MarkInfo"])
	if !d.isTrue(marks["Marked"]) {
		d.fault("marked", "MarkInfo does not say that the document is tagged")
	}
	if d.isTrue(marks["Suspects"]) {
		d.fault("01-007", "MarkInfo says that its tags are suspect")
	}
	preferences := d.dict(d.root["ViewerPreferences"])
	switch {
	case preferences["DisplayDocTitle"] == nil:
		d.fault("07-001", "ViewerPreferences do not say to show the title")
	case !d.isTrue(preferences["DisplayDocTitle"]):
		d.fault("07-002", "ViewerPreferences say to show the file's name, not its title")
	}
	d.checkMetadata()
	d.checkAbsent()
}

func (d *Document) isTrue(o types.Object) bool {
	b, ok := d.get(o).(types.Boolean)
	return ok && bool(b)
}

func (d *Document) checkMetadata() {
	raw, ok := d.stream(d.root["Metadata"])
	if !ok {
		d.fault("06-001", "the catalog has no metadata stream")
		return
	}
	meta, err := readXMP(raw)
	if err != nil {
		d.fault("06-001", "the metadata cannot be read: %v", err)
		return
	}
	if part := meta.first(nsUA, "part"); part != "1" {
		d.fault("06-002", "pdfuaid:part is %q", part)
	}
	if strings.TrimSpace(meta.first(nsDC, "title")) == "" {
		d.fault("06-003", "the metadata has no dc:title")
	}
	d.checkArchiveMetadata(raw, meta)
}

// unknown are keys that our documents do not have, with the rules that would have to be checked if
// they did.
var unknown = []struct{ key, rules string }{
	{"OCProperties", "20-001 20-002 20-003"}, {"AcroForm", "11-005 25-001 28-005 28-010"}, {"AF", "21-001"}, {"AA", "A 6.5.2"},
	{"OpenAction", "A 6.5.1"}, {"Perms", "A 6.1.12"}, {"Collection", "21-001"}, {"Threads", "22-001"}, {"SpiderInfo", "A 6.1.12"},
	{"Requirements", "A 6.11"}, {"NeedsRendering", "25-001"}, {"Legal", "A 6.1.12"},
}

// checkAbsent reports what would need checks that are not here.
func (d *Document) checkAbsent() {
	report := func(rules, what string) {
		for _, rule := range regexp.MustCompile(`A [\d.]+|\d\d-\d\d\d`).FindAllString(rules, -1) {
			d.fault(rule, "%s is not known here", what)
		}
	}
	for _, u := range unknown {
		if d.root[u.key] != nil {
			report(u.rules, u.key+" in the catalog")
		}
	}
	names := d.dict(d.root["Names"])
	for _, key := range sorted(names) {
		switch key {
		case "EmbeddedFiles":
			report("21-001", "an embedded file")
		case "Dests":
		default:
			report("A 6.1.12", key+" in Names")
		}
	}
	if d.ctx.Encrypt != nil {
		report("26-001 26-002 A 6.1.3", "encryption")
	}
	for _, p := range d.pages {
		if len(d.dict(p.resources["XObject"])) > 0 {
			report("30-001 30-002", "an XObject")
		}
		if len(d.dict(p.resources["Pattern"])) > 0 {
			report("A 6.2.4", "a pattern")
		}
		for _, key := range []string{"AA", "PresSteps", "AF"} {
			if p.dict[key] != nil {
				report("A 6.2.10", key+" of a page")
			}
		}
	}
	for _, n := range d.objects() {
		dict := d.dict(*types.NewIndirectRef(n, 0))
		switch kind := d.name(dict["Type"]); {
		case kind == "Filespec" || dict["EF"] != nil:
			report("21-001 28-016", "a file specification")
		case kind == "Rendition" || d.name(dict["S"]) == "MCD":
			report("28-014 28-015", "a media clip")
		case slices.Contains([]string{"PrinterMark", "Widget"}, d.name(dict["Subtype"])):
			report("28-010 28-017 28-018", "a printer's mark or a form field")
		}
	}
}
