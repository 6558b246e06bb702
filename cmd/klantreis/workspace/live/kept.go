package live

import (
	"container/list"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"sync"
)

// kept remembers values by their names, up to a number of bytes: what was used longest ago goes first.
type kept struct {
	mu     sync.Mutex
	most   int
	size   int
	byName map[string]*list.Element
	order  *list.List // of keptValue, used last first
}

type keptValue struct {
	name  string
	value any
	size  int
}

func newKept(most int) *kept {
	return &kept{most: most, byName: map[string]*list.Element{}, order: list.New()}
}

// get gives a value; nil: it is not there.
func (k *kept) get(name string) any {
	k.mu.Lock()
	defer k.mu.Unlock()
	e := k.byName[name]
	if e == nil {
		return nil
	}
	k.order.MoveToFront(e)
	return e.Value.(keptValue).value
}

// put remembers a value of about size bytes.
func (k *kept) put(name string, value any, size int) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if e := k.byName[name]; e != nil {
		k.drop(e)
	}
	if size > k.most {
		return
	}
	k.byName[name] = k.order.PushFront(keptValue{name, value, size})
	for k.size += size; k.size > k.most; {
		k.drop(k.order.Back())
	}
}

func (k *kept) drop(e *list.Element) {
	v := k.order.Remove(e).(keptValue)
	delete(k.byName, v.name)
	k.size -= v.size
}

// sumOf names contents: the same parts, the same name.
func sumOf(parts ...string) string {
	sum := sha256.New()
	for _, p := range parts {
		one := sha256.Sum256([]byte(p))
		sum.Write(one[:])
	}
	return hex.EncodeToString(sum.Sum(nil)[:16])
}

// freshSalt is a key of this run's own, for counts that are kept in memory alone.
func freshSalt() []byte {
	salt := make([]byte, 32)
	rand.Read(salt)
	return salt
}
