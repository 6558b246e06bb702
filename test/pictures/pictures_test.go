package pictures

import (
	"image"
	"image/png"
	"os"
	"path/filepath"
	"sync"
	"testing"
)

func TestExplore(t *testing.T) {
	s := newStudio(t)
	all := append(examples(t), torture())
	browser := s.browser(t, all)
	var mu sync.Mutex
	t.Run("g", func(t *testing.T) {
	for _, p := range all {
		t.Run(p.name, func(t *testing.T) {
			t.Parallel()
			w, h := pixelWidth(p.Drawing)
			o := ours(t, p.Drawing, w)
			imgs := map[string]image.Image{"ours": o, "rsvg": s.librsvg(t, p, w, h), "chromium": browser[p.name], "pdf": s.poppler(t, p, w, h)}
			so := See(o)
			for _, k := range []string{"rsvg", "chromium", "pdf"} {
				df, err := Compare(so, See(imgs[k]))
				if err != nil { t.Error(k, err); continue }
				t.Logf("%-40s %4dx%-4d %-8s %v", p.name, w, h, k, df)
			}
			mu.Lock()
			defer mu.Unlock()
			if dir := os.Getenv("KEEP"); dir != "" {
				for k, im := range imgs {
					f, _ := os.Create(filepath.Join(dir, p.name+"-"+k+".png"))
					png.Encode(f, im)
					f.Close()
				}
			}
		})
	}
	})
}
