package evidence

// data is how a caseTally is kept between runs.
func (t *caseTally) data() casesData {
	d := casesData{Channels: t.channels.list, Invalid: t.invalid, Coarse: t.coarse}
	for _, k := range t.list() {
		d.Kinds = append(d.Kinds, [5]int{int(k.from), int(k.to), int(k.channel), int(k.topic), t.kinds[k]})
	}
	for _, c := range t.topics.list {
		topic := topicData{Sum: c.sum, N: c.n}
		if c.n >= MinGroup {
			topic.Text = c.text
		}
		d.Topics = append(d.Topics, topic)
	}
	return d
}

// restore fills an empty tally; it tells whether the data is of such a one.
func (t *caseTally) restore(d casesData) bool {
	if len(d.Topics) > maxTopics || len(d.Channels) > maxTopics {
		return false
	}
	t.invalid, t.coarse = d.Invalid, d.Coarse
	for i, name := range d.Channels {
		if t.channels.number([]byte(name)) != i {
			return false
		}
	}
	for i, c := range d.Topics {
		if t.topics.count(topicCount{sum: c.Sum, text: c.Text, n: c.N}) != i {
			return false
		}
	}
	for _, k := range d.Kinds {
		for _, day := range k[:2] {
			if day < firstDay || day > stillOpen {
				return false
			}
		}
		if k[1] < k[0] || k[2] < unknown || k[2] >= len(d.Channels) || k[3] < unknown || k[3] >= len(d.Topics) || k[4] < 1 {
			return false
		}
		t.add(caseKind{span{int32(k[0]), int32(k[1])}, int32(k[2]), int32(k[3])}, k[4])
	}
	return true
}
