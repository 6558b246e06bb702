package main

import (
	"os"
	"os/exec"
	"runtime"
)

// openBrowser opens an address in the browser of this user. It does not wait for the browser to end.
func openBrowser(address string) error {
	var cmd *exec.Cmd
	switch runtime.GOOS {
	case "windows": // not by way of cmd.exe, to which & in an address means something
		cmd = exec.Command("rundll32.exe", "url.dll,FileProtocolHandler", address)
	case "darwin":
		cmd = exec.Command("open", address)
	default:
		cmd = exec.Command("xdg-open", address)
	}
	if err := cmd.Start(); err != nil {
		return err
	}
	go cmd.Wait()
	return nil
}

// folderOpener shows a folder in the system's program for folders; nil: there is no screen to show it on, or no such
// program.
func folderOpener() func(folder string) error {
	program := "xdg-open"
	switch {
	case runtime.GOOS == "windows":
		program = "explorer.exe"
	case runtime.GOOS == "darwin":
		program = "open"
	case os.Getenv("DISPLAY") == "" && os.Getenv("WAYLAND_DISPLAY") == "":
		return nil
	}
	whole, err := exec.LookPath(program)
	if err != nil {
		return nil
	}
	return func(folder string) error {
		cmd := exec.Command(whole, folder)
		if err := cmd.Start(); err != nil {
			return err
		}
		go cmd.Wait() // explorer.exe gives 1 when all went well
		return nil
	}
}
