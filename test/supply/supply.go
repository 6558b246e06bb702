// Command supply tells what the program is made of: which modules are linked into it, under which
// licences, and that two builds of the same source are the same file.
//
//	go run ./test/supply sbom > klantreis.cdx.json   # CycloneDX 1.6
//	go run ./test/supply licences                    # fails on one that EUPL-1.2 cannot go with
//	go run ./test/supply texts > licenties.txt       # the texts of all licences, which a binary must come with
//	go run ./test/supply reproduce                   # builds twice, in two folders
//	go run ./test/supply vulnerabilities             # govulncheck; needs its database
package main

import (
	"bytes"
	"crypto/sha256"
	"debug/buildinfo"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime/debug"
	"sort"
	"strings"

	"klantreis/test/building"
)

// govulncheck is the version that is asked; its database is asked for the newest each time.
const govulncheck = "golang.org/x/vuln/cmd/govulncheck@v1.9.0"

func main() {
	if err := run(os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "supply:", err)
		os.Exit(1)
	}
}

func run(args []string, out io.Writer) error {
	if len(args) != 1 {
		return fmt.Errorf("say what to do: sbom, licences, texts, reproduce or vulnerabilities")
	}
	switch args[0] {
	case "sbom":
		modules, err := linked(".")
		if err != nil {
			return err
		}
		return writeSBOM(out, modules)
	case "licences":
		modules, err := linked(".")
		if err != nil {
			return err
		}
		return writeLicences(out, modules)
	case "texts":
		modules, err := linked(".")
		if err != nil {
			return err
		}
		return writeTexts(out, ".", modules)
	case "reproduce":
		sum, err := reproduce(".")
		if err == nil {
			fmt.Fprintln(out, sum)
		}
		return err
	case "vulnerabilities":
		return vulnerabilities(out)
	}
	return fmt.Errorf("%q is not sbom, licences, texts, reproduce or vulnerabilities", args[0])
}

// module is a module that is linked into the program.
type module struct {
	Path, Version, Sum string
	Licences           []string // SPDX identifiers
	texts              []string // of its licence files, in the order of their names
}

// linked lists the modules of the program, by path, with their licences.
func linked(root string) ([]module, error) {
	dir, err := os.MkdirTemp("", "supply")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	file, err := building.Build(root, dir, building.Here(), "")
	if err != nil {
		return nil, err
	}
	info, err := buildinfo.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var all []module
	for _, d := range info.Deps {
		if d.Replace != nil {
			d = d.Replace
		}
		m := module{Path: d.Path, Version: d.Version, Sum: d.Sum}
		if m.Licences, m.texts, err = licencesOf(root, d); err != nil {
			return nil, err
		}
		all = append(all, m)
	}
	std := module{Path: "std", Version: info.GoVersion}
	if std.Licences, std.texts, err = licencesIn(goroot()); err != nil {
		return nil, err
	}
	all = append(all, std)
	sort.Slice(all, func(i, k int) bool { return all[i].Path < all[k].Path })
	return all, nil
}

var licenceFile = regexp.MustCompile(`(?i)^(licen[cs]e|copying|unlicense|patents|notice)([.\-_].*)?$`)

// goroot is where Go lies, with its own licence: runtime.GOROOT says nothing in a program that was built with -trimpath.
func goroot() string {
	out, _ := exec.Command("go", "env", "GOROOT").Output()
	return strings.TrimSpace(string(out)) // nothing: no folder, of which licencesIn tells
}

// licencesOf reads the licence files of a module, in its root: the licences that they hold, and their texts.
func licencesOf(root string, d *debug.Module) (licences, texts []string, err error) {
	cmd := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", d.Path)
	cmd.Dir = root
	dir, err := cmd.Output()
	if err == nil {
		licences, texts, err = licencesIn(strings.TrimSpace(string(dir)))
	}
	if err != nil {
		return nil, nil, fmt.Errorf("%s: %w", d.Path, err)
	}
	return licences, texts, nil
}

// licencesIn is licencesOf, of a folder.
func licencesIn(dir string) (licences, texts []string, err error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, nil, err
	}
	found := map[string]bool{}
	for _, e := range entries {
		if e.IsDir() || !licenceFile.MatchString(e.Name()) {
			continue
		}
		text, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			return nil, nil, err
		}
		texts = append(texts, string(text))
		for _, l := range identify(string(text)) {
			found[l] = true
		}
	}
	for l := range found {
		licences = append(licences, l)
	}
	sort.Strings(licences)
	return licences, texts, nil
}

// phrases are sentences by which a licence is known, once white space is one space.
var phrases = []struct{ id, phrase string }{
	{"Apache-2.0", "apache license version 2.0"},
	{"MIT", "permission is hereby granted, free of charge, to any person obtaining a copy"},
	{"MPL-2.0", "mozilla public license version 2.0"},
	{"CC0-1.0", "cc0 1.0 universal"},
	{"CC0-1.0", "creative commons zero"},
	{"ISC", "permission to use, copy, modify, and/or distribute this software for any purpose with or without fee"},
	{"ISC", "permission to use, copy, modify, and distribute this software for any purpose with or without fee"},
	{"Unlicense", "this is free and unencumbered software released into the public domain"},
	{"AGPL-3.0", "gnu affero general public license"},
	{"LGPL-3.0", "gnu lesser general public license"},
	{"GPL-3.0", "gnu general public license"},
	{"EUPL-1.2", "european union public licence"},
}

