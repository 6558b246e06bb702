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
	for target in linux/amd64 linux/arm64 darwin/amd64 darwin/arm64 windows/amd64 windows/arm64; do \
	  system=$${target%/*}; arch=$${target#*/}; ending=$$( [ $$system = windows ] && echo .exe || true ); \
	  CGO_ENABLED=0 GOOS=$$system GOARCH=$$arch go build -trimpath -ldflags '-s -w -buildid=' -o bin/klantreis-$$system-$$arch$$ending ./cmd/klantreis || exit 1; \
	done
