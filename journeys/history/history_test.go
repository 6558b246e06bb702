package history

import (
	"slices"
	"testing"

	"klantreis/journeys"
)

func TestHistory(t *testing.T) {
	day := func(s string) journeys.Date { d, _ := journeys.Moment(s); return d }
	first := Change{On: day("2023-02-01"), Advice: "sms", From: "aangeboden", To: "niet-overgenomen", Reason: `Te duur: "nee" & <weg>`}
	second := Change{On: day("2023-01-01"), Advice: "sms", To: "aangeboden"}
	third := Change{On: day("2023-03-01"), Advice: "folder", From: "gerealiseerd", Since: day("2023-02-15"), ReportedToKCC: day("2023-02-20")}
	src := []byte("\ufeff{\"op\": \"2022-12-01\", \"advies\": \"folder\", \"naar\": \"gerealiseerd\"}\r\nkapot\r\n")
	var err error
	for _, c := range []Change{first, second, third} {
		if src, err = Append(src, c); err != nil {
			t.Fatal(err)
		}
	}
	all, problems := Parse("a.geschiedenis.jsonl", src)
	if len(problems) != 1 || problems[0].Code != "geschiedenis-regel" || problems[0].Pos.Line != 2 {
		t.Errorf("problems: %v", problems)
	}
	if got := Of(all, "sms"); !slices.Equal(got, []Change{second, first}) {
		t.Errorf("sms: %+v", got)
	}
	if got := Of(all, "folder"); len(got) != 2 || got[1] != third {
		t.Errorf("folder: %+v", got)
	}
	if got := Path("map/klantreis.yaml"); got != "map/klantreis.geschiedenis.jsonl" {
		t.Error(got)
	}
}

// FuzzParse holds that what was read can be written and read again.
func FuzzParse(f *testing.F) {
	f.Add([]byte(`{"op":"2023-01-01","advies":"a","van":"besproken","naar":"gerealiseerd","sinds":"2022-01-01"}` + "\nx\n"))
	f.Fuzz(func(t *testing.T, src []byte) {
		all, _ := Parse("a", src)
		var again []byte
		for _, c := range all {
			again, _ = Append(again, c)
		}
		if got, problems := Parse("a", again); !slices.Equal(got, all) || problems != nil {
			t.Fatalf("%+v became %+v (%v)", all, got, problems)
		}
	})
}
