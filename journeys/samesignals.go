package journeys

import (
	"bytes"
	"io"
	"io/fs"
	"os"
	"slices"
)

// Files of up to sampledWhole bytes are compared whole; of larger ones, samples blocks of sampleSize
// spread evenly over them. So never more than 8 MB is read here, and only of files of equal size.
const (
	sampledWhole = 4 << 20
	samples      = 64
	sampleSize   = 64 << 10
)

// checkSameSignals warns of a source that reads a file of an earlier one, by its name or by its bytes:
// every signal in it would count double. Sources that take another column for the same field do so on
// purpose, and one that is only a denominator or only for lead times holds no signals.
func checkSameSignals(j *Journey, folder fs.FS, filesOf [][]string, ps *Problems) {
	names, sizes := map[string][]int{}, map[int64][]namedFile{}
	for i, s := range j.Sources {
		if len(filesOf[i]) == 0 || onlyAside(j, s.Name) {
			continue
		}
		told := map[int]bool{}
		tell := func(first int, file, same string) {
			if first == i || told[first] || otherColumns(j.Sources[first], s) {
				return
			}
			told[first] = true
			ps.add(s.At("bestand"), Warning, "bron-dubbel", s.Name, j.Sources[first].Name, file, same)
		}
		for _, f := range filesOf[i] {
			clean, ok := LocalPath(f)
			if !ok {
				continue
			}
			for _, first := range names[clean] {
				tell(first, f, "")
			}
			info, err := fs.Stat(folder, clean)
			if err != nil || !info.Mode().IsRegular() || info.Size() == 0 {
				continue
			}
			for _, other := range sizes[info.Size()] {
				if other.name != clean && other.source != i && !told[other.source] && !otherColumns(j.Sources[other.source], s) &&
					(os.SameFile(other.info, info) || sameBytes(folder, other.name, clean, info.Size())) {
					tell(other.source, f, other.name)
				}
			}
			names[clean] = append(names[clean], i)
			sizes[info.Size()] = append(sizes[info.Size()], namedFile{i, clean, info})
		}
	}
}

// namedFile is a file that a source reads.
type namedFile struct {
	source int
	name   string
	info   fs.FileInfo
}

// onlyAside tells whether a source serves only as denominator or for lead times.
func onlyAside(j *Journey, name string) bool {
	for _, step := range j.Steps() {
		for _, s := range step.Selectors {
			if slices.Contains(s.Sources, name) {
				return false
			}
		}
	}
	return slices.ContainsFunc(j.LeadTimes, func(l LeadTime) bool { return l.Source == name }) ||
		slices.ContainsFunc(j.Sources, func(s Source) bool { return s.Denominator != nil && s.Denominator.Source == name })
}

// otherColumns tells whether two sources take the same field from different columns.
func otherColumns(a, b Source) bool {
	for _, x := range a.Columns {
		for _, y := range b.Columns {
			if x.Field == y.Field && FoldSpace(x.Header) != FoldSpace(y.Header) {
				return true
			}
		}
	}
	return false
}

// sameBytes compares two files of one size. What cannot be read is not the same; it is told of elsewhere.
func sameBytes(folder fs.FS, a, b string, size int64) bool {
	first, err := folder.Open(a)
	if err != nil {
		return false
	}
	defer first.Close()
	second, err := folder.Open(b)
	if err != nil {
		return false
	}
	defer second.Close()
	x, ok := first.(io.ReaderAt)
	y, also := second.(io.ReaderAt)
	if !ok || !also {
		return false
	}
	blocks, last := (size+sampleSize-1)/sampleSize, size-sampleSize
	if size > sampledWhole {
		blocks = samples
	}
	left, right := make([]byte, sampleSize), make([]byte, sampleSize)
	for i := range blocks {
		at := i * sampleSize
		if size > sampledWhole { // the first block, the last, and those between
			at = i * last / (samples - 1)
		}
		n := min(sampleSize, size-at)
		if _, err := x.ReadAt(left[:n], at); err != nil && err != io.EOF {
			return false
		}
		if _, err := y.ReadAt(right[:n], at); err != nil && err != io.EOF {
			return false
		}
		if !bytes.Equal(left[:n], right[:n]) {
			return false
		}
	}
	return true
}
