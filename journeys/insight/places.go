package insight

// places finds a number by a hash. It is a table with open addresses that only grows, for the words and
// pairs that every record asks for; its zero value is empty.
type places struct {
	slots []place // a power of two, at most half full
	n     int
}

type place struct {
	hash uint64
	at   int32
	used bool
}

func (p *places) find(hash uint64) (at int32, known bool) {
	if len(p.slots) == 0 {
		return 0, false
	}
	mask := uint64(len(p.slots) - 1)
	for i := spread(hash) & mask; ; i = (i + 1) & mask {
		s := &p.slots[i]
		if !s.used {
			return 0, false
		}
		if s.hash == hash {
			return s.at, true
		}
	}
}

func (p *places) put(hash uint64, at int32) {
	if 2*p.n >= len(p.slots) {
		old := p.slots
		p.slots, p.n = make([]place, max(64, 2*len(old))), 0
		for _, s := range old {
			if s.used {
				p.put(s.hash, s.at)
			}
		}
	}
	mask := uint64(len(p.slots) - 1)
	i := spread(hash) & mask
	for p.slots[i].used && p.slots[i].hash != hash {
		i = (i + 1) & mask
	}
	if !p.slots[i].used {
		p.n++
	}
	p.slots[i] = place{hash, at, true}
}

// spread makes the low bits of a key depend on all others.
func spread(key uint64) uint64 { return key * 0x9e3779b97f4a7c15 >> 32 }
