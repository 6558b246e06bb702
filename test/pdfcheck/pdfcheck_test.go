package pdfcheck

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

func TestSampleIsSound(t *testing.T) {
	pdf := sample(t)
	for _, f := range Check(pdf) {
		t.Error(f)
	}
	if err := Validate(pdf); err != nil {
		t.Error("pdfcpu:", err)
	}
}

// control spoils one thing, and names the rule that must notice.
type control struct {
	rule  string
	spoil func(d *Document)
}

// first finds an element by its role.
func (d *Document) first(role string) (found *element) {
	d.walk(func(e *element) {
		if found == nil && e.role == role {
			found = e
		}
	})
	if found == nil {
		panic("the sample has no " + role)
	}
	return found
}

// again reads the tree anew, after its dictionaries were changed.
func (d *Document) again() { d.readTree() }

// swap replaces in the content of every page, and panics when there is nothing to replace.
func (d *Document) swap(old, with string) {
	done := false
	for _, p := range d.pages {
		changed := regexp.MustCompile(old).ReplaceAll(p.content, []byte(with))
		done = done || !bytes.Equal(changed, p.content)
		p.content = changed
	}
	if !done {
		panic("nowhere: " + old)
	}
}

// once replaces the first occurrence in the content of one page after the cover.
func (d *Document) once(old, with string) {
	for _, p := range d.pages[2:] {
		if at := regexp.MustCompile(old).FindIndex(p.content); at != nil {
			p.content = slices.Concat(p.content[:at[0]], []byte(with), p.content[at[1]:])
			return
		}
	}
	panic("nowhere: " + old)
}

// someFont is the regular typeface: the Type0 dictionary and its descendant.
func (d *Document) someFont() (font, cid types.Dict) {
	for _, p := range d.pages {
		for _, ref := range d.dict(p.resources["Font"]) {
			font = d.dict(ref)
			if strings.HasSuffix(d.name(font["BaseFont"]), "Regular") {
				return font, d.dict(d.array(font["DescendantFonts"])[0])
			}
		}
	}
	panic("no font")
}

// restream replaces the content of a stream.
func (d *Document) restream(o types.Object, change func([]byte) []byte) {
	n := objectNumber(o)
	sd := d.get(o).(types.StreamDict)
	content, _ := d.stream(o)
	sd.Content = change(bytes.Clone(content))
	d.ctx.Table[n].Object = sd
}

func (d *Document) metadata(old, with string) {
	d.restream(d.root["Metadata"], func(b []byte) []byte {
		if !bytes.Contains(b, []byte(old)) {
			panic("nowhere: " + old)
		}
		return bytes.ReplaceAll(b, []byte(old), []byte(with))
	})
}

func (d *Document) link() types.Dict {
	for _, p := range d.pages {
		if a := d.array(p.dict["Annots"]); len(a) > 0 {
			return d.dict(a[0])
		}
	}
	panic("no link")
}

func (d *Document) linked() *page {
	for _, p := range d.pages {
		if p.dict["Annots"] != nil {
			return p
		}
	}
	panic("no link")
}

func (d *Document) role(from, to string) { d.first(from).dict["S"] = types.Name(to); d.again() }

func text(s string) types.Object { return types.StringLiteral(s) }

