package main

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"os/exec"
)

// repeated is a folder in which one file holds its records so many times over, without taking room on
// the disk.
type repeated struct {
	fs.FS
	name  string
	times int
}

func (r repeated) Open(name string) (fs.File, error) {
	f, err := r.FS.Open(name)
	if err != nil || name != r.name {
		return f, err
	}
	head := make([]byte, 4096)
	n, err := f.Read(head)
	if err != nil {
		f.Close()
		return nil, err
	}
	return &repeatedFile{File: f, header: int64(bytes.IndexByte(head[:n], '\n') + 1), head: head[:n], left: r.times - 1}, nil
}

// repeatedFile reads its file to the end, and then again from behind the header.
type repeatedFile struct {
	fs.File
	header int64  // its length
	head   []byte // read already
	left   int
}

func (f *repeatedFile) Read(b []byte) (int, error) {
	if len(f.head) > 0 {
		n := copy(b, f.head)
		f.head = f.head[n:]
		return n, nil
	}
	n, err := f.File.Read(b)
	if err != io.EOF || n > 0 || f.left == 0 {
		return n, err
	}
	f.left--
	if _, err := f.File.(io.Seeker).Seek(f.header, io.SeekStart); err != nil {
		return 0, err
	}
	return f.File.Read(b)
}

// grow counts the file once and many times over, and shows what that costs.
func (b *bench) grow(own string, rows int, size int64, times []int) error {
	var once answer
	for _, n := range times {
		command := func() *exec.Cmd { return exec.Command(own, "-count", b.journey(), "-times", fmt.Sprint(n)) }
		out, err := b.measure(fmt.Sprintf("klantreis, %d rows", n*rows), false, command)
		if err != nil {
			return err
		}
		all, err := readOurs(out)
		if err != nil {
			return err
		}
		if once == nil {
			once = all
		}
		for what, count := range once {
			if all[what] != n*count {
				return fmt.Errorf("%d times the file: %d for %s, not %d", n, all[what], what, n*count)
			}
		}
	}
	fmt.Printf("\n%-44s %9s %9s %9s %9s\n", "", "wall", "cpu", "GB/s", "memory")
	for i, r := range b.rows {
		fmt.Printf("%-44s %7.2f s %7.2f s %9.2f %6.0f MB\n", r.what, r.wall.Seconds(), r.cpu.Seconds(),
			float64(size)*float64(times[i])/1e9/r.wall.Seconds(), float64(r.memory)/1e6)
	}
	fmt.Println("The counts grow by the same factor.")
	return nil
}
