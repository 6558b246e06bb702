package signals

import (
	"bytes"
	"testing"
	"time"

	"github.com/parquet-go/parquet-go"
)

type parquetCall struct {
	Registered time.Time `parquet:"tijdstip,timestamp(microsecond)"`
	Local      int64     `parquet:"lokaal,timestamp(millisecond:local)"`
	Day        int32     `parquet:"dag,date"`
	Topic      *string   `parquet:"onderwerp,optional"`
	Text       string    `parquet:"tekst,zstd"`
	Mark       float64   `parquet:"cijfer"`
	Secret     bool      `parquet:"vertrouwelijk"`
	Amount     int64     `parquet:"bedrag,decimal(2:10)"`
	Tags       []string  `parquet:"labels,list"`
	Place      struct {
		Town string `parquet:"stad"`
	} `parquet:"plek"`
}

func parquetFile(t testing.TB) []byte {
	t.Helper()
	topic := "Energietoeslag"
	var calls []parquetCall
	for i := range 200 {
		c := parquetCall{Registered: time.Date(2022, 9, 15, 22, 30, 0, 0, time.UTC), Local: time.Date(2022, 9, 15, 14, 3, 0, 0, time.UTC).UnixMilli(),
			Day: 19250, Topic: &topic, Text: "vraag", Mark: 7.5, Secret: i == 1, Amount: -1205, Tags: []string{"a", "b"}}
		c.Place.Town = "Utrecht"
		if i%2 == 1 {
			c.Topic = nil
		}
		calls = append(calls, c)
	}
	var b bytes.Buffer
	w := parquet.NewGenericWriter[parquetCall](&b, parquet.MaxRowsPerRowGroup(70))
	if _, err := w.Write(calls); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestParquet(t *testing.T) {
	content := parquetFile(t)
	all := drain(t, readParquet, content)
	if len(all) != 200 || all[199].line != 200 {
		t.Fatalf("%d rows", len(all))
	}
	r, err := readParquet(input{openIn(t, content), int64(len(content))})
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{"tijdstip": "2022-09-15T22:30:00Z", "lokaal": "2022-09-15T14:03:00", "dag": "2022-09-15", "onderwerp": "Energietoeslag",
		"tekst": "vraag", "cijfer": "7.5", "vertrouwelijk": "false", "bedrag": "-12.05", "labels": "a; b", "plek.stad": "Utrecht"}
	for i, h := range r.header {
		if got := cellAt(all[0].cells, i); got != want[h] {
			t.Errorf("%s is %q, want %q", h, got, want[h])
		}
	}
	if len(r.header) != len(want) {
		t.Error(r.header)
	}
	var packed bytes.Buffer
	w := parquet.NewGenericWriter[parquetCall](&packed, parquet.Compression(&parquet.Lz4Raw))
	if _, err := w.Write(make([]parquetCall, 3)); err != nil || w.Close() != nil {
		t.Fatal(err)
	}
	if got := read(t, "bestand: a.parquet", one("a.parquet", packed.Bytes())); got != "fout parquet-lz4: ‘a.parquet’ is ingepakt met LZ4; dat leest Klantreis niet.\n" {
		t.Error(got)
	}
	for name, damaged := range map[string][]byte{
		"half": content[:len(content)/2], "empty": nil, "text": []byte("tijdstip;tekst\n"), "tail only": append([]byte("PAR1"), content[len(content)-8:]...),
		"spoiled": append(append([]byte("PAR1"), bytes.Repeat([]byte{0xAA}, 500)...), content[504:]...),
	} {
		got := read(t, "bestand: a.parquet", one("a.parquet", damaged))
		if !bytes.Contains([]byte(got), []byte("fout ")) {
			t.Errorf("%s: %.200s", name, got)
		}
	}
}
