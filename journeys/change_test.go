package journeys

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
)

const changedFile = `# Bovenaan
klantreis: 'Proef: één'   # titel
x-eigen: {a: [1, 2], b: "# geen opmerking"}
fasen: [{fase: Een, stappen: [{stap: Zoekt, id: zoekt}]}]
adviezen:
  # het eerste
  - advies: Kort
    id: kort
    status: aangeboden   # sinds de zomer
    reden: >-
      Een reden
      over twee regels

      en nog een
    # hoort bij eigenaar
    eigenaar: Team

  - {advies: "Rij, met komma", id: rij, omdat: [a, "b]"], terugkoppeling: {kcc: 2022-10-01}}
  - advies: Kaal
  - eigenaar: Niemand
    advies: Anders
    id: anders
    status:   # nog niet
    terugkoppeling:
        inwoners: "2022-10-15"
    omdat:
    - x
    # slot
  - {advies: Lang, id: lang, reden: gewone tekst
      die doorgaat, status: 'besproken'}
# einde
`

var changes = map[string]AdviceChange{
	"status":  {Status: "gerealiseerd"},
	"alles":   {Status: "niet-overgenomen", Reason: `Te duur: "nee" zei 'ie # echt`, Since: Date{2022, 9, 5}, ReportedToKCC: Date{2022, 10, 1}, ReportedToResidents: Date{2022, 10, 2}},
	"datum":   {Since: Date{2022, 9, 15}},
	"verteld": {ReportedToKCC: Date{2023, 1, 2}},
	"bewoner": {ReportedToResidents: Date{2023, 1, 2}},
	"reden":   {Reason: "Ja"},
}

func TestChangeAdvice(t *testing.T) {
	for _, c := range []struct {
		index  int
		change string
		want   []string // lines of the result that were not there, in order
	}{
		{0, "status", []string{"    status: gerealiseerd   # sinds de zomer"}},
		{0, "alles", []string{"    status: niet-overgenomen   # sinds de zomer", `    reden: "Te duur: \"nee\" zei 'ie # echt"`, "    sinds: 2022-09-05", "    terugkoppeling: {kcc: 2022-10-01, inwoners: 2022-10-02}"}},
		{1, "status", []string{`  - {advies: "Rij, met komma", id: rij, omdat: [a, "b]"], status: gerealiseerd, terugkoppeling: {kcc: 2022-10-01}}`}},
		{1, "bewoner", []string{`  - {advies: "Rij, met komma", id: rij, omdat: [a, "b]"], terugkoppeling: {kcc: 2022-10-01, inwoners: 2023-01-02}}`}},
		{2, "verteld", []string{"    terugkoppeling: {kcc: 2023-01-02}"}},
		{3, "status", []string{"    status: gerealiseerd   # nog niet"}},
		{3, "verteld", []string{"        kcc: 2023-01-02"}},
		{3, "bewoner", []string{`        inwoners: "2023-01-02"`}},
		{4, "reden", []string{"  - {advies: Lang, id: lang, reden: \"Ja\", status: 'besproken'}"}},
		{4, "status", []string{"      die doorgaat, status: 'gerealiseerd'}"}},
	} {
		for _, ending := range []string{"\n", "\r\n"} {
			for _, bom := range []string{"", "\ufeff"} {
				src := bom + strings.ReplaceAll(changedFile, "\n", ending)
				out, _, err := ChangeAdvice("a.yaml", []byte(src), c.index, changes[c.change])
				if err != nil {
					t.Errorf("%d %s: %v", c.index, c.change, err)
					continue
				}
				holdChange(t, []byte(src), out, c.index, changes[c.change])
				old := strings.Split(src, ending)
				var fresh []string
				for _, line := range strings.Split(string(out), ending) {
					if !slices.Contains(old, line) {
						fresh = append(fresh, line)
					}
				}
				if !slices.Equal(fresh, c.want) && bom == "" {
					t.Errorf("%d %s: new lines\n%s\nwant\n%s", c.index, c.change, strings.Join(fresh, "\n"), strings.Join(c.want, "\n"))
				}
			}
		}
	}
}