var controls = []control{
	{"01-003", func(d *Document) { d.once(`/P <</MCID 1>> BDC`, "/P <</MCID 1>> BDC /Artifact BMC EMC") }},
	{"01-004", func(d *Document) { d.once(`/P <</MCID 1>> BDC`, "/Artifact BMC /P <</MCID 1>> BDC EMC") }},
	{"01-005", func(d *Document) { d.once(`/Artifact <</Type /Layout>> BDC`, "/Span BMC") }},
	{"01-005", func(d *Document) { d.once(`/P <</MCID 1>> BDC`, "/P BMC") }},
	{"01-005", func(d *Document) { e := d.first("P"); e.dict["K"] = types.Array{}; d.again() }},
	{"01-007", func(d *Document) { d.dict(d.root["MarkInfo"])["Suspects"] = types.Boolean(true) }},
	{"02-001", func(d *Document) { d.role("P", "Alinea") }},
	{"02-003", func(d *Document) {
		d.tree.dict["RoleMap"] = types.Dict{"Alinea": types.Name("Regel"), "Regel": types.Name("Alinea")}
		d.again()
	}},
	{"02-004", func(d *Document) { d.tree.dict["RoleMap"] = types.Dict{"P": types.Name("H1")}; d.again() }},
	{"06-001", func(d *Document) { delete(d.root, "Metadata") }},
	{"06-002", func(d *Document) { d.metadata("pdfuaid:part>1<", "pdfuaid:part>2<") }},
	{"06-003", func(d *Document) { d.metadata("dc:title", "dc:ditle") }},
	{"07-001", func(d *Document) { delete(d.root, "ViewerPreferences") }},
	{"07-002", func(d *Document) { d.dict(d.root["ViewerPreferences"])["DisplayDocTitle"] = types.Boolean(false) }},
	{"09-004", func(d *Document) { d.role("TH", "P") }},
	{"09-004", func(d *Document) { e := d.first("TR"); e.dict["K"] = d.array(e.dict["K"])[1:]; d.again() }},
	{"09-004", func(d *Document) { d.role("TBody", "THead") }},
	{"09-005", func(d *Document) { d.role("LBody", "P") }},
	{"09-005", func(d *Document) { d.role("L", "Div") }},
	{"09-006", func(d *Document) { d.role("TOCI", "P") }},
	{"09-007", func(d *Document) { d.role("P", "Ruby") }},
	{"09-008", func(d *Document) { d.role("P", "Warichu") }},
	{"10-001", func(d *Document) {
		font, _ := d.someFont()
		d.restream(font["ToUnicode"], func(b []byte) []byte { return regexp.MustCompile(`(?m)^<00.*\n`).ReplaceAll(b, nil) })
	}},
	{"11-001", func(d *Document) { delete(d.root, "Lang") }},
	{"11-002", func(d *Document) { d.root["Lang"] = text("") }},
	{"11-003", func(d *Document) { d.root["Lang"] = text("Nederlands!") }},
	{"11-004", func(d *Document) { delete(d.root, "Lang") }},
	{"11-006", func(d *Document) { delete(d.root, "Lang") }},
	{"11-005", func(d *Document) { d.root["AcroForm"] = types.Dict{} }},
	{"13-004", func(d *Document) { delete(d.first("Figure").dict, "Alt") }},
	{"alt", func(d *Document) { d.first("Figure").dict["Alt"] = text("grafiek.svg") }},
	{"bbox", func(d *Document) { delete(d.first("Figure").dict, "A") }},
	{"14-002", func(d *Document) { d.role("H1", "H2") }},
	{"14-003", func(d *Document) { d.role("H2", "H4") }},
	{"14-006", func(d *Document) {
		e := d.first("Sect")
		for _, k := range e.kids[:2] {
			k.kid.dict["S"] = types.Name("H")
		}
		d.again()
	}},
	{"14-007", func(d *Document) { d.role("H2", "H") }},
	{"15-003", func(d *Document) { delete(d.first("TH").dict, "A") }},
	{"17-002", func(d *Document) { d.role("P", "Formula") }},
	{"19-003", func(d *Document) { d.role("P", "Note") }},
	{"19-004", func(d *Document) {
		n := 0
		d.walk(func(e *element) {
			if e.role == "P" && n < 2 {
				e.dict["S"], e.dict["ID"] = types.Name("Note"), text("noot")
				n++
			}
		})
		d.again()
	}},
	{"20-001", func(d *Document) { d.root["OCProperties"] = types.Dict{} }},
	{"21-001", func(d *Document) { d.root["Names"] = types.Dict{"EmbeddedFiles": types.Dict{}} }},
	{"25-001", func(d *Document) { d.root["AcroForm"] = types.Dict{} }},
	{"26-001", func(d *Document) { d.ctx.Encrypt = types.NewIndirectRef(1, 0) }},
	{"28-002", func(d *Document) { d.link()["Subtype"] = types.Name("Text") }},
	{"28-004", func(d *Document) { d.link()["Contents"] = text(" ") }},
	{"28-007", func(d *Document) { d.link()["Subtype"] = types.Name("TrapNet") }},
	{"28-008", func(d *Document) { delete(d.linked().dict, "Tabs") }},
	{"28-009", func(d *Document) { d.linked().dict["Tabs"] = types.Name("R") }},
	{"28-011", func(d *Document) { d.role("Link", "Span") }},
	{"28-012", func(d *Document) { delete(d.link(), "Contents") }},
	{"28-017", func(d *Document) { d.link()["Subtype"] = types.Name("PrinterMark") }},
	{"30-001", func(d *Document) { d.pages[1].resources["XObject"] = types.Dict{"I1": types.Dict{}} }},
	{"31-001", func(d *Document) { _, cid := d.someFont(); delete(cid, "CIDSystemInfo") }},
	{"31-004", func(d *Document) { _, cid := d.someFont(); delete(cid, "CIDToGIDMap") }},
	{"31-006", func(d *Document) { font, _ := d.someFont(); font["Encoding"] = types.Name("WinAnsiEncoding") }},
	{"31-009", func(d *Document) { _, cid := d.someFont(); delete(d.dict(cid["FontDescriptor"]), "FontFile2") }},
	{"31-011", func(d *Document) {
		_, cid := d.someFont()
		d.restream(cid["CIDToGIDMap"], func(b []byte) []byte { b[2*'e'], b[2*'e'+1] = 0xFF, 0xF0; return b })
	}},
	{"31-014", func(d *Document) {
		_, cid := d.someFont()
		d.dict(cid["FontDescriptor"])["CIDSet"] = types.Dict{}
	}},
	{"31-016", func(d *Document) { _, cid := d.someFont(); delete(cid, "W") }},
	{"31-027", func(d *Document) { font, _ := d.someFont(); delete(font, "ToUnicode") }},
	{"31-028", func(d *Document) { d.unicode("<0041>", "<0000>") }},
	{"31-029", func(d *Document) { d.unicode("<0041>", "<FEFF>") }},
	{"31-030", func(d *Document) {
		_, cid := d.someFont()
		d.restream(cid["CIDToGIDMap"], func(b []byte) []byte { b[2*'e'], b[2*'e'+1] = 0, 0; return b })
	}},
	{"fonts", func(d *Document) { font, _ := d.someFont(); font["Subtype"] = types.Name("TrueType") }},
	{"marked", func(d *Document) { delete(d.root, "MarkInfo") }},
	{"structure", func(d *Document) { delete(d.root, "StructTreeRoot"); d.tree = nil }},
	{"structure", func(d *Document) { d.first("P").dict["P"] = *types.NewIndirectRef(1, 0) }},
	{"parent-tree", func(d *Document) { delete(d.pages[3].dict, "StructParents") }},
	{"parent-tree", func(d *Document) {
		nums := d.array(d.dict(d.tree.dict["ParentTree"])["Nums"])
		list := d.array(nums[7])
		list[0], list[1], list[2] = list[2], list[0], list[1]
	}},
	{"parent-tree", func(d *Document) { d.link()["StructParent"] = types.Integer(0) }},
	{"nested", func(d *Document) { d.once(`/P <</MCID 1>> BDC`, "/P <</MCID 77>> BDC /P <</MCID 1>> BDC EMC") }},
	{"heading", func(d *Document) { e := d.first("H1"); e.dict["K"] = types.Array{}; d.again() }},
	{"outline", func(d *Document) { delete(d.dict(d.dict(d.root["Outlines"])["First"]), "Next") }},
	{"link", func(d *Document) { delete(d.dict(d.dict(d.root["Outlines"])["First"]), "Dest") }},
	{"content", func(d *Document) { d.once(`EMC`, "EMC /I1 Do") }},

	{"A 6.1.2", func(d *Document) { d.raw = bytes.Replace(d.raw, []byte("%PDF-1.7\n%\xE2"), []byte("%PDF-1.7\n%a"), 1) }},
	{"A 6.1.3", func(d *Document) { d.ctx.ID = nil }},
	{"A 6.1.3", func(d *Document) { d.raw = append(bytes.Clone(d.raw), "rest"...) }},
	{"A 6.1.7", func(d *Document) { d.raw = bytes.ReplaceAll(d.raw, []byte("\nendstream"), []byte(" endstream")) }},
	{"A 6.1.9", func(d *Document) { d.raw = bytes.ReplaceAll(d.raw, []byte(" 0 obj\n"), []byte(" 0 obj ")) }},
	{"A 6.1.13", func(d *Document) { d.swap(`EMC`, "EMC "+strings.Repeat("q ", 30)+strings.Repeat("Q ", 30)) }},
	{"A 6.1.13", func(d *Document) { d.first("Figure").dict["Alt"] = text(strings.Repeat("x", 40000)) }},
	{"A 6.2.2", func(d *Document) { d.once(`EMC`, "") }},
	{"A 6.2.3", func(d *Document) { delete(d.root, "OutputIntents") }},
	{"A 6.2.3", func(d *Document) {
		d.restream(d.dict(d.array(d.root["OutputIntents"])[0])["DestOutputProfile"], func(b []byte) []byte { b[16] = 'C'; return b })
	}},
	{"A 6.2.4", func(d *Document) { d.pages[1].resources["Pattern"] = types.Dict{"P1": types.Dict{}} }},
	{"A 6.2.5", func(d *Document) { d.graphics()["TR"] = types.Name("Identity") }},
	{"A 6.2.10", func(d *Document) { d.graphics()["BM"] = types.Name("Multiply") }},
	{"A 6.2.11.4", func(d *Document) { font, _ := d.someFont(); font["BaseFont"] = types.Name("Inter") }},
	{"A 6.2.11.7", func(d *Document) { d.unicode("<0065>", "<E065>") }},
	{"A 6.3.2", func(d *Document) { d.link()["F"] = types.Integer(2) }},
	{"A 6.5.1", func(d *Document) { d.root["OpenAction"] = types.Dict{"S": types.Name("JavaScript")} }},
	{"A 6.6.2.1", func(d *Document) { d.metadata("<?xpacket begin=", "<?xpacket bytes=\"1\" begin=") }},
	{"A 6.6.2.2", func(d *Document) { d.dict(*d.ctx.Info)["Title"] = text("Anders") }},
	{"A 6.6.2.3", func(d *Document) { d.metadata("<pdfaProperty:name>part<", "<pdfaProperty:name>deel<") }},
	{"A 6.6.4", func(d *Document) { d.metadata("pdfaid:conformance>A<", "pdfaid:conformance>B<") }},
}

