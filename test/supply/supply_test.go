package main

import (
	"bytes"
	"encoding/json"
	"os"
	"strings"
	"testing"
)

// TestLicences holds every linked module to a licence that EUPL-1.2 can go with, and NOTICE to all of them.
func TestLicences(t *testing.T) {
	modules, err := linked("../..")
	if err != nil {
		t.Fatal(err)
	}
	notice, err := os.ReadFile("../../NOTICE")
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range modules {
		if why := unfit(m); why != "" {
			t.Errorf("%s: %s", m.Path, why)
		}
		if m.Path != "std" && !named(string(notice), m.Path) {
			t.Errorf("NOTICE does not name %s", m.Path)
		}
	}
	var texts bytes.Buffer
	if err := writeTexts(&texts, "../..", modules); err != nil {
		t.Fatal(err)
	}
	for _, m := range modules {
		if len(m.texts) == 0 || !strings.Contains(texts.String(), "\n"+m.Path+" "+m.Version+"\n") {
			t.Errorf("the texts of licences lack those of %s", m.Path)
		}
	}
	for _, embedded := range []string{"render/font/LICENSE.inter", "render/flow/graphviz/LICENSE.graphviz", "render/chart/NOTICE.echarts", "cmd/klantreis/workspace/page/licenses.txt"} {
		if !strings.Contains(texts.String(), "\n"+embedded+"\n") {
			t.Errorf("the texts of licences lack %s", embedded)
		}
	}
	var one, two bytes.Buffer
	if err := writeSBOM(&one, modules); err != nil {
		t.Fatal(err)
	}
	if err := writeSBOM(&two, modules); err != nil || !bytes.Equal(one.Bytes(), two.Bytes()) {
		t.Error("the bill of materials differs between two runs")
	}
	var bill struct {
		Format     string `json:"bomFormat"`
		Components []struct {
			PURL     string `json:"purl"`
			Licenses []any  `json:"licenses"`
		} `json:"components"`
	}
	if err := json.Unmarshal(one.Bytes(), &bill); err != nil || bill.Format != "CycloneDX" || len(bill.Components) != len(modules) {
		t.Errorf("%d components of %d, %v", len(bill.Components), len(modules), err)
	}
	for _, c := range bill.Components {
		if !strings.HasPrefix(c.PURL, "pkg:golang/") || len(c.Licenses) == 0 {
			t.Errorf("%+v", c)
		}
	}
}

// named tells whether NOTICE names a module, or the family it belongs to by the first parts of its path.
func named(notice, path string) bool {
	if strings.Contains(notice, path) {
		return true
	}
	parts := strings.Split(path, "/")
	last := parts[len(parts)-1]
	if strings.HasPrefix(last, "v") && len(last) <= 3 && len(parts) > 2 {
		last = parts[len(parts)-2]
	}
	family := strings.Join(parts[:min(2, len(parts))], "/")
	if parts[0] == "modernc.org" || parts[0] == "golang.org" {
		family = parts[0]
	}
	return strings.Contains(notice, family) && strings.Contains(notice, last) || strings.Contains(notice, family) && parts[0] == "modernc.org"
}

// TestTwoBuildsAreOneFile builds the program in two folders.
func TestTwoBuildsAreOneFile(t *testing.T) {
	if _, err := reproduce("../.."); err != nil {
		t.Error(err)
	}
}

// TestIdentify knows the licences apart, and refuses one that spreads.
func TestIdentify(t *testing.T) {
	for text, want := range map[string]string{
		"Permission is hereby granted, free of\ncharge, to any person obtaining a copy": "MIT",
		"Redistribution and use in source and binary forms. Neither the name of":        "BSD-3-Clause",
		"Redistribution and use in source and binary forms, with":                       "BSD-2-Clause",
		"GNU GENERAL PUBLIC LICENSE":                                                    "GPL-3.0",
		"all rights reserved":                                                           "",
	} {
		if got := strings.Join(identify(text), " "); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
	if unfit(module{Licences: []string{"GPL-3.0"}}) == "" || unfit(module{}) == "" {
		t.Error("a licence that does not fit passed")
	}
}
