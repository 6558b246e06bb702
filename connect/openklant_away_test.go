package connect

import (
	"context"
	"crypto/ed25519"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"fmt"
	"io"
	"log"
	"math/big"
	"net"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"klantreis/journeys"
	"klantreis/journeys/pushdown"
)

// TestOpenKlantTLS meets servers that cannot prove who they are, and one that can.
func TestOpenKlantTLS(t *testing.T) {
	m := newMock(t, 3)
	secure := httptest.NewUnstartedServer(m)
	secure.Config.ErrorLog = log.New(io.Discard, "", 0)
	secure.StartTLS()
	defer secure.Close()
	trusted, port := x509.NewCertPool(), secure.Listener.Addr().(*net.TCPAddr).Port
	trusted.AddCert(secure.Certificate())
	old := httptest.NewUnstartedServer(m)
	old.Config.ErrorLog = secure.Config.ErrorLog
	old.TLS = &tls.Config{Certificates: []tls.Certificate{expired(t)}}
	old.StartTLS()
	defer old.Close()
	trusted.AddCert(old.Certificate())
	for _, c := range []struct {
		what, server, code string
		trusted            *x509.CertPool
	}{
		{"an issuer that nobody knows", secure.URL, "api-certificaat-onbekend", nil},
		{"another name", fmt.Sprintf("https://localhost:%d", port), "api-certificaat-naam", trusted},
		{"too old", old.URL, "api-certificaat-verlopen", trusted},
		{"no TLS at all", "https://" + hostOf(t, m.URL), "api-weg", nil},
		{"one that can", secure.URL, "", trusted},
	} {
		if len(m.asked) > 0 {
			t.Errorf("before %s: asked all the same", c.what)
		}
		open, err := connector(nil).Open(journeys.Source{Name: "kcc", Connection: c.server + "/klantinteracties/api/v1"})
		if err != nil {
			t.Fatal(err)
		}
		open.(*openKlant).client.Transport.(*http.Transport).TLSClientConfig.RootCAs = c.trusted
		_, err = open.Columns(pushdown.From{})
		open.Close()
		wantFault(t, c.what, err, c.code)
	}
	if len(m.asked) != 1 {
		t.Error("the server that can prove who it is was not asked")
	}
}

// expired makes a certificate of long ago for this machine.
func expired(t *testing.T) tls.Certificate {
	t.Helper()
	public, private, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	about := &x509.Certificate{SerialNumber: big.NewInt(1), IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)}, IsCA: true, BasicConstraintsValid: true,
		NotBefore: time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC), NotAfter: time.Date(2020, 2, 1, 0, 0, 0, 0, time.UTC)}
	der, err := x509.CreateCertificate(rand.Reader, about, about, public, private)
	if err != nil {
		t.Fatal(err)
	}
	return tls.Certificate{Certificate: [][]byte{der}, PrivateKey: private}
}

// TestOpenKlantTime meets servers that keep silent, and somebody who does not want to wait.
func TestOpenKlantTime(t *testing.T) {
	t.Parallel()
	ready := make(chan struct{})
	silent := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Query().Get("kanaal") == "half" {
			fmt.Fprint(w, `{"count": 1,`)
			w.(http.Flusher).Flush()
		}
		<-ready
	}))
	defer silent.Close()
	defer close(ready)
	for _, kanaal := range []string{"niets", "half"} {
		_, err := fetched(t, connector(nil), silent.URL+"?tijdslimiet=1&kanaal="+kanaal)
		wantFault(t, kanaal, err, "api-tijd", "1 seconden", "bladzijde 1")
	}
	ctx, cancel := context.WithCancel(context.Background())
	conn := New(ctx, func(string) string { return goodToken })
	conn.Watch = func(p Progress) {
		if p.Wait > 0 {
			cancel()
		}
	}
	m := newMock(t, 3)
	m.meddle = func(_, _ int, w http.ResponseWriter, _ *http.Request) bool {
		problem(w, http.StatusServiceUnavailable)
		return true
	}
	if _, err := fetched(t, conn, m.address()); err != context.Canceled || len(m.asked) != 1 {
		t.Errorf("%v after %d requests", err, len(m.asked))
	}
}
