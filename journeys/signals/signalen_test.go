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
//
// Shaped by Amsterdam/signals: the columns by app/signals/apps/reporting/csv/datawarehouse/signals.py,
// categories.py, statuses.py, locations.py and kto_feedback.py, the names of the files and the way
// PostgreSQL writes moments (+00, with microseconds) by app/signals/apps/reporting/csv/utils.py.
func signalenExport() []byte {
	return zipped(
		"091500UTC_signals.csv", "id,signal_uuid,source,text,text_extra,incident_date_start,incident_date_end,created_at,updated_at,operational_date,expire_date,image,upload,extra_properties,"+
			"category_assignment_id,location_id,reporter_id,status_id,priority,priority_created_at,parent,type,type_created_at,directing_departments_assignment_id\r\n"+
			"1,u1,online,\"Lantaarn kapot,\nal een week\",,2022-09-14 10:00:00+00,,2022-09-15 12:03:00.123456+00,2022-09-20 08:00:00+00,,,,,null,11,21,31,42,normal,2022-09-15 12:03:00+00,,SIG,2022-09-15 12:03:00+00,\r\n"+
			"2,u2,Telefoon – CallCenter,Wanneer komt het geld?,,2022-09-15 10:00:00+00,,2022-09-16 12:03:00+00,2022-09-16 12:03:00+00,,,,,\"[{\"\"id\"\": 1}]\",13,22,32,43,normal,2022-09-16 12:03:00+00,,QUE,2022-09-16 12:03:00+00,\r\n"+
			"3,u3,online,te kort\r\n"+
			"4,u4,online,Klacht,,2022-09-15 10:00:00+00,,2022-09-17 12:03:00+00,2022-09-17 12:03:00+00,,,,,null,999,,,999,normal,2022-09-17 12:03:00+00,,COM,2022-09-17 12:03:00+00,\r\n",
		"091500UTC_signals_assigned_user.csv", "PK\x03\x04 geheim",
		"091500UTC_categories.csv", "id,main,sub,main_slug,sub_slug,departments,created_at,updated_at,extra_properties,_signal_id,deadline,deadline_factor_3\r\n"+
			"10,Overig,Overig,overig,overig,ASC,,,null,1,,\r\n11,Wegen,Straatverlichting,wegen,straatverlichting,\"VOR, THO\",,,null,1,,\r\n13,Overig,Vraag,overig,vraag,ASC,,,null,2,,\r\n",
		"091500UTC_statuses.csv", "id,text,_signal_id,state_display,extern,created_at,updated_at,extra_properties,state\r\n41,,1,Gemeld,f,2022-09-15 12:03:00+00,,null,m\r\n42,klaar,1,Afgehandeld,f,2022-09-20 08:00:00+00,,null,o\r\n43,,2,Gemeld,f,2022-09-16 12:03:00+00,,null,m\r\n",
		"091500UTC_locations.csv", "id,lat,lng,stadsdeel,buurt_code,address,address_text,created_at,updated_at,extra_properties,_signal_id,address_street,address_number,address_postalcode,address_city\r\n"+
			"21,4.1,52.1,Noord,A01a,\"{}\",Dam 1 Amsterdam,,,null,1,Dam,1,1012JS,Amsterdam\r\n22,,,,B02,,,,,null,2,,,,\r\n",
		"091500UTC_reporters.csv", "PK\x03\x04 geheim",
		"091500UTC_kto-feedback-PRODUCTION.csv", "_signal_id,is_satisfied,allows_contact,text,text_extra,created_at,submitted_at,text_list\r\n1,True,False,Snel,,2022-09-21 08:00:00+00,2022-09-22 08:00:00+00,\"[\"\"Snel\"\"]\"\r\n",
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
	if cells["afgehandeld"] != "2022-09-20 08:00:00+00" || cells["locations.stadsdeel"] != "Noord" || cells["categories.departments"] != "VOR, THO" || cells["kto.is_satisfied"] != "True" {
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
