package pdfcheck

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// checkArchive looks for what breaks ISO 19005-2 at level a, beyond what PDF/UA asks as well: tags
// (6.7), fonts and their Unicode values (6.2.11) are checked in the other files.
func (d *Document) checkArchive() {
	d.checkFile()
	d.checkIntent()
	for _, p := range d.pages {
		d.checkPage(p)
	}
	for _, n := range d.objects() {
		o := d.get(*types.NewIndirectRef(n, 0))
		d.checkObject(n, o, 0)
		if sd, ok := o.(types.StreamDict); ok {
			d.checkStream(n, sd)
		}
	}
}

var header = regexp.MustCompile(`^%PDF-1\.[0-7]\r?\n%`)

func (d *Document) checkFile() {
	version := header.Find(d.raw)
	binary := len(version) > 0 && len(d.raw) > len(version)+4
	for _, c := range d.raw[len(version):min(len(version)+4, len(d.raw))] {
		binary = binary && c > 127
	}
	if !binary {
		d.fault("A 6.1.2", "the file begins with %q", d.raw[:min(16, len(d.raw))])
	}
	if id := d.ctx.ID; len(id) != 2 {
		d.fault("A 6.1.3", "the file has no ID")
	}
	if !bytes.HasSuffix(bytes.TrimRight(d.raw, "\r\n"), []byte("%%EOF")) || bytes.Count(d.raw, []byte("%%EOF")) != 1 {
		d.fault("A 6.1.3", "something follows the end of the file")
	}
	for n, entry := range d.ctx.Table {
		if entry == nil || entry.Free || entry.Compressed || entry.Offset == nil || n == 0 {
			continue
		}
		head := fmt.Appendf(nil, "%d 0 obj\n", n)
		if at := int(*entry.Offset); at+len(head) > len(d.raw) || !bytes.HasPrefix(d.raw[at:], head) || d.raw[at-1] != '\n' {
			d.fault("A 6.1.9", "object %d does not begin as it should", n)
		}
	}
}

// checkStream wants a length that is right, and only the one filter that we use.
func (d *Document) checkStream(n int, sd types.StreamDict) {
	for _, key := range []string{"F", "FFilter", "FDecodeParms"} {
		if sd.Dict[key] != nil {
			d.fault("A 6.1.7", "the stream %d has %s", n, key)
		}
	}
	for _, f := range sd.FilterPipeline {
		if f.Name != "FlateDecode" {
			d.fault("A 6.1.7", "the stream %d is filtered by %s", n, f.Name)
		}
	}
	entry := d.ctx.Table[n]
	if entry.Compressed || entry.Offset == nil {
		return
	}
	from := int(sd.StreamOffset)
	length := d.integer(sd.Dict["Length"])
	if from <= 0 || length < 0 || from+length > len(d.raw) {
		d.fault("A 6.1.7", "the stream %d is longer than the file", n)
		return
	}
	before, after := d.raw[:from], d.raw[from+length:]
	if !bytes.HasSuffix(before, []byte("stream\n")) && !bytes.HasSuffix(before, []byte("stream\r\n")) ||
		!bytes.HasPrefix(after, []byte("\nendstream")) && !bytes.HasPrefix(after, []byte("\r\nendstream")) {
		d.fault("A 6.1.7", "the stream %d is not %d bytes long", n, length)
	}
}

// checkObject looks at limits, actions and colour spaces, in all objects.
func (d *Document) checkObject(n int, o types.Object, depth int) {
	if depth > deepestTree {
		return
	}
	switch v := o.(type) {
	case types.StreamDict:
		d.checkObject(n, v.Dict, depth+1)
	case types.Dict:
		for _, key := range sorted(v) {
			if len(key) > 127 {
				d.fault("A 6.1.13", "object %d has a key of %d bytes", n, len(key))
			}
			d.checkObject(n, v[key], depth+1)
		}
		if s := d.name(v["S"]); slices.Contains([]string{"Launch", "Sound", "Movie", "ResetForm", "ImportData", "Hide", "SetOCGState", "Rendition", "Trans", "GoTo3DView", "JavaScript", "GoToR", "GoToE", "Named", "SubmitForm"}, s) {
			d.fault("A 6.5.1", "object %d is an action %s", n, s)
		}
		if cs := d.name(v["ColorSpace"]); cs != "" && cs != "DeviceRGB" {
			d.fault("A 6.2.4", "object %d is coloured in %s", n, cs)
		}
	case types.Array:
		for _, item := range v {
			d.checkObject(n, item, depth+1)
		}
	case types.StringLiteral:
		if len(v) > 32767 {
			d.fault("A 6.1.13", "object %d holds a string of %d bytes", n, len(v))
		}
	case types.HexLiteral:
		if len(v) > 2*32767 || len(v)%2 == 1 {
			d.fault("A 6.1.13", "object %d holds a string of %d hexadecimal digits", n, len(v))
		}
	case types.Name:
		if len(v) > 127 {
			d.fault("A 6.1.13", "object %d holds a name of %d bytes", n, len(v))
		}
	case types.Float:
		if v > 3.403e38 || v < -3.403e38 {
			d.fault("A 6.1.13", "object %d holds the number %v", n, v)
		}
	}
}

