package workspace

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"io"
	"mime"
	"net/http"
	"path"
	"slices"
	"strings"
	"sync"
	"time"

	"golang.org/x/net/html"

	"klantreis/cmd/klantreis/workspace/api"
)

// kinds are the files that a job may give, with how a browser is to take them. What is not here is not given.
var kinds = map[string]string{
	".pdf": "application/pdf", ".html": "text/html; charset=utf-8", ".svg": "image/svg+xml", ".png": "image/png",
	".json": "application/json", ".md": "text/markdown; charset=utf-8",
	".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
	".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
}

// made gives a file of a job. It is looked up among the names that the job told, and read through the folder
// that is open.
func (s *Server) made(w http.ResponseWriter, r *http.Request) {
	j, name := s.jobs.find(r.PathValue("job")), r.PathValue("name")
	kind, known := kinds[path.Ext(name)]
	if j == nil || !known || !plainName(name) || !s.jobs.gave(j, name) || !s.guard.own(r, false) {
		s.refuseMade(w)
		return
	}
	f, err := s.root.Open(path.Join(j.state.Folder, name))
	if err != nil {
		s.refuseMade(w)
		return
	}
	defer f.Close()
	header := w.Header()
	header.Set("Content-Type", kind)
	header.Set("X-Frame-Options", "SAMEORIGIN")
	switch path.Ext(name) {
	case ".html", ".svg":
		content, err := io.ReadAll(f)
		if err != nil {
			s.refuseMade(w)
			return
		}
		header.Set("Content-Security-Policy", framePolicy(content))
		http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(content))
		return
	case ".pdf": // a browser's own viewer does not start in a sandbox
		header.Set("Content-Security-Policy", "base-uri 'none'; form-action 'none'; frame-ancestors 'self'")
		header.Set("Content-Disposition", mime.FormatMediaType("inline", map[string]string{"filename": name}))
	case ".xlsx", ".docx", ".pptx", ".md":
		header.Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": name}))
	}
	http.ServeContent(w, r, "", time.Time{}, f)
}

func (s *Server) refuseMade(w http.ResponseWriter) {
	http.Error(w, s.say.gone(""), http.StatusNotFound)
}

// gave tells whether a file is of a job that ended.
func (q *jobs) gave(j *job, name string) bool {
	q.mu.Lock()
	defer q.mu.Unlock()
	return slices.ContainsFunc(j.state.Files, func(f api.MadeFile) bool { return f.Name == name })
}

// framePolicy is what a whole page of ours may do: run the scripts that stand in it, and nothing else. Its
// sandbox gives it an origin of its own, so that it cannot reach the desk, whatever it holds. A window that one of its
// links opens is as any other: a site of others would not work in a sandbox, and the desk gives it nothing, for its
// cookie is not sent there.
func framePolicy(page []byte) string {
	var hashes []string
	z := html.NewTokenizer(bytes.NewReader(page))
	for kind := z.Next(); kind != html.ErrorToken; kind = z.Next() {
		if name, _ := z.TagName(); kind != html.StartTagToken || string(name) != "script" {
			continue
		}
		if z.Next() != html.TextToken {
			continue
		}
		sum := sha256.Sum256(z.Raw())
		hash := "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
		if !slices.Contains(hashes, hash) {
			hashes = append(hashes, hash)
		}
	}
	scripts := ""
	if len(hashes) > 0 {
		scripts = "; script-src " + strings.Join(hashes, " ")
	}
	return "default-src 'none'" + scripts + "; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'; " +
		"frame-ancestors 'self'; sandbox allow-scripts allow-modals allow-downloads allow-popups allow-popups-to-escape-sandbox"
}

// frames holds the whole pages that a live view is made of, for as long as they may be looked at. A frame
// made of a text would have the policy of the desk; one with an address of its own has a stricter one.
type frames struct {
	mu   sync.Mutex
	kept []keptFrame // oldest first
}

type keptFrame struct{ hash, content string }

const (
	mostFrames     = 24
	mostFrameBytes = 64 << 20
)

// take keeps the pages of a rendering and leaves their addresses.
func (f *frames) take(r *api.Rendering) {
	f.mu.Lock()
	defer f.mu.Unlock()
	for i := range r.Parts {
		p := &r.Parts[i]
		if p.Kind != "frame" || p.Content == "" {
			continue
		}
		at := slices.IndexFunc(f.kept, func(k keptFrame) bool { return k.hash == p.Hash })
		if at >= 0 {
			f.kept = slices.Delete(f.kept, at, at+1)
		}
		f.kept = append(f.kept, keptFrame{p.Hash, p.Content})
		p.Content = "/frame/" + p.Hash
	}
	bytes := 0
	for i, k := range slices.Backward(f.kept) {
		if bytes += len(k.content); len(f.kept)-i > mostFrames || bytes > mostFrameBytes && i < len(f.kept)-1 {
			f.kept = slices.Clone(f.kept[i+1:])
			break
		}
	}
}

func (f *frames) of(hash string) (string, bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	for _, k := range f.kept {
		if k.hash == hash {
			return k.content, true
		}
	}
	return "", false
}

// framed is a whole page with what it needs in a frame of the desk (frame.js).
func framed(page string) string {
	script := "<script>" + frameScript + "</script>"
	if before, after, found := strings.Cut(page, "<head>"); found {
		return before + "<head>" + script + after // before any policy of its own, which would refuse it
	}
	return page + script
}

func (s *Server) frame(w http.ResponseWriter, r *http.Request) {
	content, there := s.frames.of(r.PathValue("hash"))
	if !there || !s.guard.own(r, false) {
		s.refuseMade(w)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("X-Frame-Options", "SAMEORIGIN")
	content = framed(content)
	w.Header().Set("Content-Security-Policy", framePolicy([]byte(content)))
	io.WriteString(w, content)
}
