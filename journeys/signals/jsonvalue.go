package signals

import (
	"slices"
	"strings"

	"klantreis/journeys"
)

// This file reads the values of one record of JSON into its columns.

// key reads a key and its colon, and gives the first byte of the value.
func (p *jsonRecords) key(c byte) (string, byte, error) {
	if c != '"' {
		return "", 0, errSyntax
	}
	if err := p.scan.str(); err != nil {
		return "", 0, err
	}
	key := string(p.scan.text)
	c, err := p.scan.inside()
	if err != nil {
		return "", 0, err
	}
	if c != ':' {
		return "", 0, errSyntax
	}
	p.scan.at++
	c, err = p.scan.inside()
	return key, c, err
}

// members reads an object, of which the opening brace is next.
func (p *jsonRecords) members(depth int, listed bool, special func(key string, c byte) (bool, error)) error {
	if depth >= maxJSONDepth {
		return errSyntax
	}
	p.scan.at++
	before := len(p.path)
	for first := true; ; first = false {
		c, err := p.scan.inside()
		if err != nil {
			return err
		}
		if c == '}' && first {
			p.scan.at++
			return nil
		}
		key, c, err := p.key(c)
		if err != nil {
			return err
		}
		handled := false
		if special != nil {
			if handled, err = special(key, c); err != nil {
				return err
			}
		}
		if !handled {
			if before > 0 {
				p.path = append(p.path, '.')
			}
			p.path = append(p.path, key...)
			if err := p.value(c, depth+1, listed); err != nil {
				return err
			}
			p.path = p.path[:before]
		}
		if c, err = p.scan.inside(); err != nil {
			return err
		}
		p.scan.at++
		if c == '}' {
			return nil
		}
		if c != ',' {
			return errSyntax
		}
		if c, err = p.scan.inside(); err != nil {
			return err
		}
		if c == '}' {
			return errSyntax
		}
	}
}

// value reads a value into the column that the path names.
func (p *jsonRecords) value(c byte, depth int, listed bool) error {
	var err error
	switch {
	case c == '{':
		return p.members(depth, listed, nil)
	case c == '[':
		return p.array(depth)
	case c == '"':
		err = p.scan.str()
	case c == 't':
		err = p.scan.word("true")
	case c == 'f':
		err = p.scan.word("false")
	case c == 'n':
		err = p.scan.word("null")
	case c == '-' || '0' <= c && c <= '9':
		err = p.scan.number()
	default:
		return errSyntax
	}
	if err != nil {
		return err
	}
	return p.set(listed)
}

func (p *jsonRecords) array(depth int) error {
	if depth >= maxJSONDepth {
		return errSyntax
	}
	p.scan.at++
	for first := true; ; first = false {
		c, err := p.scan.inside()
		if err != nil {
			return err
		}
		if c == ']' && first {
			p.scan.at++
			return nil
		}
		if err := p.value(c, depth+1, true); err != nil {
			return err
		}
		if c, err = p.scan.inside(); err != nil {
			return err
		}
		p.scan.at++
		if c == ']' {
			return nil
		}
		if c != ',' {
			return errSyntax
		}
	}
}

// set stores the value that was read last. In a list, values stand behind each other; otherwise
// the last of two equal keys counts, as in most readers of JSON.
func (p *jsonRecords) set(listed bool) error {
	if len(p.path) == 0 || p.path[0] == 0 || p.cells == nil || isStaff(p.path) {
		return nil
	}
	i, known := p.index[string(p.path)]
	if !known {
		if p.closed {
			p.tooLate(string(p.path))
			return nil
		}
		if len(p.header) >= maxJSONColumns || len(p.path) > 1000 {
			return fault{"te-veel-kolommen", []any{maxJSONColumns}}
		}
		i = len(p.header)
		p.index[string(p.path)] = i
		p.header = append(p.header, string(p.path))
	}
	for len(p.cells) <= i {
		p.cells = append(p.cells, "")
	}
	text := string(p.scan.text)
	if listed && p.cells[i] != "" && len(p.cells[i])+len(text) < maxRecord {
		text = p.cells[i] + "; " + text
	}
	p.cells[i] = text
	return nil
}

// tooLate notes the first columns that came after the others were fixed; empty ones do not matter.
func (p *jsonRecords) tooLate(column string) {
	if len(p.scan.text) == 0 || len(p.late) >= 5 || slices.Contains(p.late, column) {
		return
	}
	if len(p.late) == 0 {
		p.lateAt = p.scan.line
	}
	p.late = append(p.late, column)
}

// isStaff recognises columns that hold personal data of staff, or of the customers that an API wrote
// out under _expand, which are dropped while reading.
func isStaff(path []byte) bool {
	name := journeys.Fold(string(path))
	last := name[strings.LastIndexByte(name, '.')+1:]
	return last == "emailadreskcm" || strings.Contains(name, "medewerkeridentificatie") ||
		name == "hadbetrokkenactoren" || strings.HasPrefix(name, "hadbetrokkenactoren.") || strings.HasPrefix(name, "_expand.")
}
