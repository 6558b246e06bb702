package main

import "klantreis/render/words"

// toolWords is what the command line says about versie and about completion in a shell, in one language.
type toolWords struct {
	versionExample         string
	short, long, example   string
	needShell, noSuchShell string // %s what was typed
}

func toolWordsFor(lang words.Lang) toolWords {
	if lang == words.English {
		return toolWords{
			versionExample: `  klantreis version
  klantreis version --json`,
			short: "Let the Tab key complete commands, journeys and options",
			long: `Writes a small script for your shell. With it, the Tab key completes commands, journeys, advice, statuses
and the values of options. SHELL is bash, zsh, fish or powershell. The script only asks this program; it
sends nothing and changes nothing. For bash you also need the package bash-completion.`,
			example: `  bash:        klantreis completion bash > ~/.local/share/bash-completion/completions/klantreis
  zsh:         klantreis completion zsh > "${fpath[1]}/_klantreis"
  fish:        klantreis completion fish > ~/.config/fish/completions/klantreis.fish
  PowerShell:  klantreis completion powershell >> $PROFILE`,
			needShell: "name one shell: bash, zsh, fish or powershell", noSuchShell: "‘%s’ is not bash, zsh, fish or powershell",
		}
	}
	return toolWords{
		versionExample: `  klantreis versie
  klantreis versie --json`,
		short: "Laat de Tab-toets opdrachten, reizen en opties aanvullen",
		long: `Schrijft een klein script voor uw shell. Daarna vult de Tab-toets opdrachten, klantreizen, adviezen,
statussen en de waarden van opties aan. SHELL is bash, zsh, fish of powershell. Het script vraagt alles
aan dit programma; het verstuurt niets en verandert niets. Voor bash is ook het pakket bash-completion nodig.`,
		example: `  bash:        klantreis aanvullen bash > ~/.local/share/bash-completion/completions/klantreis
  zsh:         klantreis aanvullen zsh > "${fpath[1]}/_klantreis"
  fish:        klantreis aanvullen fish > ~/.config/fish/completions/klantreis.fish
  PowerShell:  klantreis aanvullen powershell >> $PROFILE`,
		needShell: "noem één shell: bash, zsh, fish of powershell", noSuchShell: "‘%s’ is geen bash, zsh, fish of powershell",
	}
}
