package workspace

import (
	"io/fs"
	"slices"
)

// GuestPolicy is what the pages of participants may do: run their own files, and talk to their own server.
const GuestPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; font-src 'self'; " +
	"base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// GuestPages are the files that participants get, over the network. The others of page/ are for this machine only.
func GuestPages() fs.FS {
	return only{page, []string{"guest.html", "guest.css", "guest.js", "door.html", "door.js", "inter-regular.woff2", "inter-semibold.woff2", "inter-bold.woff2"}}
}

// only is a part of the files of a folder page/.
type only struct {
	files fs.FS
	names []string
}

// Open opens one of the names.
func (o only) Open(name string) (fs.File, error) {
	if !slices.Contains(o.names, name) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return o.files.Open("page/" + name)
}
