package connect

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"testing/fstest"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
)

const klantJourney = `klantreis: Energietoeslag
periode: {van: 2022-04-02, tot: 2022-05-20}
bronnen:
  kcc:
    soort: telefoon
BRON
fasen:
  - fase: Wachten
    stappen:
      - stap: Wacht
        signalen:
          - {signaal: Wanneer, bron: kcc, woorden: [wanneer betaald, wordt het betaald]}
          - {signaal: Toeslag, bron: kcc, woorden: [energietoeslag], kanaal: balie}
          - {signaal: Parkeren, bron: kcc, onderwerp: parkeren}
`

// bound counts a journey with a source, and gives gegevens.json and the codes of the problems.
func bound(t *testing.T, source string, folder fstest.MapFS, c *Connector) (data, codes string) {
	t.Helper()
	j, problems := journeys.Parse("reis.yaml", []byte(strings.Replace(klantJourney, "BRON", source, 1)))
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	ev, found := evidence.BindWith(j, folder, evidence.Options{Connector: c})
	var out bytes.Buffer
	if err := evidence.WriteJSON(&out, j, ev); err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, p := range found {
		all = append(all, p.Code)
		if p.Pos.File != "reis.yaml" || p.Pos.Line != 6 && strings.HasPrefix(p.Code, "api-") {
			t.Errorf("%s at %s", p.Code, p.Pos)
		}
	}
	return out.String(), strings.Join(all, " ")
}

// TestOpenKlantSameAsFile counts the same contacts from the API and from a file.
func TestOpenKlantSameAsFile(t *testing.T) {
	m := newMock(t, 1300)
	delete(m.contacts[7], "plaatsgevondenOp")
	m.contacts[8]["inhoud"] = nil
	m.contacts[9]["metadata"] = map[string]any{"thema": "geld"}
	file, err := json.Marshal(map[string]any{"count": 1300, "results": m.contacts})
	if err != nil {
		t.Fatal(err)
	}
	folder := fstest.MapFS{"ok.json": {Data: file}}
	m.meddle = func(n, _ int, w http.ResponseWriter, _ *http.Request) bool {
		if n%2 == 0 {
			problem(w, http.StatusServiceUnavailable)
		}
		if n == 3 { // what is registered meanwhile is not in the file either
			m.contacts = append([]map[string]any{contact(1301), contact(1302)}, m.contacts...)
		}
		return n%2 == 0
	}
	for _, rest := range []string{"", "\n    kolommen: {tekst: inhoud}", "\n    kolommen: {tijdstip: plaatsgevondenOp, onderwerp: metadata.thema}", "\n    formaat: openklant\n    noemer: 9000"} {
		want, wantCodes := bound(t, "    bestand: ok.json\n    formaat: openklant"+strings.Replace(rest, "\n    formaat: openklant", "", 1), folder, nil)
		got, codes := bound(t, "    verbinding: "+m.address()+rest, nil, connector(nil))
		if got != want {
			t.Errorf("%s: got\n%s\nwant\n%s", rest, got, want)
		}
		if codes != strings.ReplaceAll(wantCodes, "onleesbaar", "onleesbaar-verbinding") {
			t.Errorf("%s: problems %s, of the file %s", rest, codes, wantCodes)
		}
		m.contacts, m.asked = m.contacts[2:], nil
	}
	if !strings.Contains(string(file), "Piet") {
		t.Error("nothing to leave out")
	}
}

// TestOpenKlantProblems finds the faults at the place of `verbinding`.
func TestOpenKlantProblems(t *testing.T) {
	m := newMock(t, 0)
	if _, codes := bound(t, "    verbinding: "+m.address(), nil, connector(nil)); codes != "bron-leeg" {
		t.Errorf("no contacts: %s", codes)
	}
	for source, code := range map[string]string{
		"    verbinding: http://openklant.gemeente.nl/klantinteracties/api/v1":      "api-http",
		"    verbinding: " + m.address() + "/elders":                                "api-niet-gevonden",
		"    verbinding: " + m.address() + "\n    kolommen: {tekst: vraag}":         "kolom-ontbreekt",
		"    verbinding: " + m.address() + "\n    kolommen: {tekst: inhoud, id: x}": "kolom-ontbreekt",
	} {
		if _, codes := bound(t, source, nil, connector(nil)); codes != code {
			t.Errorf("%s: %s", source, codes)
		}
	}
	c := New(context.Background(), func(string) string { return "" })
	if _, codes := bound(t, "    verbinding: "+m.address(), nil, c); codes != "api-token-weg" {
		t.Error(codes)
	}
	// A server that gives less than it says.
	m = newMock(t, 100)
	j, _ := journeys.Parse("reis.yaml", []byte(strings.Replace(klantJourney, "BRON", "    verbinding: "+m.address(), 1)))
	for missing, want := range map[int]string{0: "", 5: "waarschuwing", 6: "fout"} {
		m.meddle = func(_, _ int, w http.ResponseWriter, _ *http.Request) bool {
			json.NewEncoder(w).Encode(map[string]any{"count": 100, "results": m.contacts[missing:]})
			return true
		}
		for _, anyway := range []bool{false, true} {
			_, found := evidence.BindWith(j, nil, evidence.Options{Connector: connector(nil), Anyway: anyway})
			got := ""
			for _, p := range found {
				if p.Code == "api-onvolledig" {
					got = p.Severity.String()
					if message, _ := p.Text("nl"); p.Pos.Line != 6 || !strings.Contains(message, fmt.Sprintf("gaf %d van de 100", 100-missing)) {
						t.Errorf("%s: %s", p.Pos, message)
					}
				}
			}
			if anyway && want == "fout" {
				want = "waarschuwing"
			}
			if got != want {
				t.Errorf("%d missing, anyway %t: %q, want %q", missing, anyway, got, want)
			}
		}
	}
	// A member that comes after much else.
	m = newMock(t, 9000)
	for _, c := range m.contacts {
		c["inhoud"] = strings.Repeat("geld ", 200)
	}
	m.contacts[8999]["metadata"] = map[string]any{"laat": "ja"}
	if _, codes := bound(t, "    verbinding: "+m.address(), nil, connector(nil)); !strings.Contains(codes, "api-late-kolommen") {
		t.Error(codes)
	}
	// Halfway is not counted as if it were all.
	m = newMock(t, 700)
	m.meddle = func(_, page int, w http.ResponseWriter, _ *http.Request) bool {
		if page == 2 {
			problem(w, http.StatusInternalServerError)
		}
		return page == 2
	}
	data, codes := bound(t, "    verbinding: "+m.address(), nil, connector(nil))
	if codes != "api-status" || strings.Contains(data, `"gelezen": 5`) {
		t.Errorf("%s\n%s", codes, data)
	}
}
