package workspace

import (
	"errors"
	"maps"
	"slices"

	"klantreis/cmd/klantreis/workspace/api"
	"klantreis/journeys"
)

// errOp says that the page asked for a change that does not exist.
var errOp = errors.New("unknown change")

// applyOp makes a change of a text by as few bytes as it can. It gives the new text and the place of what
// changed. Errors are errOp and those of the journeys package that tell why a change cannot be made.
func applyOp(name string, src []byte, op api.Op) ([]byte, journeys.Pos, error) {
	item := journeys.Item{Phase: op.Phase, Step: op.Step, Index: op.Index}
	fields := fieldsOf(op.Values)
	add := func(kind journeys.ItemKind) ([]byte, journeys.Pos, error) {
		item.Kind = kind
		return journeys.AddItem(name, src, item, fields)
	}
	switch op.Do {
	case "set":
		return journeys.SetFields(name, src, itemOf(op.Target), fields)
	case "remove":
		return journeys.RemoveItem(name, src, itemOf(op.Target))
	case "add-phase":
		return add(journeys.PhaseItem)
	case "add-step":
		return add(journeys.StepItem)
	case "add-signal":
		return add(journeys.SelectorItem)
	case "add-quote":
		return add(journeys.QuoteItem)
	case "add-advice":
		return add(journeys.AdviceItem)
	case "add-metric":
		return add(journeys.MetricItem)
	case "add-source":
		if name, ok := op.Values["naam"].(string); ok && name != "" {
			item.Name = name
			fields = slices.DeleteFunc(fields, func(f journeys.Field) bool { return f.Key == "naam" })
			return add(journeys.SourceItem)
		}
	case "approve-quote":
		out, err := journeys.ApproveQuote(name, src, op.Line)
		return out, journeys.Pos{Line: op.Line, Column: 1}, err
	case "move-phase":
		return journeys.MoveItem(name, src, journeys.Item{Kind: journeys.PhaseItem, Phase: op.Phase}, 0, op.Index)
	case "move-step":
		return journeys.MoveItem(name, src, journeys.Item{Kind: journeys.StepItem, Step: op.Step}, op.ToPhase, op.Index)
	case "move-advice":
		return journeys.MoveItem(name, src, journeys.Item{Kind: journeys.AdviceItem, Index: op.Index}, 0, op.ToIndex)
	}
	return nil, journeys.Pos{}, errOp
}

func itemOf(t api.Target) journeys.Item {
	return journeys.Item{Kind: journeys.ItemKind(t.Kind), Phase: t.Phase, Step: t.Step, Index: t.Index, Name: t.Name}
}

// fieldsOf puts values from JSON in a fixed order: that of the mappings of the format that have their keys,
// the rest by name. The order of the keys of an item is the journeys package's own.
func fieldsOf(values map[string]any) []journeys.Field {
	known := append([]string{"van", "tot", "signaal", "minstens", "kcc", "inwoners", "bron", "veld", "maand", "aantal",
		"stap", "afhaken", "als", "aandeel", "meting", "schaal", "punten", "wanneer", "waarde", "n"}, journeys.Fields()...)
	rank := func(key string) int {
		if i := slices.Index(known, key); i >= 0 {
			return i
		}
		return len(known)
	}
	keys := slices.SortedFunc(maps.Keys(values), func(a, b string) int {
		if d := rank(a) - rank(b); d != 0 {
			return d
		}
		if a < b {
			return -1
		}
		return 1
	})
	var fields []journeys.Field
	for _, key := range keys {
		fields = append(fields, journeys.Field{Key: key, Value: valueOf(values[key])})
	}
	return fields
}

func valueOf(v any) any {
	switch v := v.(type) {
	case map[string]any:
		return fieldsOf(v)
	case []any:
		all := make([]any, len(v))
		for i, item := range v {
			all[i] = valueOf(item)
		}
		return all
	}
	return v
}
