// Command compare times klantreis beside a peer in one run: making the whole gift of one example
// against mermaid-cli drawing one journey diagram. Run it from the root of the repository:
//
//	go run ./test/compare
//
// It needs npm and Chromium for the peer, and says so when they are missing. Times depend on the
// machine; the ratio is what counts.
package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"sort"
	"time"
)

const rounds = 5

// diagram is a user journey as mermaid draws it, about the size of one of our phases.
const diagram = `journey
    title Energietoeslag aanvragen
    section Aanvragen
      Zoekt uit of het kan: 3: Fatima
      Vult het formulier in: 2: Fatima
      Stuurt bewijs mee: 2: Fatima
    section Wachten
      Krijgt bericht: 4: Fatima
      Wacht op het geld: 1: Fatima
      Belt de gemeente: 3: Fatima, Medewerker
    section Krijgen
      Het geld staat erop: 5: Fatima
`

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "compare:", err)
		os.Exit(1)
	}
}

func run() error {
	dir, err := os.MkdirTemp("", "klantreis-compare-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	binary := filepath.Join(dir, "klantreis")
	if err := quiet(dir, "", "go", "build", "-o", binary, "./cmd/klantreis"); err != nil {
		return err
	}
	fresh := filepath.Join(dir, "cache")
	env := "XDG_CACHE_HOME=" + fresh
	measure("klantreis --help, first run", 1, func() error { return quiet("", env, binary, "--help") })
	measure("klantreis controleer, one small journey", rounds, func() error {
		return quiet("", env, binary, "controleer", "cmd/klantreis/sjabloon")
	})
	example := filepath.Join("examples", "energietoeslag", "klantreis.yaml")
	gift := func() error { return quiet("", env, binary, "maak", example, "--uit", filepath.Join(dir, "uit")) }
	measure("klantreis maak, cold (nothing cached)", 1, gift)
	ours := measure("klantreis maak, warm: map, flow, charts, deck, report", rounds, gift)
	mmdc, err := mermaid(dir)
	if err != nil {
		return fmt.Errorf("the peer could not be fetched: %w", err)
	}
	peer := measure("mmdc (mermaid-cli), one journey diagram as SVG", rounds, mmdc)
	fmt.Printf("\nThe whole gift takes %.2f times as long as one mermaid diagram.\n", ours.Seconds()/peer.Seconds())
	return nil
}

// mermaid installs mermaid-cli in dir and returns the call that draws the diagram.
func mermaid(dir string) (func() error, error) {
	chromium, err := exec.LookPath("chromium")
	if err != nil {
		return nil, err
	}
	config := fmt.Sprintf(`{"executablePath": %q, "args": ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]}`, chromium)
	for name, content := range map[string]string{"journey.mmd": diagram, "puppeteer.json": config, "package.json": "{}"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o644); err != nil {
			return nil, err
		}
	}
	fmt.Println("fetching mermaid-cli …")
	if err := quiet(dir, "PUPPETEER_SKIP_DOWNLOAD=1", "npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", "@mermaid-js/mermaid-cli@11.12.0"); err != nil {
		return nil, err
	}
	return func() error {
		return quiet(dir, "", filepath.Join(dir, "node_modules", ".bin", "mmdc"), "-p", "puppeteer.json", "-i", "journey.mmd", "-o", "journey.svg")
	}, nil
}

// quiet runs a command and shows its output only when it fails.
func quiet(dir, env, name string, args ...string) error {
	cmd := exec.Command(name, args...)
	cmd.Dir = dir
	if name == "go" {
		cmd.Dir = ""
	}
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	if env != "" {
		cmd.Env = append(cmd.Env, env)
	}
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("%s: %w\n%s", name, err, out)
	}
	return nil
}

// measure runs a call several times and prints the median and the range.
func measure(what string, times int, call func() error) time.Duration {
	var all []time.Duration
	for range times {
		start := time.Now()
		if err := call(); err != nil {
			fmt.Printf("%-58s failed: %v\n", what, err)
			os.Exit(1)
		}
		all = append(all, time.Since(start))
	}
	sort.Slice(all, func(i, k int) bool { return all[i] < all[k] })
	median := all[len(all)/2]
	fmt.Printf("%-58s %6.0f ms  (%.0f–%.0f, %d×)\n", what, ms(median), ms(all[0]), ms(all[len(all)-1]), times)
	return median
}

func ms(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }
