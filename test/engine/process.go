package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
)

// writePeak tells the most memory that this process had, as Linux knows it. What the parent asks of
// a child that ended includes what the parent itself had when it started the child.
func writePeak(w io.Writer) error {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return nil
	}
	for line := range bytes.Lines(status) {
		if bytes.HasPrefix(line, []byte("VmHWM:")) {
			_, err = w.Write(line)
		}
	}
	return err
}

// faultText keeps what a child writes to its standard error.
type faultText struct{ text []byte }

func (f *faultText) Write(p []byte) (int, error) {
	f.text = append(f.text, p...)
	return len(p), nil
}

// peak finds what writePeak wrote, in bytes; 0: nothing.
func (f *faultText) peak() int64 {
	var kilobytes int64
	fmt.Sscanf(string(f.text), "VmHWM: %d kB", &kilobytes)
	return kilobytes << 10
}
