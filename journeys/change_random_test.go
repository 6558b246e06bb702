package journeys

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// hard are texts that YAML would read as something else, or not at all.
var hard = []string{"ja", "12", "- x", "a: b", "#", "x # y", "'t kan", `"nee"`, "👋 hoi", "{a}", "[b", "*", "&a", "!x", "%", "@", "`", "|", ">",
	"eerste\ntweede", "a\n\nb\n", " lead", "trail ", "null", "~", "2022-09-15", "1e3", "0x1f", "=", "<<", "a?b", "wat?", "?", "é\u00a0ü", "tab\there",
	strings.Repeat("Een titel van negentig letters. ", 3), "\u2028", "regel met einde\n", "\ufeffbom", "\\", `a\b`, "key:", "a:", ": a", "one, two", "-", "--- x", "..."}

// checked makes a change and holds what the file says against what it should say.
func checked(src []byte, op operation) (out []byte, err error) {
	before, _ := Parse("x.yaml", src)
	out, _, err = op.apply(src)
	if err != nil {
		return nil, err
	}
	after, _ := Parse("x.yaml", out)
	ids := func(j *Journey) (all []string) {
		for i, p := range j.Phases {
			for _, s := range p.Steps {
				all = append(all, fmt.Sprint(i, s.ID, len(s.Selectors), len(s.Quotes)))
			}
		}
		return all
	}
	switch {
	case op.Do == "set" && op.Item.Kind == StepItem:
		s := after.Step(op.Item.Step)
		for _, f := range op.Fields {
			var got any
			switch f.Key {
			case "doet":
				got = s.Does
			case "pijnpunten":
				got = s.PainPoints
			}
			want := trimmed(f.Value)
			if !reflect.DeepEqual(got, want) && !empty(want) {
				return out, fmt.Errorf("%s is %q, want %q", f.Key, got, want)
			}
		}
		if !slices.Equal(ids(before), ids(after)) {
			return out, errors.New("other steps changed")
		}
	case op.Do == "move" && op.Item.Kind == StepItem:
		if len(after.Phases[op.ToPhase].Steps) == 0 || len(ids(after)) != len(ids(before)) {
			return out, errors.New("a step is lost")
		}
		steps := after.Phases[op.ToPhase].Steps
		if s := steps[min(op.ToIndex, len(steps)-1)]; s.ID != op.Item.Step || reflect.DeepEqual(s.Selectors, []Selector(nil)) != (len(before.Step(s.ID).Selectors) == 0) {
			return out, errors.New("the step is elsewhere")
		}
	case op.Do == "add" && op.Item.Kind == StepItem:
		if len(ids(after)) != len(ids(before))+1 {
			return out, errors.New("no step came")
		}
	case op.Do == "remove" && op.Item.Kind == StepItem:
		if len(ids(after)) != len(ids(before))-1 || after.Step(op.Item.Step) != nil {
			return out, errors.New("the step is still there")
		}
	}
	return out, nil
}

// trimmed is a value as the model has it: without white space around texts.
func trimmed(v any) any {
	switch v := v.(type) {
	case string:
		return strings.TrimSpace(v)
	case []string:
		var all []string
		for _, s := range v {
			all = append(all, strings.TrimSpace(s))
		}
		return all
	}
	return v
}

// random makes a change that can be made of a journey.
func random(r *rand.Rand, j *Journey) operation {
	steps := j.Steps()
	step := steps[r.IntN(len(steps))]
	phase := r.IntN(len(j.Phases))
	text := hard[r.IntN(len(hard))]
	var items []string
	for range 1 + r.IntN(4) {
		items = append(items, hard[r.IntN(len(hard)-3)])
	}
	items = slices.DeleteFunc(items, func(s string) bool { return strings.TrimSpace(s) == "" })
	switch r.IntN(9) {
	case 0, 1:
		return operation{Do: "set", Item: Item{Kind: StepItem, Step: step.ID}, Fields: []Field{{"doet", text}}}
	case 2:
		return operation{Do: "set", Item: Item{Kind: StepItem, Step: step.ID}, Fields: []Field{{"pijnpunten", items}}}
	case 3:
		return operation{Do: "set", Item: Item{Kind: StepItem, Step: step.ID}, Fields: []Field{{"doet", nil}, {"pijnpunten", nil}}}
	case 4, 5:
		return operation{Do: "move", Item: Item{Kind: StepItem, Step: step.ID}, ToPhase: phase, ToIndex: r.IntN(4)}
	case 6:
		return operation{Do: "add", Item: Item{Kind: StepItem, Phase: phase, Index: r.IntN(4)}, Fields: []Field{{"stap", "Nieuw " + fmt.Sprint(r.IntN(5))}, {"doet", text}}}
	case 7:
		if len(steps) > 3 {
			return operation{Do: "remove", Item: Item{Kind: StepItem, Step: step.ID}}
		}
	}
	return operation{Do: "move", Item: Item{Kind: PhaseItem, Phase: phase}, ToIndex: r.IntN(len(j.Phases))}
}

