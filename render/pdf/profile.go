package pdf

import (
	"encoding/binary"
	"math"
)

// An archive wants to know what our red, green and blue are. They are those of sRGB, and this file
// writes that down as an ICC profile, computed from the definition of sRGB (IEC 61966-2-1).

// addIntent adds the output intent: this document's colours are for a screen with sRGB.
func (f *file) addIntent() int {
	packed := deflate(srgbProfile())
	profile := f.add("<</N 3 /Alternate /DeviceRGB /Length %d /Filter /FlateDecode>>\nstream\n%s\nendstream", len(packed), packed)
	return f.add("<</Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) /Info (sRGB IEC61966-2.1) /DestOutputProfile %d 0 R>>", profile)
}

// srgbProfile is an ICC profile of version 2 for a screen: three primaries, adapted to the white
// D50 that profiles are connected through, and the curve of sRGB in 256 points, so that each value
// of a byte is met exactly.
func srgbProfile() []byte {
	type tag struct {
		name string
		data []byte
	}
	u32 := func(b []byte, v uint32) []byte { return binary.BigEndian.AppendUint32(b, v) }
	fixed := func(b []byte, v float64) []byte { return u32(b, uint32(int32(math.Round(v*65536)))) }
	xyz := func(x, y, z float64) []byte {
		return fixed(fixed(fixed([]byte("XYZ \x00\x00\x00\x00"), x), y), z)
	}
	text := "sRGB\x00"
	desc := append(u32([]byte("desc\x00\x00\x00\x00"), uint32(len(text))), text...)
	desc = append(desc, make([]byte, 4+4+2+1+67)...) // no names in other scripts
	curve := u32([]byte("curv\x00\x00\x00\x00"), 256)
	for i := range 256 {
		c := float64(i) / 255
		linear := c / 12.92
		if c > 0.04045 {
			linear = math.Pow((c+0.055)/1.055, 2.4)
		}
		curve = binary.BigEndian.AppendUint16(curve, uint16(math.Round(linear*65535)))
	}
	tags := []tag{
		{"desc", desc}, {"cprt", []byte("text\x00\x00\x00\x00CC0\x00")}, {"wtpt", xyz(0.9642, 1, 0.8249)},
		{"rXYZ", xyz(0.436066, 0.222488, 0.013916)}, {"gXYZ", xyz(0.385147, 0.716873, 0.097076)}, {"bXYZ", xyz(0.143066, 0.060608, 0.714096)},
		{"rTRC", curve}, {"gTRC", curve}, {"bTRC", curve},
	}
	head := make([]byte, 128)
	head[8], head[9] = 2, 0x10 // version 2.1
	copy(head[12:], "mntrRGB XYZ ")
	binary.BigEndian.PutUint16(head[24:], 2000) // a date is wanted; the profile has no other
	head[27], head[29] = 1, 1
	copy(head[36:], "acsp")
	copy(head[68:], fixed(fixed(fixed(nil, 0.9642), 1), 0.8249))
	table, body := u32(nil, uint32(len(tags))), []byte(nil)
	at := map[string]int{} // equal tags share their data
	start := len(head) + 4 + 12*len(tags)
	for _, t := range tags {
		from, shared := at[string(t.data)]
		if !shared {
			for len(body)%4 != 0 {
				body = append(body, 0)
			}
			from = start + len(body)
			at[string(t.data)] = from
			body = append(body, t.data...)
		}
		table = append(table, t.name...)
		table = u32(u32(table, uint32(from)), uint32(len(t.data)))
	}
	out := append(append(head, table...), body...)
	binary.BigEndian.PutUint32(out, uint32(len(out)))
	return out
}
