package workspace

import "io/fs"

// GuestPolicy is what the pages of participants may do: run their own files, and talk to their own server.
const GuestPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; font-src 'self'; " +
	"base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// Pages are the files that are built from web/.
func Pages() fs.FS {
	pages, err := fs.Sub(page, "page")
	if err != nil { // the name is a constant
		panic(err)
	}
	return pages
}
