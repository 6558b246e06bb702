package model

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
)

// left are the keys that the package comment says are left out or written otherwise.
var left = map[string]bool{"lijst": true, "notities": true, "verbinding": true, "tabel": true, "vraag": true, "citaten": true, "kolommen": true, "kanalen-eigen": true, "noemer": true, "belofte": true, "bron": true}

// TestHoldsTheFile walks the five examples and asks of every key in the file that the model has it, with
// the same value.
func TestHoldsTheFile(t *testing.T) {
	for _, dir := range []string{"energietoeslag", "groetjes-van-de-klant", "klantenservice", "persoonlijk-contact", "verhuizen"} {
		t.Run(dir, func(t *testing.T) {
			folder := filepath.Join("..", "..", "examples", dir)
			j, src, problems, err := journeys.Load(filepath.Join(folder, "klantreis.yaml"))
			if err != nil || problems.HasErrors() {
				t.Fatal(err, problems)
			}
			ev, _ := evidence.Bind(j, os.DirFS(folder))
			var out, again bytes.Buffer
			if err := Write(&out, j, ev); err != nil {
				t.Fatal(err)
			}
			if err := Write(&again, j, ev); err != nil || !bytes.Equal(out.Bytes(), again.Bytes()) {
				t.Error("two writings differ", err)
			}
			var model struct {
				Journey any            `json:"klantreis"`
				Data    map[string]any `json:"gegevens"`
			}
			if err := json.Unmarshal(out.Bytes(), &model); err != nil {
				t.Fatal(err)
			}
			documents, problems := journeys.Documents("klantreis.yaml", src)
			if problems != nil {
				t.Fatal(problems)
			}
			if model.Data["id"] != j.ID {
				t.Error("gegevens is not that of the journey")
			}
			hold(t, "", documents[0], model.Journey)
			for _, s := range j.Sources {
				for _, signal := range s.List {
					for _, f := range signal.Fields {
						if f.Field == "tekst" && once(src, f.Value) && bytes.Contains(out.Bytes(), []byte(f.Value)) {
							t.Errorf("the text of a signal is in the model: %s", f.Value)
						}
					}
				}
			}
			for _, s := range j.Steps() {
				for _, q := range s.Quotes {
					if !q.Approved && once(src, q.Text) && bytes.Contains(out.Bytes(), []byte(q.Text)) {
						t.Errorf("a quote without approval is in the model: %s", q.Text)
					}
				}
			}
		})
	}
}

// once tells whether a text stands nowhere else in the file, as a thought or as an approved quote may.
func once(src []byte, text string) bool { return bytes.Count(src, []byte(text)) == 1 }

func hold(t *testing.T, at string, want journeys.Value, got any) {
	t.Helper()
	switch want.Kind {
	case journeys.Scalar:
		if text := flat(got); text != want.Text && !sameShare(want.Text, got) {
			t.Errorf("%s is %q in the file and %v in the model", at, want.Text, got)
		}
	case journeys.Sequence:
		items, _ := got.([]any)
		if len(items) != len(want.Items) {
			t.Errorf("%s has %d items, the model %d", at, len(want.Items), len(items))
			return
		}
		for i, item := range want.Items {
			hold(t, at+"."+strconv.Itoa(i), item, items[i])
		}
	case journeys.Mapping:
		object, _ := got.(map[string]any)
		list, _ := got.([]any) // bronnen are a list here, which keeps their order
		for _, k := range want.Keys {
			if strings.HasPrefix(k.Name, "x-") || left[k.Name] || k.Value.Kind == journeys.Absent {
				continue
			}
			value, known := object[k.Name]
			for _, item := range list {
				if o, _ := item.(map[string]any); o["naam"] == k.Name {
					value, known = item, true
				}
			}
			if !known {
				t.Errorf("%s.%s is not in the model", at, k.Name)
				continue
			}
			hold(t, at+"."+k.Name, k.Value, value)
		}
	}
}

func flat(v any) string {
	switch v := v.(type) {
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case bool:
		return strconv.FormatBool(v)
	case string:
		return v
	}
	return ""
}

func sameShare(text string, got any) bool {
	v, ok := got.(float64)
	n, isNumber := journeys.ParseNumber(strings.TrimSuffix(text, "%"))
	if strings.HasSuffix(text, "%") {
		n /= 100
	}
	return ok && isNumber && n-v < 1e-9 && v-n < 1e-9
}