// checkPage looks at a page's size and at how it paints.
func (d *Document) checkPage(p *page) {
	box := d.array(p.dict["MediaBox"])
	if box == nil && p.dict["MediaBox"] == nil {
		box = d.array(d.dict(p.dict["Parent"])["MediaBox"])
	}
	if len(box) == 4 {
		for i := range 2 {
			from, _ := d.number(box[i])
			to, _ := d.number(box[i+2])
			if to-from < 3 || to-from > 14400 {
				d.fault("A 6.1.13", "page %d measures %v", p.number, box)
			}
		}
	} else {
		d.fault("A 6.1.13", "page %d has no size", p.number)
	}
	if group := d.dict(p.dict["Group"]); group != nil && (d.name(group["S"]) != "Transparency" || d.name(group["CS"]) != "DeviceRGB") {
		d.fault("A 6.2.10", "page %d blends in %v", p.number, group)
	}
	states := d.dict(p.resources["ExtGState"])
	for _, name := range sorted(states) {
		gs := d.dict(states[name])
		for _, key := range sorted(gs) {
			switch key {
			case "Type":
			case "ca", "CA":
				if v, ok := d.number(gs[key]); !ok || v < 0 || v > 1 {
					d.fault("A 6.2.10", "page %d: %s %s is %v", p.number, name, key, gs[key])
				}
			case "BM":
				if d.name(gs[key]) != "Normal" {
					d.fault("A 6.2.10", "page %d: %s blends as %v", p.number, name, gs[key])
				}
			default:
				d.fault("A 6.2.5", "page %d: %s has %s, which is not known here", p.number, name, key)
			}
		}
	}
}

// checkIntent wants one output intent with an RGB profile: with it, our device colours mean
// something, and pages with transparency need no group of their own (6.2.4.3, 6.2.10).
func (d *Document) checkIntent() {
	intents := d.array(d.root["OutputIntents"])
	if len(intents) != 1 {
		d.fault("A 6.2.3", "the document has %d output intents", len(intents))
		return
	}
	intent := d.dict(intents[0])
	if s := d.name(intent["S"]); s != "GTS_PDFA1" {
		d.fault("A 6.2.3", "the output intent is %q", s)
	}
	if id, _ := d.text(intent["OutputConditionIdentifier"]); id == "" {
		d.fault("A 6.2.3", "the output intent has no identifier")
	}
	if n := d.integer(d.dict(intent["DestOutputProfile"])["N"]); n != 3 {
		d.fault("A 6.2.3", "the profile has %d channels", n)
	}
	icc, ok := d.stream(intent["DestOutputProfile"])
	if !ok {
		d.fault("A 6.2.3", "the output intent has no profile")
		return
	}
	if why := checkProfile(icc); why != "" {
		d.fault("A 6.2.3", "the colour profile: %s", why)
	}
}

// checkProfile reads an ICC profile's header and its tags; empty when it is a sound RGB profile of
// a screen, version 2 to 4.
func checkProfile(icc []byte) string {
	u32 := binary.BigEndian.Uint32
	if len(icc) < 132 || int(u32(icc)) != len(icc) {
		return "its length is wrong"
	}
	if v := icc[8]; v < 2 || v > 4 {
		return fmt.Sprintf("version %d", v)
	}
	if string(icc[12:16]) != "mntr" || string(icc[16:20]) != "RGB " || string(icc[20:24]) != "XYZ " || string(icc[36:40]) != "acsp" {
		return fmt.Sprintf("it is %q", icc[12:40])
	}
	tags := map[string][]byte{}
	for i := range int(u32(icc[128:])) {
		record := icc[132+12*i:]
		from, size := int(u32(record[4:])), int(u32(record[8:]))
		if from%4 != 0 || from+size > len(icc) {
			return fmt.Sprintf("the tag %q lies outside", record[:4])
		}
		tags[string(record[:4])] = icc[from : from+size]
	}
	sum := [3]float64{}
	for _, name := range []string{"desc", "cprt", "wtpt", "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC"} {
		tag := tags[name]
		if len(tag) < 12 {
			return "it lacks " + name
		}
		if strings.HasSuffix(name, "XYZ") {
			for k := range sum {
				sum[k] += float64(int32(u32(tag[8+4*k:]))) / 65536
			}
		}
	}
	for k, want := range [3]float64{0.9642, 1, 0.8249} { // white is the D50 of the connection space
		if diff := sum[k] - want; diff > 0.001 || diff < -0.001 {
			return fmt.Sprintf("red, green and blue add up to %.4f", sum)
		}
	}
	return ""
}