func TestChangeAdviceRefuses(t *testing.T) {
	var problems Problems
	if _, _, err := ChangeAdvice("a.yaml", []byte(changedFile), 2, AdviceChange{Status: "niet-overgenomen"}); !errors.As(err, &problems) || problems[0].Code != "reden-verplicht" {
		t.Errorf("without a reason: %v", err)
	}
	if _, _, err := ChangeAdvice("a.yaml", []byte(changedFile), 2, AdviceChange{Status: "weg"}); !errors.As(err, &problems) {
		t.Errorf("an unknown status: %v", err)
	}
	if _, _, err := ChangeAdvice("a.yaml", []byte(changedFile), 9, AdviceChange{Status: "besproken"}); !errors.Is(err, ErrNoAdvice) {
		t.Errorf("no such advice: %v", err)
	}
	_, warnings, err := ChangeAdvice("a.yaml", []byte(changedFile), 2, AdviceChange{Status: "gerealiseerd"})
	if err != nil || len(warnings) != 1 || warnings[0].Code != "sinds-ontbreekt" {
		t.Errorf("without a date: %v %v", warnings, err)
	}
	shared := "klantreis: A\nfasen: [{fase: B}]\nx-een: &een besproken\nadviezen:\n  - advies: C\n    status: *een\n  - &hele\n    advies: D\nx-twee: *hele\n"
	for i := range 2 {
		if _, _, err := ChangeAdvice("a.yaml", []byte(shared), i, AdviceChange{Status: "aangeboden"}); !errors.Is(err, ErrLayout) {
			t.Errorf("what stands in two places was changed in one: %v", err)
		}
	}
}

// TestChangeExamples changes every advice of the examples in every way.
func TestChangeExamples(t *testing.T) {
	files, _ := filepath.Glob("../examples/*/*.yaml")
	n := 0
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		j, _ := Parse(file, src)
		for i := range j.Advice {
			for name, c := range changes {
				out, _, err := ChangeAdvice(file, src, i, c)
				if err != nil {
					t.Errorf("%s, %s, %s: %v", file, j.Advice[i].ID, name, err)
					continue
				}
				holdChange(t, src, out, i, c)
				n++
			}
		}
	}
	if n < 100 {
		t.Errorf("only %d changes were tried", n)
	}
}

// holdChange holds a result against what was asked: the journey has that change and no other, and the
// text differs only in the lines of that advice.
func holdChange(t *testing.T, src, out []byte, index int, c AdviceChange) {
	t.Helper()
	want, _ := Parse("a.yaml", src)
	got, _ := Parse("a.yaml", out)
	a := &want.Advice[index]
	for _, f := range []struct{ into, value *string }{{&a.Status, &c.Status}, {&a.Reason, &c.Reason}} {
		if *f.value != "" {
			*f.into = *f.value
		}
	}
	for _, f := range []struct{ into, value *Date }{{&a.Since, &c.Since}, {&a.ReportedToKCC, &c.ReportedToKCC}, {&a.ReportedToResidents, &c.ReportedToResidents}} {
		if !f.value.IsZero() {
			*f.into = *f.value
		}
	}
	withoutPlaces(reflect.ValueOf(want))
	withoutPlaces(reflect.ValueOf(got))
	if !reflect.DeepEqual(want, got) {
		t.Errorf("advice %d: the journey is not the one that was asked for:\n%s", index, out)
	}
	if bytes.Count(out, []byte("\r\n")) != bytes.Count(out, []byte("\n")) && bytes.Count(src, []byte("\r\n")) == bytes.Count(src, []byte("\n")) && bytes.Contains(src, []byte("\n")) {
		t.Errorf("mixed line ends")
	}
	// Before the advice and after it, not a byte changed.
	old, _ := Parse("a.yaml", src)
	begin, _ := offset(bytes.TrimPrefix(src, []byte("\ufeff")), old.Advice[index].Pos)
	if !bytes.Equal(bytes.TrimPrefix(src, []byte("\ufeff"))[:begin], bytes.TrimPrefix(out, []byte("\ufeff"))[:min(begin, len(out))]) {
		t.Errorf("something before the advice changed:\n%s", out)
	}
	if index+1 < len(old.Advice) {
		next, _ := offset(bytes.TrimPrefix(src, []byte("\ufeff")), old.Advice[index+1].Pos)
		if !bytes.HasSuffix(out, bytes.TrimPrefix(src, []byte("\ufeff"))[next:]) {
			t.Errorf("something behind the advice changed:\n%s", out)
		}
	}
}