// unicode changes what the regular typeface's range that starts at U+0041 or before begins with.
func (d *Document) unicode(code, to string) {
	font, _ := d.someFont()
	d.restream(font["ToUnicode"], func(b []byte) []byte {
		return bytes.Replace(b, []byte("endbfrange"), []byte(code+" "+code+" "+to+"\nendbfrange"), 1)
	})
}

func (d *Document) graphics() types.Dict {
	for _, p := range d.pages {
		for _, gs := range d.dict(p.resources["ExtGState"]) {
			return d.dict(gs)
		}
	}
	panic("no graphics state")
}

// TestNegativeControls spoils a sound document in every way that we know, and wants each noticed.
func TestNegativeControls(t *testing.T) {
	pdf := sample(t)
	for _, c := range controls {
		d, err := Open(pdf)
		if err != nil {
			t.Fatal(err)
		}
		c.spoil(d)
		if faults := d.Faults(); !slices.ContainsFunc(faults, func(f Fault) bool { return f.Rule == c.rule }) {
			t.Errorf("%s was not noticed; found were %v", c.rule, faults)
		}
	}
}

// TestProtocolIsComplete wants every condition that a machine can see either checked, with a
// control that shows it, or accounted for.
func TestProtocolIsComplete(t *testing.T) {
	count := map[how]int{}
	for i, c := range protocol {
		count[c.how]++
		if i > 0 && c.number <= protocol[i-1].number {
			t.Errorf("%s stands after %s", c.number, protocol[i-1].number)
		}
		if c.how == checked && !slices.ContainsFunc(controls, func(x control) bool { return x.rule == c.number }) {
			t.Errorf("%s is said to be checked, and no control shows that", c.number)
		}
		if c.what == "" {
			t.Errorf("%s has no reason", c.number)
		}
	}
	if count[checked]+count[absent] != 87 || count[person] != 48 || count[nobody] != 2 {
		t.Errorf("the protocol has 87 conditions for machines, 48 for people and 2 for nobody; here are %v", count)
	}
}
