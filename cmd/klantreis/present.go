package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"klantreis/cmd/klantreis/room"
	"klantreis/cmd/klantreis/workspace/api"
)

// presentation is how a journey is to be presented.
type presentation struct {
	participants, names, noBrowser bool
	address, out                   string
	port                           int
}

func (a *app) presentCommand() *cobra.Command {
	var p presentation
	w := presentWordsFor(a.words.lang)
	cmd := &cobra.Command{
		Use: w.use, Aliases: []string{"present"}, Short: w.short, Long: w.long, Example: w.example,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usageError{w.oneJourney}
			}
			if p.port < 0 || p.port > 65535 {
				return usageError{openWordsFor(a.words.lang).badPort}
			}
			for _, flag := range []string{"adres", "poort", "namen"} {
				if !p.participants && cmd.Flags().Changed(flag) {
					return usageError{w.needParticipants(flag)}
				}
			}
			if p.participants && cmd.Flags().Changed("uit") {
				return usageError{w.noOut}
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			if p.participants {
				return a.arena(args[0], p, w)
			}
			return a.deck(args[0], p, w)
		},
	}
	cmd.Flags().BoolVar(&p.participants, "deelnemers", false, w.flagParticipants)
	cmd.Flags().StringVar(&p.address, "adres", "", w.flagAddress)
	cmd.Flags().IntVar(&p.port, "poort", 0, w.flagPort)
	cmd.Flags().BoolVar(&p.names, "namen", false, w.flagNames)
	cmd.Flags().StringVar(&p.out, "uit", "uit", a.words.flagOut)
	cmd.Flags().Lookup("uit").DefValue = ""
	cmd.Flags().BoolVar(&p.noBrowser, "geen-browser", false, openWordsFor(a.words.lang).flagNoBrowser)
	return cmd
}

// one finds the one journey that a name leads to.
func (a *app) one(name string, w presentWords) (string, error) {
	files, err := a.find([]string{name})
	if err != nil {
		return "", err
	}
	if len(files) != 1 || files[0] == "-" {
		return "", errors.New(w.notOne(len(files), name))
	}
	return files[0], nil
}

// deck makes the deck of a journey and opens it.
func (a *app) deck(name string, p presentation, w presentWords) error {
	file, err := a.one(name, w)
	if err != nil {
		return err
	}
	look, err := a.themeNamed("")
	if err != nil {
		return err
	}
	options := dataFlags{}.options()
	defer options.close()
	gifts, _, err := a.loadGifts([]string{file}, order{wanted: map[string]bool{"presentatie": true}, look: look, data: options})
	if err != nil {
		return err
	}
	if len(gifts) == 0 {
		return errFaults
	}
	if err := a.makeGifts(gifts, p.out, order{wanted: map[string]bool{"presentatie": true}, look: look, data: options}); err != nil {
		return err
	}
	made, err := filepath.Abs(filepath.Join(p.out, gifts[0].journey.ID, "presentatie.html"))
	if err != nil {
		return err
	}
	fmt.Fprintln(a.stdout, w.deckMade(made))
	if !p.noBrowser {
		if err := openBrowser(made); err != nil {
			fmt.Fprintln(a.stdout, w.openYourself)
		}
	}
	return nil
}

// arena opens the desk of the folder of a journey, with its klantarena begun.
func (a *app) arena(name string, p presentation, w presentWords) error {
	file, err := a.one(name, w)
	if err != nil {
		return err
	}
	known := room.Addresses()
	switch {
	case p.address == "" && len(known) == 0:
		p.address = "127.0.0.1"
		fmt.Fprintln(a.stderr, w.noNetwork)
	case p.address == "":
		p.address = known[0]
	case p.address != "127.0.0.1" && !slices.Contains(known, p.address):
		return usageError{w.badAddress(p.address, known)}
	}
	return a.open(opening{folder: filepath.Dir(file), noBrowser: p.noBrowser,
		arena: &api.RoomOpen{Path: filepath.Base(file), Names: p.names, Address: p.address, Port: p.port}}, openWordsFor(a.words.lang))
}
