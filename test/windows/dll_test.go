package windows

import (
	"bytes"
	"encoding/binary"
)

// forwarder makes a library for Windows of which the one function is that of another library: an export table and no
// code. Wine of before version 9 has no bcryptprimitives.dll, in which Go looks for its random numbers.
// The layout is Microsoft's "PE Format"; to is written "LIBRARY.Function".
func forwarder(name, function, to string) []byte {
	const (
		page, sector = 0x1000, 0x200
		directory    = 40 // bytes of the export directory
	)
	// The one section: directory, address, name and ordinal of the function, then three texts.
	addresses := uint32(page + directory)
	names, ordinals := addresses+4, addresses+8
	texts := ordinals + 2
	named := texts + uint32(len(name)+1)
	target := named + uint32(len(function)+1)
	var export bytes.Buffer
	put := func(values ...any) {
		for _, v := range values {
			binary.Write(&export, binary.LittleEndian, v)
		}
	}
	put(uint32(0), uint32(0), uint32(0), texts, uint32(1), uint32(1), uint32(1), addresses, names, ordinals)
	put(target, named, uint16(0))
	export.WriteString(name + "\x00" + function + "\x00" + to + "\x00")
	size := uint32(export.Len())

	var head bytes.Buffer
	head.Write(append([]byte("MZ"), make([]byte, 58)...))
	binary.Write(&head, binary.LittleEndian, uint32(64)) // where the next header is
	head.WriteString("PE\x00\x00")
	optional := struct {
		Magic                               uint16
		Linker                              [2]byte
		Code, Data, Zero, Entry, BaseOfCode uint32
		ImageBase                           uint64
		SectionAlignment, FileAlignment     uint32
		Versions                            [6]uint16
		Win32Version, ImageSize, HeadSize   uint32
		Checksum                            uint32
		Subsystem, Characteristics          uint16
		Stack, StackUsed, Heap, HeapUsed    uint64
		LoaderFlags, Directories            uint32
		Exports, ExportSize                 uint32
		Others                              [15 * 8]byte
	}{
		Magic: 0x20b, Data: sector, ImageBase: 0x180000000, SectionAlignment: page, FileAlignment: sector,
		Versions: [6]uint16{6, 0, 0, 0, 6, 0}, ImageSize: 2 * page, HeadSize: sector, Subsystem: 3, Characteristics: 0x100,
		Stack: 1 << 20, StackUsed: page, Heap: 1 << 20, HeapUsed: page, Directories: 16, Exports: page, ExportSize: size,
	}
	file := struct {
		Machine, Sections             uint16
		Time, Symbols, SymbolCount    uint32
		OptionalSize, Characteristics uint16
	}{Machine: 0x8664, Sections: 1, OptionalSize: uint16(binary.Size(optional)), Characteristics: 0x2022}
	section := struct {
		Name                          [8]byte
		Size, Address, RawSize, RawAt uint32
		Relocations, Lines            uint32
		RelocationCount, LineCount    uint16
		Characteristics               uint32
	}{Size: size, Address: page, RawSize: sector, RawAt: sector, Characteristics: 0x40000040}
	copy(section.Name[:], ".edata")
	for _, part := range []any{file, optional, section} {
		binary.Write(&head, binary.LittleEndian, part)
	}
	whole := make([]byte, 2*sector)
	copy(whole, head.Bytes())
	copy(whole[sector:], export.Bytes())
	return whole
}