// identify names the licences that a text holds.
func identify(text string) []string {
	low := strings.ToLower(strings.Join(strings.Fields(text), " "))
	var all []string
	for _, p := range phrases {
		if strings.Contains(low, p.phrase) {
			all = append(all, p.id)
		}
	}
	if strings.Contains(low, "redistribution and use in source and binary forms") {
		if strings.Contains(low, "neither the name") || strings.Contains(low, "may not be used to endorse or promote") {
			all = append(all, "BSD-3-Clause")
		} else {
			all = append(all, "BSD-2-Clause")
		}
	}
	return all
}

// fits are the licences whose work may be linked into a program under EUPL-1.2: permissive ones, and those
// that keep to their own files.
var fits = map[string]bool{"Apache-2.0": true, "MIT": true, "BSD-2-Clause": true, "BSD-3-Clause": true, "ISC": true, "CC0-1.0": true, "Unlicense": true, "MPL-2.0": true, "EUPL-1.2": true}

// unfit tells what is wrong with the licences of a module; empty: nothing.
func unfit(m module) string {
	if len(m.Licences) == 0 {
		return "no licence was recognised"
	}
	for _, l := range m.Licences {
		if !fits[l] {
			return l + " does not go with EUPL-1.2"
		}
	}
	return ""
}

func writeLicences(out io.Writer, modules []module) error {
	var faults []string
	for _, m := range modules {
		fmt.Fprintf(out, "%-50s %-14s %s\n", m.Path, m.Version, strings.Join(m.Licences, ", "))
		if why := unfit(m); why != "" {
			faults = append(faults, m.Path+": "+why)
		}
	}
	if len(faults) > 0 {
		return fmt.Errorf("%s", strings.Join(faults, "\n"))
	}
	return nil
}

// component is a part as CycloneDX 1.6 describes it.
type component struct {
	Type       string     `json:"type"`
	Ref        string     `json:"bom-ref"`
	Name       string     `json:"name"`
	Version    string     `json:"version,omitempty"`
	PURL       string     `json:"purl,omitempty"`
	Licences   []licence  `json:"licenses,omitempty"`
	Properties []property `json:"properties,omitempty"`
}

type licence struct {
	Licence struct {
		ID string `json:"id"`
	} `json:"license"`
}

type property struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

// writeSBOM writes the parts as CycloneDX 1.6, without a moment or a serial number: the same program
// has the same bill.
func writeSBOM(out io.Writer, modules []module) error {
	bill := struct {
		Format   string `json:"bomFormat"`
		Spec     string `json:"specVersion"`
		Version  int    `json:"version"`
		Metadata struct {
			Component component `json:"component"`
		} `json:"metadata"`
		Components []component `json:"components"`
	}{Format: "CycloneDX", Spec: "1.6", Version: 1}
	bill.Metadata.Component = component{Type: "application", Ref: "klantreis", Name: "klantreis", Licences: licences([]string{"EUPL-1.2"})}
	for _, m := range modules {
		purl := "pkg:golang/" + m.Path + "@" + m.Version
		c := component{Type: "library", Ref: purl, Name: m.Path, Version: m.Version, PURL: purl, Licences: licences(m.Licences)}
		if m.Sum != "" {
			c.Properties = []property{{"go:sum", m.Sum}}
		}
		bill.Components = append(bill.Components, c)
	}
	e := json.NewEncoder(out)
	e.SetIndent("", "  ")
	return e.Encode(bill)
}

func licences(ids []string) []licence {
	var all []licence
	for _, id := range ids {
		var l licence
		l.Licence.ID = id
		all = append(all, l)
	}
	return all
}

// reproduce builds the source in root and a copy of it elsewhere, and gives the SHA-256 that both have.
func reproduce(root string) (string, error) {
	dir, err := os.MkdirTemp("", "supply")
	if err != nil {
		return "", err
	}
	defer os.RemoveAll(dir)
	elsewhere := filepath.Join(dir, "another place", "klantreis")
	if err := building.CopyTracked(root, elsewhere); err != nil {
		return "", err
	}
	var sums []string
	for i, source := range []string{root, elsewhere} {
		into := filepath.Join(dir, fmt.Sprint(i))
		if err := os.Mkdir(into, 0o755); err != nil {
			return "", err
		}
		file, err := building.Build(source, into, building.Here(), "")
		if err != nil {
			return "", err
		}
		content, err := os.ReadFile(file)
		if err != nil {
			return "", err
		}
		sum := sha256.Sum256(content)
		sums = append(sums, hex.EncodeToString(sum[:]))
	}
	if sums[0] != sums[1] {
		return "", fmt.Errorf("two builds differ: %s and %s", sums[0], sums[1])
	}
	return sums[0], nil
}

// vulnerabilities asks govulncheck about the program. Without its database it says so and fails nothing:
// what is not known is no fault of the program.
func vulnerabilities(out io.Writer) error {
	cmd := exec.Command("go", "run", govulncheck, building.Program)
	var said bytes.Buffer
	cmd.Stdout, cmd.Stderr = &said, &said
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	err := cmd.Run()
	fmt.Fprint(out, said.String())
	if err != nil && strings.Contains(said.String(), "vuln.go.dev") && !strings.Contains(said.String(), "Vulnerability #") {
		fmt.Fprintln(out, "NOT CHECKED: the database of vulnerabilities cannot be reached from here. GOVULNDB can name a copy.")
		return nil
	}
	return err
}