// checkArchiveMetadata wants the identification, a description of every property that is not
// XMP's own, and agreement with the document information.
func (d *Document) checkArchiveMetadata(raw []byte, m metadata) {
	if p, c := m.first(nsA, "part"), m.first(nsA, "conformance"); p != "2" || c != "A" {
		d.fault("A 6.6.4", "the document says it is PDF/A-%s%s", p, c)
	}
	if sd, ok := d.get(d.root["Metadata"]).(types.StreamDict); ok && len(sd.FilterPipeline) > 0 {
		d.fault("A 6.6.2.1", "the metadata is compressed")
	}
	start := bytes.Index(raw, []byte("<?xpacket begin="))
	if start != 0 || bytes.Contains(raw[:min(80, len(raw))], []byte("bytes=")) || bytes.Contains(raw[:min(80, len(raw))], []byte("encoding=")) {
		d.fault("A 6.6.2.1", "the metadata begins wrong")
	}
	described := map[string]bool{}
	for _, p := range m.properties {
		if p.name.Space != nsExt || p.name.Local != "schemas" {
			continue
		}
		for _, schema := range p.items() {
			uri := schema.child(nsSch, "namespaceURI")
			properties := schema.child(nsSch, "property")
			if uri == nil || properties == nil || schema.child(nsSch, "schema") == nil || schema.child(nsSch, "prefix") == nil {
				d.fault("A 6.6.2.3", "an extension schema that is not complete")
				continue
			}
			for _, item := range properties.items() {
				for _, field := range []string{"name", "valueType", "category", "description"} {
					if item.child(nsPro, field) == nil {
						d.fault("A 6.6.2.3", "a property of an extension schema without %s", field)
					}
				}
				if name := item.child(nsPro, "name"); name != nil {
					described[uri.text+name.text] = true
				}
			}
		}
	}
	own := []string{nsDC, nsXMP, nsPDF, nsA, nsExt, nsRDF, "xmlns", ""}
	for _, p := range m.properties {
		if !slices.Contains(own, p.name.Space) && !described[p.name.Space+p.name.Local] {
			d.fault("A 6.6.2.3", "%s%s is not described", p.name.Space, p.name.Local)
		}
	}
	d.checkInfo(m)
}

// checkInfo wants the same in the document information as in the metadata.
func (d *Document) checkInfo(m metadata) {
	if d.ctx.Info == nil {
		return
	}
	info := d.dict(*d.ctx.Info)
	for _, pair := range []struct{ key, space, local string }{
		{"Title", nsDC, "title"}, {"Subject", nsDC, "description"}, {"Author", nsDC, "creator"},
		{"Creator", nsXMP, "CreatorTool"}, {"Producer", nsPDF, "Producer"}, {"Keywords", nsPDF, "Keywords"},
	} {
		want, ok := d.text(info[pair.key])
		if got := m.values(pair.space, pair.local); ok && (len(got) != 1 || got[0] != want) {
			d.fault("A 6.6.2.2", "%s is %q in the information and %q in the metadata", pair.key, want, got)
		}
	}
	for key, local := range map[string]string{"CreationDate": "CreateDate", "ModDate": "ModifyDate"} {
		raw, ok := d.text(info[key])
		if !ok {
			continue
		}
		a, errA := time.Parse("D:20060102150405Z", strings.ReplaceAll(raw, "+00'00'", "Z"))
		b, errB := time.Parse(time.RFC3339, m.first(nsXMP, local))
		if errA != nil || errB != nil || !a.Equal(b) {
			d.fault("A 6.6.2.2", "%s is %q in the information and %q in the metadata", key, raw, m.first(nsXMP, local))
		}
	}
}
