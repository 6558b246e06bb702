package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"klantreis/cmd/klantreis/workspace"
	"klantreis/cmd/klantreis/workspace/api"
	"klantreis/journeys/evidence"
)

// idleTime ends a desk at which nobody sat for so long.
const idleTime = 30 * time.Minute

func (a *app) openCommand() *cobra.Command {
	var port int
	var noBrowser bool
	w := openWordsFor(a.words.lang)
	cmd := &cobra.Command{
		Use: w.use, Aliases: []string{"werkplek", "desk"}, Short: w.short, Long: w.long, Example: w.example,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return usageError{w.oneFolder}
			}
			if port < 0 || port > 65535 {
				return usageError{w.badPort}
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			folder := "."
			if len(args) == 1 {
				folder = args[0]
			}
			return a.open(opening{folder: folder, port: port, noBrowser: noBrowser}, w)
		},
	}
	cmd.Flags().IntVar(&port, "poort", 0, w.flagPort)
	cmd.Flags().BoolVar(&noBrowser, "geen-browser", false, w.flagNoBrowser)
	return cmd
}

// opening is how a desk is to be opened.
type opening struct {
	folder    string
	port      int
	noBrowser bool
	arena     *api.RoomOpen // that begins at once, or nil
}

// open serves the desk of a folder until it is stopped, or opens a window on the one that there is.
func (a *app) open(o opening, w openWords) error {
	folder, port := o.folder, o.port
	info, err := os.Stat(folder)
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%s", w.noFolder(folder))
	}
	if err != nil {
		return err
	}
	if !info.IsDir() {
		return fmt.Errorf("%s", w.notFolder(folder))
	}
	config, err := os.UserConfigDir()
	if err != nil {
		return errors.New(w.noConfig)
	}
	private, err := workspace.OpenPrivate(config, folder)
	if err != nil {
		return err
	}
	slot, ok, err := workspace.Take(private)
	if err != nil {
		return err
	}
	if !ok {
		address, err := workspace.Living(private)
		if err != nil {
			return errors.New(w.notAnswering)
		}
		fmt.Fprintln(a.stdout, w.openAlready)
		return a.window(address, private, o, w)
	}
	defer slot.Leave()
	whole, err := filepath.Abs(folder)
	if err != nil {
		return err
	}
	rooms := dataFlags{}.options().cache
	defer rooms.close()
	tools, err := a.deskTools(whole)
	if err != nil {
		return err
	}
	hall, err := a.deskRoom(whole, private, func(of string) evidence.Cache { return rooms.of(of) })
	if err != nil {
		return err
	}
	defer hall.Close()
	desk, err := workspace.Open(workspace.Options{Folder: whole, Private: private, Port: port, Lang: a.words.lang, Version: version,
		Tools: tools, Room: hall, Idle: idleTime})
	if err != nil {
		return fmt.Errorf("%s", w.noPort(port, a.words.ioError(err)))
	}
	if err := slot.Tell(desk.Address()); err != nil {
		return err
	}
	if o.arena != nil {
		stage, err := hall.Begin(*o.arena)
		if err != nil {
			return errors.New(hall.Why(err))
		}
		fmt.Fprintln(a.stdout, presentWordsFor(a.words.lang).phones(stage.Address))
	}
	if err := a.window(desk.Address(), private, o, w); err != nil {
		return err
	}
	fmt.Fprintln(a.stdout, w.stopHint)
	// A window that is closed ends the program too, and what was dropped on the page goes with it.
	ctx, stop := signal.NotifyContext(a.ctx, syscall.SIGTERM, syscall.SIGHUP)
	defer stop()
	err = desk.Serve(ctx)
	fmt.Fprintln(a.stdout, w.stopped)
	return err
}

// window opens the browser on a desk, and prints the address too, for whom that does not work for.
func (a *app) window(address, private string, o opening, w openWords) error {
	token, err := workspace.Door(private)
	if err != nil {
		return err
	}
	whole := workspace.Entrance(address, token, o.arena)
	if !o.noBrowser {
		if err := openBrowser(whole); err != nil {
			fmt.Fprintln(a.stdout, w.noBrowser)
		} else {
			fmt.Fprintln(a.stdout, w.inBrowser)
		}
	}
	fmt.Fprintf(a.stdout, "  %s\n", whole)
	return nil
}
