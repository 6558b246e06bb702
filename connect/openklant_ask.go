package connect

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"io"
	"mime"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"
)

const (
	pageLimit = time.Minute // for one request, unless the address says otherwise
	attempts  = 12          // of one page: with pauses of 1, 2, 4 … 60 seconds six minutes in all
	impatient = 3           // of the first page, when nothing answers: most likely the address is wrong
	lastPause = time.Minute
	longest   = 5 * time.Minute // what a server may ask for
)

// newClient makes a client that sends the token to one server only.
func (k *openKlant) newClient() *http.Client {
	return &http.Client{
		Transport: &http.Transport{
			Proxy:                  http.ProxyFromEnvironment,
			DialContext:            (&net.Dialer{Timeout: dialTimeout}).DialContext,
			TLSClientConfig:        &tls.Config{MinVersion: tls.VersionTLS12},
			TLSHandshakeTimeout:    dialTimeout,
			ForceAttemptHTTP2:      true,
			MaxResponseHeaderBytes: 256 << 10,
		},
		CheckRedirect: func(to *http.Request, before []*http.Request) error {
			if to.URL.Scheme != k.list.Scheme || to.URL.Host != k.list.Host || len(before) > 3 {
				return &elsewhere{to.URL.Host}
			}
			return nil
		},
	}
}

// elsewhere is a redirect that is not followed.
type elsewhere struct{ host string }

func (e *elsewhere) Error() string { return "redirect to " + e.host }

// outcome is what became of one request.
type outcome struct {
	page  contactPage
	err   error
	again bool          // it may go well another time
	away  bool          // nothing answered at all
	after time.Duration // the pause that the server asks for, if any
}

// page asks for one page until it is there or it makes no sense to go on.
func (k *openKlant) page(number int) (contactPage, error) {
	pause := time.Second
	for attempt := 1; ; attempt++ {
		o := k.ask(number)
		if o.err == nil {
			return o.page, nil
		}
		if err := k.ctx.Err(); err != nil {
			return o.page, err
		}
		patience := attempts
		if o.away && number == 1 {
			patience = impatient
		}
		if !o.again || attempt >= patience || o.after > longest {
			return o.page, o.err
		}
		wait := max(pause, o.after)
		pause = min(2*pause, lastPause)
		k.tell(Progress{Source: k.source, Wait: wait})
		if err := k.sleep(k.ctx, wait); err != nil {
			return o.page, err
		}
	}
}

// ask does one request.
func (k *openKlant) ask(number int) outcome {
	ctx, cancel := context.WithTimeout(k.ctx, k.limit)
	defer cancel()
	at := *k.list
	query := at.Query()
	query.Set("page", strconv.Itoa(number))
	query.Set("pageSize", strconv.Itoa(pageSize))
	at.RawQuery = query.Encode()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, at.String(), nil)
	if err != nil {
		return outcome{err: k.fault("api-adres")}
	}
	request.Header.Set("Authorization", "Token "+k.token)
	request.Header.Set("Accept", "application/json")
	request.Header.Set("User-Agent", "Klantreis")
	answer, err := k.client.Do(request)
	if err != nil {
		return k.lost(err, number)
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		return k.refused(answer, number)
	}
	body, err := io.ReadAll(io.LimitReader(answer.Body, maxPage+1))
	switch {
	case len(body) > maxPage:
		return outcome{err: k.fault("api-te-groot", number, maxPage>>20)}
	case err != nil:
		return k.lost(err, number)
	case looksLikePage(answer.Header, body):
		return outcome{err: k.fault("api-webpagina")}
	}
	page, err := parsePage(body)
	if err != nil {
		return outcome{err: k.fault("api-vreemd", number), again: err == errCut}
	}
	return outcome{page: page}
}

// looksLikePage recognises a page for people, most often one to log in.
func looksLikePage(header http.Header, body []byte) bool {
	kind, _, _ := mime.ParseMediaType(header.Get("Content-Type"))
	return kind == "text/html" || strings.HasPrefix(strings.TrimSpace(string(body[:min(len(body), 64)])), "<")
}

// lost says what went wrong with a request that got no answer, or not all of it.
func (k *openKlant) lost(err error, number int) outcome {
	var redirect *elsewhere
	var unknown x509.UnknownAuthorityError
	var name x509.HostnameError
	var invalid x509.CertificateInvalidError
	var dns *net.DNSError
	var timeout net.Error
	var broken *tls.CertificateVerificationError
	switch {
	case errors.As(err, &redirect):
		return outcome{err: k.fault("api-omleiding", redirect.host)}
	case errors.As(err, &unknown):
		return outcome{err: k.fault("api-certificaat-onbekend")}
	case errors.As(err, &name):
		return outcome{err: k.fault("api-certificaat-naam")}
	case errors.As(err, &invalid) && invalid.Reason == x509.Expired:
		return outcome{err: k.fault("api-certificaat-verlopen")}
	case errors.As(err, &invalid), errors.As(err, &broken):
		return outcome{err: k.fault("api-certificaat-onbekend")}
	case errors.As(err, &dns) && dns.IsNotFound:
		return outcome{err: k.fault("api-weg")}
	case errors.As(err, &timeout) && timeout.Timeout():
		return outcome{err: k.fault("api-tijd", number, int(k.limit/time.Second)), again: true, away: true}
	}
	if number > 1 {
		return outcome{err: k.fault("api-afgebroken", number), again: true, away: true}
	}
	return outcome{err: k.fault("api-weg"), again: true, away: true}
}

// refused says what an answer means that is no list.
func (k *openKlant) refused(answer *http.Response, number int) outcome {
	// Reading what is left, within reason, lets the connection be used again.
	_, _ = io.CopyN(io.Discard, answer.Body, 64<<10)
	switch code := answer.StatusCode; {
	case code == http.StatusUnauthorized:
		return outcome{err: k.fault("api-token-fout", ownVariable("TOKEN", k.source))}
	case code == http.StatusForbidden:
		return outcome{err: k.fault("api-recht")}
	case code == http.StatusNotFound && number > 1:
		// The list became shorter meanwhile.
		return outcome{page: contactPage{gone: true}}
	case code == http.StatusNotFound, code == http.StatusMethodNotAllowed, code == http.StatusGone:
		return outcome{err: k.fault("api-niet-gevonden", k.list.Path)}
	case code == http.StatusBadRequest, code == http.StatusUnprocessableEntity:
		return outcome{err: k.fault("api-vraag", code)}
	case code == http.StatusTooManyRequests, code == http.StatusBadGateway, code == http.StatusServiceUnavailable, code == http.StatusGatewayTimeout:
		return outcome{err: k.fault("api-druk", code, number), again: true, after: retryAfter(answer.Header)}
	case code/100 == 3:
		host := ""
		if to, err := url.Parse(answer.Header.Get("Location")); err == nil {
			host = to.Host
		}
		return outcome{err: k.fault("api-omleiding", host)}
	default:
		return outcome{err: k.fault("api-status", code)}
	}
}

// retryAfter is the pause that a server asks for, in seconds or as a moment; that is compared with
// the server's own clock.
func retryAfter(h http.Header) time.Duration {
	text := h.Get("Retry-After")
	if seconds, err := strconv.Atoi(text); err == nil {
		return time.Duration(min(max(seconds, 0), 24*3600)) * time.Second
	}
	until, err := http.ParseTime(text)
	if err != nil {
		return 0
	}
	now, err := http.ParseTime(h.Get("Date"))
	if err != nil {
		return 0
	}
	return max(0, until.Sub(now))
}

// sleep waits, or stops with ctx.
func sleep(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-timer.C:
		return nil
	}
}
