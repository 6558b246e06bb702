package main

import (
	"crypto/ed25519"
	"crypto/x509"
	"encoding/pem"
	"fmt"
	"io/fs"
)

// mode is what may be done with the file.
func (e entry) mode() fs.FileMode {
	if e.program {
		return 0o755
	}
	return 0o644
}

// signer signs with a private key.
type signer struct {
	key    ed25519.PrivateKey
	public []byte // its public half, as PEM
}

// newSigner reads a private Ed25519 key: PEM, PKCS #8. Its errors never repeat the key.
func newSigner(text string) (signer, error) {
	block, _ := pem.Decode([]byte(text))
	if block == nil || block.Type != "PRIVATE KEY" {
		return signer{}, fmt.Errorf("KLANTREIS_SIGNING_KEY is no private key as PEM (PKCS #8)")
	}
	parsed, err := x509.ParsePKCS8PrivateKey(block.Bytes)
	if err != nil {
		return signer{}, fmt.Errorf("KLANTREIS_SIGNING_KEY cannot be read as PKCS #8")
	}
	key, ok := parsed.(ed25519.PrivateKey)
	if !ok {
		return signer{}, fmt.Errorf("KLANTREIS_SIGNING_KEY is no Ed25519 key, but %T", parsed)
	}
	der, err := x509.MarshalPKIXPublicKey(key.Public())
	if err != nil {
		return signer{}, err
	}
	return signer{key, pem.EncodeToMemory(&pem.Block{Type: "PUBLIC KEY", Bytes: der})}, nil
}

// sign gives the signature of a file, 64 bytes, and the public key to check it with. Who hands out a release
// publishes that key somewhere else as well.
func (s signer) sign(e entry) []entry {
	return []entry{{name: e.name + ".sig", content: ed25519.Sign(s.key, e.content)}, {name: "klantreis.pub", content: s.public}}
}
