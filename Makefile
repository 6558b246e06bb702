# Shortcuts; everything works without make too, see README.md.
.PHONY: build gifts test bench compare examples release

build:
	CGO_ENABLED=0 go build -trimpath -o bin/ ./cmd/klantreis

gifts:
	go run ./cmd/klantreis maak examples

test:
	go run ./test

bench:
	go test -run '^$$' -bench . -benchmem ./...

compare:
	go run ./test/engine
	go run ./test/compare

examples:
	go run ./examples/generator

release:
	go run ./test/release
