package signals

import (
	"bytes"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
)

// signalenExport is an export as Signalen makes it; each signal has a history of which only the
// current ids count. The reporters are no CSV at all, so that opening them would show.
func signalenExport() []byte {
	return zipped(
		"2022/091500_signals.csv", "id,signal_uuid,source,text,text_extra,incident_date_start,incident_date_end,created_at,updated_at,category_assignment_id,location_id,reporter_id,status_id,priority,parent,type\n"+
			"1,u1,online,\"Lantaarn kapot,\nal een week\",,2022-09-14 10:00:00+00:00,,2022-09-15 12:03:00+00:00,2022-09-20 08:00:00+00:00,11,21,31,42,normal,,SIG\n"+
			"2,u2,Telefoon – CallCenter,Wanneer komt het geld?,,2022-09-15 10:00:00+00:00,,2022-09-16 12:03:00+00:00,2022-09-16 12:03:00+00:00,13,22,32,43,normal,,QUE\n"+
			"3,u3,online,te kort\n"+
			"4,u4,online,Klacht,,2022-09-15 10:00:00+00:00,,2022-09-17 12:03:00+00:00,2022-09-17 12:03:00+00:00,999,,,999,normal,,COM\n",
		"2022/091500_categories.csv", "id,main,sub,departments,created_at,updated_at,extra_properties,_signal_id\n10,Overig,Overig,ASC,,,,1\n11,Wegen,Straatverlichting,\"VOR, THO\",,,,1\n13,Overig,Vraag,ASC,,,,2\n",
		"2022/091500_statuses.csv", "id,text,_signal_id,state_display,extern,created_at,updated_at,extra_properties,state\n41,,1,Gemeld,False,2022-09-15 12:03:00+00:00,,,m\n42,klaar,1,Afgehandeld,False,2022-09-20 08:00:00+00:00,,,o\n43,,2,Gemeld,False,2022-09-16 12:03:00+00:00,,,m\n",
		"2022/091500_locations.csv", "id,lat,lng,stadsdeel,buurt_code,address,address_text,created_at,updated_at,extra_properties,_signal_id\n21,4.1,52.1,Noord,A01a,\"{}\",Dam 1 Amsterdam,,,,1\n22,,,,B02,,,,,,2\n",
		"2022/091500_reporters.csv", "PK\x03\x04 geheim",
		"kto-feedback-2022.csv", "_signal_id,is_satisfied,allows_contact,text,text_extra,submitted_at\n1,True,False,Snel,,2022-09-22\n",
	)
}

func TestSignalen(t *testing.T) {
	files := one("export.zip", signalenExport())
	want := []string{
		"2 2022-09-15T14:03 [online|Straatverlichting|Lantaarn kapot,\nal een week|melding]",
		"4 2022-09-16T14:03 [telefoon – callcenter|Vraag|Wanneer komt het geld?|vraag]",
		"5 !",
		"6 2022-09-17T14:03 [online||Klacht|klacht]",
	}
	expect(t, read(t, "bestand: export.zip", files), want...)
	expect(t, read(t, "bestand: export.zip, formaat: signalen, kolommen: {onderwerp: categories.main, tekst: kto.text}", files),
		"2 2022-09-15T14:03 [online|Wegen|Snel|melding]", "4 2022-09-16T14:03 [telefoon – callcenter|Overig||vraag]", "5 !", "6 2022-09-17T14:03 [online|||klacht]")
}

// TestSignalenFields has the moment at which the current status closed a signal, and no address.
func TestSignalenFields(t *testing.T) {
	in := input{file: openIn(t, signalenExport()), size: int64(len(signalenExport()))}
	r, err := readSignalen(in)
	if err != nil {
		t.Fatal(err)
	}
	first, _ := r.next()
	cells := map[string]string{}
	for i, h := range r.header {
		cells[h] = cellAt(first.cells, i)
	}
	if cells["afgehandeld"] != "2022-09-20 08:00:00+00:00" || cells["locations.stadsdeel"] != "Noord" || cells["categories.departments"] != "VOR, THO" || cells["kto.is_satisfied"] != "True" {
		t.Error(cells)
	}
	if all := strings.Join(r.header, " "); strings.Contains(all, "address") || strings.Contains(all, "lat") || strings.Contains(all, "reporters") {
		t.Error(all)
	}
}

func TestSignalenDamaged(t *testing.T) {
	whole := signalenExport()
	for name, c := range map[string]struct {
		content []byte
		want    string
	}{
		"half":         {whole[:len(whole)/2], "zip-kapot"},
		"no zip":       {[]byte("id,signal_uuid\n"), "zip-kapot"},
		"empty":        {nil, "zip-kapot"},
		"no signals":   {zipped("a_categories.csv", "id\n"), "signalen-zonder-meldingen"},
		"no joins":     {zipped("x_signals.csv", "id,text,created_at,type\n1,hoi,2022-01-02 10:00:00+00:00,SIG\n"), "2 2022-01-02T11:00 [telefoon||hoi|melding]"},
		"empty table":  {zipped("x_signals.csv", ""), "leeg-gegevensbestand"},
		"damaged data": {bytes.Replace(zipped("x_signals.csv", "id,text\n1,aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n"), []byte("x_signals.csv"), []byte("y_signals.csv"), 1), ""},
	} {
		if got := read(t, "bestand: export.zip", one("export.zip", c.content)); !strings.Contains(got, c.want) {
			t.Errorf("%s: %s", name, got)
		}
	}
}

func openIn(t testing.TB, content []byte) fs.File {
	t.Helper()
	f, err := fstest.MapFS{"x": {Data: content}}.Open("x")
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func FuzzSignalen(f *testing.F) {
	f.Add("id,text,category_assignment_id\n1,a,2\n", "id,main,sub\n2,b,c\n")
	f.Add("id,\"text\n", "\xff\xfe")
	f.Add("\r", "0")
	f.Fuzz(func(t *testing.T, signals, categories string) {
		content := zipped("x_signals.csv", signals, "x_categories.csv", categories, "x_reporters.csv", "x")
		drain(t, readSignalen, content)
	})
}
