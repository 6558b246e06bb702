package signals

import "embed"

// Rules is the source of this package. What was counted of a file by these rules is not used by
// others, however they differ: nobody has to remember to raise a number.
//
//go:embed *.go *.s
var Rules embed.FS