// TestRandomChanges changes the examples many times over; each of them must allow every change.
func TestRandomChanges(t *testing.T) {
	files, _ := filepath.Glob("../examples/*/klantreis.yaml")
	archives, _ := filepath.Glob("../journeys/testdata/*.yaml")
	if len(files) < 5 {
		t.Fatal("no examples")
	}
	for _, name := range append(files, archives...) {
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for seed := range uint64(3) {
			r := rand.New(rand.NewPCG(seed, 1))
			text := src
			for n := range 15 {
				j, _ := Parse("x.yaml", text)
				if len(j.Steps()) == 0 {
					break
				}
				op := random(r, j)
				out, err := checked(text, op)
				if err != nil {
					t.Errorf("%s, seed %d, change %d, %+v: %v", name, seed, n, op, err)
					break
				}
				text = out
			}
		}
	}
}

// TestThereAndBack moves each step and phase away within its list and back: not a byte is different.
func TestThereAndBack(t *testing.T) {
	files, _ := filepath.Glob("../examples/*/klantreis.yaml")
	for _, name := range files {
		src, _ := os.ReadFile(name)
		j, _ := Parse("x.yaml", src)
		for p, phase := range j.Phases {
			for i, s := range phase.Steps {
				for to := range phase.Steps {
					item := Item{Kind: StepItem, Step: s.ID}
					away, _, err := MoveItem("x.yaml", src, item, p, to)
					if err != nil {
						t.Fatal(err)
					}
					back, _, err := MoveItem("x.yaml", away, item, p, i)
					if err != nil || !bytes.Equal(back, src) {
						t.Errorf("%s: %s to %d and back: %v\n%s", name, s.ID, to, err, lineDiff(string(back), string(src)))
					}
				}
			}
		}
	}
}

// FuzzChangeItem makes changes of any text. What comes out is what was asked for, or an error.
func FuzzChangeItem(f *testing.F) {
	f.Add([]byte(changedFile), uint64(1), "x")
	f.Add([]byte("klantreis: a\nfasen:\n- fase: b\n  stappen:\n  - stap: c\n  - stap: d\n"), uint64(4), "- x")
	f.Add([]byte("{klantreis: a, fasen: [{fase: b, stappen: [{stap: c}, {stap: d, pijnpunten: [e]}]}]}"), uint64(7), "a: b")
	f.Fuzz(func(t *testing.T, src []byte, seed uint64, text string) {
		j, _ := Parse("x.yaml", src)
		if len(src) > 4000 || len(j.Steps()) == 0 {
			return
		}
		r := rand.New(rand.NewPCG(seed, 2))
		op := random(r, j)
		if len(op.Fields) > 0 && op.Do == "set" && op.Fields[0].Key == "doet" && op.Fields[0].Value != nil {
			op.Fields[0].Value = text
			if clean(text) != text {
				return
			}
		}
		if out, err := checked(src, op); err != nil && !errors.Is(err, ErrLayout) && !errors.Is(err, ErrNoItem) {
			t.Errorf("%+v: %v\n%s\n→\n%s", op, err, src, out)
		}
	})
}

// BenchmarkMoveItem moves a step in a journey of ten thousand lines.
func BenchmarkMoveItem(b *testing.B) {
	var src bytes.Buffer
	src.WriteString("klantreis: Groot\nfasen:\n")
	for p := range 50 {
		fmt.Fprintf(&src, "  - fase: Fase %d\n    stappen:\n", p)
		for s := range 20 {
			fmt.Fprintf(&src, "      - stap: Stap %d van %d\n        id: s%d-%d\n        kanalen: [website, telefoon]\n        doet: Leest wat er staat.\n        denkt: Wanneer komt het?\n"+
				"        pijnpunten:\n          - Te lang\n          - Te veel\n        notities: Vraag het na.\n\n", s, p, p, s)
		}
	}
	b.SetBytes(int64(src.Len()))
	for b.Loop() {
		if _, _, err := MoveItem("x.yaml", src.Bytes(), Item{Kind: StepItem, Step: "s25-3"}, 26, 2); err != nil {
			b.Fatal(err)
		}
	}
}
