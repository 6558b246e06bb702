package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
)

// A page can be followed: its commands run in the order in which they stand, in a folder of its own. Blocks of code
// take part by what stands behind the language of their fence, which GitHub and Hugo do not show:
//
//	```console                      commands; the last may end with another status: {eindigt=1}
//	```text                         right after commands: what the last printed. … stands for anything
//	```yaml {bestand="map/naam"}    a file that the reader makes
//	```yaml {erbij="map/naam"}      lines that the reader adds below a file
//	```yaml {zoek="map/naam"}       text that the reader finds, and
//	```yaml {vervang}               puts this in its place
//
// In older pages commands stand in indented blocks, and in fences without a language, where what follows without
// a command is an excerpt of what was printed.

// block is a piece of code of a page.
type block struct {
	Line  int // of its first line, from 1
	Lang  string
	Role  string // bestand, erbij, zoek, vervang, eindigt, or ""
	Value string
	Text  string
}

var role = regexp.MustCompile(`\{(\w+)(?:="?([^"}]*)"?)?\}`)

// blocks finds all code of a page: between fences, and indented by four spaces or more after an empty line.
func blocks(text string) (all []block) {
	var current *block
	indent, empty := "", true
	finish := func() {
		if current != nil {
			current.Text = strings.TrimRight(current.Text, "\n") + "\n"
			all = append(all, *current)
			current = nil
		}
	}
	lines := strings.Split(text, "\n")
	fenced := false
	for i, line := range lines {
		mark := strings.TrimLeft(line, " ")
		switch {
		case fenced && strings.HasPrefix(mark, "```"):
			fenced = false
			finish()
		case fenced:
			current.Text += strings.TrimPrefix(line, indent) + "\n"
		case strings.HasPrefix(mark, "```"):
			finish()
			fenced, indent = true, line[:len(line)-len(mark)]
			head := strings.TrimPrefix(mark, "```")
			lang, _, _ := strings.Cut(head, " ")
			current = &block{Line: i + 2, Lang: lang}
			if m := role.FindStringSubmatch(head); m != nil {
				current.Role, current.Value = m[1], m[2]
			}
		case current != nil && (strings.HasPrefix(line, "    ") || mark == ""):
			current.Text += mark + "\n"
		case current == nil && empty && strings.HasPrefix(line, "    "):
			current = &block{Line: i + 1, Lang: "indented", Text: mark + "\n"}
		default:
			finish()
		}
		empty = mark == ""
	}
	finish()
	return all
}

// follower goes through pages as a reader would, in a folder and with a PATH of nothing but the program.
type follower struct {
	Dir, Bin string
	Ready    func(dir, command string) error // prepares what a command of a page takes for granted
	Skip     func(command string) string     // why a command is not run; "" when it is
	Ran      int
	Skipped  []string
	Faults   []string
	printed  string
	ran      bool // a command ran, so that a text after it is what it printed
	sought   string
	file     string
}

func (f *follower) fault(page string, line int, format string, args ...any) {
	f.Faults = append(f.Faults, fmt.Sprintf("%s:%d: ", page, line)+fmt.Sprintf(format, args...))
}

// page follows one page.
func (f *follower) page(name, text string) {
	f.ran = false
	for _, b := range blocks(text) {
		switch b.Role {
		case "eerst", "bestand", "erbij", "zoek", "vervang":
			if err := f.edit(b); err != nil {
				f.fault(name, b.Line, "%v", err)
			}
			continue
		}
		switch {
		case b.Lang == "console", b.Lang == "indented", b.Lang == "" && isCommand(firstLine(b.Text)):
			f.commands(name, b)
		case (b.Lang == "text" || b.Lang == "") && f.ran:
			if missing := excerpt(b.Text, f.printed, b.Lang == "text"); missing != "" {
				f.fault(name, b.Line, "this was not printed:\n%s\nlines of it that nowhere stand so:\n%s", missing, unknown(missing, f.printed))
			}
		}
	}
}

func firstLine(s string) string { first, _, _ := strings.Cut(s, "\n"); return first }

// isCommand reports whether a line is for a terminal.
func isCommand(line string) bool {
	first, _, _ := strings.Cut(line, " ")
	return strings.Contains(" klantreis go CGO_ENABLED=0 pdftoppm npm cd ", " "+first+" ")
}

