package live

import (
	"math"

	"klantreis/cmd/klantreis/workspace/api"
	"klantreis/journeys"
)

// wayModels are where customers go after a step.
func wayModels(s *journeys.Step) []api.WayModel {
	all := []api.WayModel{}
	for _, f := range s.Next {
		all = append(all, api.WayModel{Step: f.To, Leave: f.DropOut, When: f.When, Share: percent(f.Share)})
	}
	return all
}

// percent is a share as people type it, without what binary fractions add to it.
func percent(share *float64) *float64 {
	if share == nil {
		return nil
	}
	p := math.Round(*share*1e6) / 1e4
	return &p
}

func metricModels(j *journeys.Journey) []api.MetricModel {
	all := []api.MetricModel{}
	for _, m := range j.Metrics {
		out := api.MetricModel{Line: m.Pos.Line, ID: m.ID, Title: m.Title, Points: []api.PointModel{}}
		if m.Scale != nil {
			out.Worst, out.Best = &m.Scale.From, &m.Scale.To
		}
		for _, p := range m.Points {
			out.Points = append(out.Points, api.PointModel{When: p.When, Value: p.Value, N: p.N})
		}
		all = append(all, out)
	}
	return all
}

func denominatorModel(s journeys.Source) *api.DenominatorModel {
	d := s.Denominator
	if d == nil {
		return nil
	}
	out := &api.DenominatorModel{Total: d.Total, Source: d.Source, Field: d.Field, Months: []api.MonthModel{}}
	for _, m := range d.Months {
		out.Months = append(out.Months, api.MonthModel{Month: m.Month.String(), Count: m.Count})
	}
	return out
}

// effectModel is which signal an advice is measured by, and by how much it must fall.
func effectModel(a journeys.Advice) (on string, atLeast *float64) {
	if a.Effect == nil {
		return "", nil
	}
	if a.Effect.AtLeast > 0 {
		atLeast = percent(&a.Effect.AtLeast)
	}
	return a.Effect.Signal, atLeast
}
