package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestSignalsKeepPeopleOut plants personal data in all columns, so often that it could be taken for what
// everybody says, and looks for it in all that `signalen` writes. What a few say comes out nowhere either.
func TestSignalsKeepPeopleOut(t *testing.T) {
	texts := []string{
		"Wanneer komt mijn geld? Met vriendelijke groet, Sjoerdtje Jansonius",
		"Wanneer komt mijn geld?\nMet vriendelijke groet,\nsjoerdtje jansonius\nDokkumerdwarsstraat 12\n3511 AB Utrechtzuid",
		"WANNEER KOMT MIJN GELD? MIJN NAAM IS JANSONIUS.",
		"Ik ben mevrouw Van den Heuvelrug en wil weten wanneer komt mijn geld. mvg heuvelrug",
		"Mijn bsn is 111222333 en mijn telefoon 06-12345678, wanneer komt mijn geld?",
		"Mail naar sjoerdtje.jansonius@voorbeeld.nl of bel 030 286 00 00, wanneer komt mijn geld",
		"Ik woon op Dokkumerdwarsstraat 12, 3511AB, rekening NL91ABNA0417164300. Wanneer komt mijn geld?",
		"Wanneer komt mijn geld? Zaak 20240017, geboren 12-03-1956",
		"Zegt Jansonius tegen Heuvelrug dat mijn geld komt, wanneer weet ook Jansonius niet",
	}
	var b strings.Builder
	b.WriteString("tijdstip;kanaal;onderwerp;tekst\n")
	for i := range 360 {
		topic, channel := "Geld", "telefoon"
		switch i % 40 {
		case 11:
			topic = "sjoerdtje.jansonius@voorbeeld.nl"
		case 12:
			channel = "06-12345678"
		}
		fmt.Fprintf(&b, "2024-%02d-%02d;%s;%s;\"%s\"\n", i%9+1, i%28+1, channel, topic, texts[i%len(texts)])
	}
	for range 4 {
		b.WriteString("2024-02-03;telefoon;Kelderrat;zwartelijster in de tuin\n")
	}
	folder := t.TempDir()
	write := func(name, content string) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	file := write("a.csv", b.String())
	write("web.csv", "label,nb_visits,exit_nb_visits\n/formulier?bsn=111222333&naam=jansonius,100,20\n/mail/sjoerdtje.jansonius@voorbeeld.nl,90,30\n/zaak/20240017,80,10\n/weinig,4,2\n")
	journey := write("reis.yaml", "klantreis: Proef\nbronnen:\n  a: {soort: telefoon, bestand: a.csv}\n  web: {soort: website, bestand: web.csv, formaat: matomo}\nfasen:\n  - fase: A\n    stappen:\n      - stap: B\n")
	out := filepath.Join(folder, "uit")
	var all bytes.Buffer
	for _, args := range [][]string{{file, "--uit", out}, {file, "--json"}, {file, "--onderwerp", "geld", "--uit", out}, {file, "--onderwerp", "geld", "--json"},
		{journey, "--uit", out}, {journey, "--json"}, {journey, "--taal", "en"}, {file, "--onderwerp", "niets"}} {
		var told bytes.Buffer
		code := run(context.Background(), append([]string{"signalen"}, args...), strings.NewReader(""), &told, &told)
		if want := map[bool]int{true: exitUsage}[args[len(args)-1] == "niets"]; code != want {
			t.Fatalf("%v: exit %d\n%s", args, code, &told)
		}
		all.Write(told.Bytes())
		if page, err := filepath.Glob(filepath.Join(out, "*", "signalen.html")); err == nil {
			for _, name := range page {
				content, err := os.ReadFile(name)
				if err != nil {
					t.Fatal(err)
				}
				all.Write(content)
			}
		}
	}
	text := strings.ToLower(all.String())
	if !strings.Contains(text, "wanneer komt mijn geld") {
		t.Fatal("the question itself does not come out")
	}
	for _, secret := range []string{"jansonius", "sjoerdtje", "heuvelrug", "dokkumer", "utrechtzuid", "3511", "111222333", "12345678", "286 00 00", "abna", "voorbeeld.nl", "20240017", "1956",
		"zwartelijster", "kelderrat", "/weinig"} {
		if at := strings.Index(text, secret); at >= 0 {
			t.Errorf("%q comes out: …%s…", secret, text[max(0, at-80):min(len(text), at+80)])
		}
	}
}

// TestSignalsStop comes back at once when it is interrupted, and leaves nothing behind.
func TestSignalsStop(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a.csv")
	content := "tijdstip;onderwerp;tekst\n" + strings.Repeat("2024-01-02;Geld;Wanneer komt mijn geld dan toch eindelijk\n", 100_000)
	if err := os.WriteFile(file, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	stop()
	var told bytes.Buffer
	out := filepath.Join(t.TempDir(), "uit")
	if code := run(ctx, []string{"signalen", file, "--uit", out}, strings.NewReader(""), &told, &told); code != exitFault {
		t.Errorf("exit %d: %s", code, &told)
	}
	if _, err := os.Stat(out); err == nil {
		t.Error("something was written")
	}
}
