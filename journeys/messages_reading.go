package journeys

// readingCatalogue holds messages about what was met while signals were read; see catalogue for its form.
var readingCatalogue = map[string]entry{
	"tabel-veranderd": {
		sentence{"De tabel van bron ‘{0}’ veranderde terwijl Klantreis hem las: eerst {1} rijen, daarna {2}.", "Probeer het nog eens. Met ‘--toch’ gaat u door met wat er gelezen is."},
		sentence{"The table of source ‘{0}’ changed while Klantreis was reading it: first {1} rows, then {2}.", "Try again. With ‘--anyway’ you go on with what was read."}},
}