// withoutPlaces clears every Node and Pos, which differ by nature.
func withoutPlaces(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			withoutPlaces(v.Elem())
		}
	case reflect.Slice:
		for i := range v.Len() {
			withoutPlaces(v.Index(i))
		}
	case reflect.Struct:
		if v.Type() == reflect.TypeOf(Node{}) || v.Type() == reflect.TypeOf(Pos{}) {
			v.SetZero()
			return
		}
		for i := range v.NumField() {
			if v.Field(i).CanSet() {
				withoutPlaces(v.Field(i))
			}
		}
	}
}

// FuzzChangeAdvice holds that a change that is made is exactly the one that was asked for.
func FuzzChangeAdvice(f *testing.F) {
	for i := range 5 {
		f.Add(changedFile, i, 2, "Te duur", 738000)
	}
	f.Add("klantreis: A\nfasen: [{fase: B}]\nadviezen:\n- advies: C\n  reden: |\n    a\n   # b\n  x-d: [\n]\n", 0, 4, "'", 0)
	f.Add("{klantreis: A, fasen: [{fase: B}], adviezen: [{advies: C?, status: }]}", 0, 1, "- ja", 730000)
	f.Fuzz(func(t *testing.T, src string, index, status int, reason string, day int) {
		c := AdviceChange{Reason: clean(strings.Join(strings.Fields(reason), " "))} // what a file can hold
		if status >= 0 {
			c.Status = Statuses()[status%len(Statuses())]
		}
		if day > 700000 && day < 750000 {
			c.Since = DateOf(time.Date(1, 1, 1, 12, 0, 0, 0, time.UTC).AddDate(0, 0, day))
			c.ReportedToKCC = c.Since
		}
		out, _, err := ChangeAdvice("a.yaml", []byte(src), index, c)
		if err != nil {
			return
		}
		holdChange(t, []byte(src), out, index, c)
	})
}

// FuzzSet changes any value of any file.
func FuzzSet(f *testing.F) {
	f.Add([]byte(changedFile), "adviezen.1.omdat", "nieuw", "sleutel")
	f.Add([]byte("a: {b: [1, {c: d}]}"), "a.b.1.c", "x: y", "")
	f.Fuzz(func(t *testing.T, src []byte, place, value, key string) {
		path := strings.Split(place, ".")
		if key != "" {
			path = append(path, key)
		}
		if clean(value) != value || empty(value) {
			return
		}
		set := func(src []byte) ([]byte, error) {
			s, err := newSheet(src)
			if err != nil {
				return nil, err
			}
			if err := s.set(path[:len(path)-1], path[len(path)-1], nil, value); err != nil {
				return nil, err
			}
			out, _, err := s.finish()
			return out, err
		}
		out, err := set(src)
		if err != nil {
			return
		}
		if n := find((&decoder{}).document(out), path); n == nil || n.Value != value {
			t.Fatalf("%q did not become %q:\n%s", path, value, out)
		}
		if again, err := set(out); err != nil || !bytes.Equal(again, out) {
			t.Fatalf("the same change changes it again: %v\n%s", err, again)
		}
	})
}