// commands runs the commands of a block.
func (f *follower) commands(name string, b block) {
	lines := strings.Split(strings.TrimSpace(b.Text), "\n")
	for i, line := range lines {
		if !isCommand(line) {
			if b.Lang == "console" && strings.TrimSpace(line) != "" {
				f.fault(name, b.Line+i, "not a command: %s", line)
			}
			continue
		}
		if why := f.Skip(line); why != "" {
			f.Skipped = append(f.Skipped, fmt.Sprintf("%s:%d: %s: %s", name, b.Line+i, line, why))
			f.ran = false
			continue
		}
		want := 0
		if b.Role == "eindigt" && i == len(lines)-1 {
			fmt.Sscan(b.Value, &want)
		}
		f.run(fmt.Sprintf("%s:%d", name, b.Line+i), line, want)
	}
}

// run does one command in a shell that knows nothing but the program.
func (f *follower) run(where, line string, want int) {
	if f.Ready != nil {
		if err := f.Ready(f.Dir, line); err != nil {
			f.Faults = append(f.Faults, where+": "+err.Error())
			return
		}
	}
	cmd := exec.Command("/bin/sh", "-c", line)
	cmd.Dir = f.Dir
	cmd.Env = []string{"PATH=" + f.Bin, "HOME=" + f.Dir, "LANG=C.UTF-8"}
	cmd.Stdin = strings.NewReader("ja\n")
	out, err := cmd.CombinedOutput()
	f.Ran++
	f.printed, f.ran = string(out), true
	if code := cmd.ProcessState.ExitCode(); code != want {
		f.Faults = append(f.Faults, fmt.Sprintf("%s: %s\nended with %d (%v):\n%.1500s", where, line, code, err, out))
	}
}

// edit does with a file what a page tells the reader to do.
func (f *follower) edit(b block) error {
	name := filepath.Join(f.Dir, filepath.FromSlash(b.Value))
	switch b.Role {
	case "bestand", "eerst":
		return save(name, []byte(b.Text))
	case "erbij":
		content, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		return save(name, append(content, b.Text...))
	case "zoek":
		f.file, f.sought = name, b.Text
		return nil
	}
	content, err := os.ReadFile(f.file)
	if err != nil {
		return err
	}
	if strings.Count(string(content), f.sought) != 1 {
		return fmt.Errorf("what the page has the reader look for stands %d times in the file", strings.Count(string(content), f.sought))
	}
	return save(f.file, []byte(strings.Replace(string(content), f.sought, b.Text, 1)))
}

// anything is a … at the end of a line, or on one of its own; elsewhere it was printed.
var anything = regexp.MustCompile(`(?m)(?:^| ) *…$`)

// excerpt gives the first piece of what a page shows that was not printed, or "". Pieces are what stands between
// … at the ends of lines; when whole, nothing else may be printed before the first and after the last.
func excerpt(shown, printed string, whole bool) string {
	shown = strings.TrimRight(shown, "\n ")
	printed = strings.TrimRight(trimLines(printed), "\n ")
	pieces := anything.Split(trimLines(shown), -1)
	rest := printed
	for i, piece := range pieces {
		piece = strings.Trim(piece, "\n")
		at := strings.Index(rest, piece)
		if at < 0 || whole && i == 0 && at > 0 {
			return piece
		}
		rest = rest[at+len(piece):]
	}
	if last := pieces[len(pieces)-1]; whole && last != "" && strings.TrimSpace(rest) != "" && strings.TrimSpace(last) != "" {
		return "(more was printed) " + rest
	}
	return ""
}

// unknown lists the lines of a piece that were printed nowhere.
func unknown(piece, printed string) string {
	var b strings.Builder
	for _, line := range strings.Split(piece, "\n") {
		if !strings.Contains(trimLines(printed), line) {
			b.WriteString(line + "\n")
		}
	}
	return b.String()
}

// trimLines takes spaces off the ends of lines, which a page cannot show.
func trimLines(s string) string {
	lines := strings.Split(s, "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " \r")
	}
	return strings.Join(lines, "\n")
}
