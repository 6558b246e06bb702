package connect

import (
	"context"
	"crypto/x509"
	"errors"
	"io"
	"net"
	"strings"

	"klantreis/journeys"
)

// reason puts into words why a server could not be reached, where a person can do something about it; what
// is left comes back as the innermost error says it, without the addresses and names around it.
func reason(err error) journeys.Reason {
	var dns *net.DNSError
	var timeout net.Error
	var unknown x509.UnknownAuthorityError
	var name x509.HostnameError
	var invalid x509.CertificateInvalidError
	inner := innermost(err)
	text := strings.ToLower(inner.Error())
	has := func(part string) bool { return strings.Contains(text, part) }
	switch {
	case errors.As(err, &dns) && dns.IsNotFound:
		return journeys.Reason{Dutch: "er is geen server met deze naam", English: "there is no server of that name"}
	case errors.As(err, &dns):
		return journeys.Reason{Dutch: "de naam van de server is niet op te zoeken", English: "the name of the server cannot be looked up"}
	case errors.As(err, &timeout) && timeout.Timeout(), errors.Is(err, context.DeadlineExceeded), has("timed out"):
		return journeys.Reason{Dutch: "er kwam op tijd geen antwoord", English: "there was no answer in time"}
	case errors.As(err, &unknown):
		return journeys.Reason{Dutch: "deze computer vertrouwt het certificaat niet", English: "this computer does not trust its certificate"}
	case errors.As(err, &name):
		return journeys.Reason{Dutch: "het certificaat is van een andere naam", English: "its certificate has another name"}
	case errors.As(err, &invalid):
		return journeys.Reason{Dutch: "het certificaat is verlopen of niet geldig", English: "its certificate has expired or is not valid"}
	case has("refused tls"), has("does not look like a tls"), has("server gave http response"), has("ssl is not enabled"):
		return journeys.Reason{Dutch: "de server kent geen beveiligde verbinding", English: "the server knows no secure connection"}
	case has("refused"):
		return journeys.Reason{Dutch: "de verbinding is geweigerd", English: "the connection was refused"}
	case has("connection reset"), has("broken pipe"), errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return journeys.Reason{Dutch: "de verbinding werd verbroken", English: "the connection was broken off"}
	case has("unreachable"), has("no route"):
		return journeys.Reason{Dutch: "er is geen weg naar de server", English: "there is no way to the server"}
	case has("permission denied"):
		return journeys.Reason{Dutch: "deze computer staat de verbinding niet toe", English: "this computer does not allow the connection"}
	}
	return journeys.Reason{Dutch: inner.Error(), English: inner.Error()}
}

func innermost(err error) error {
	for {
		inner := errors.Unwrap(err)
		if all, several := err.(interface{ Unwrap() []error }); several && len(all.Unwrap()) > 0 {
			inner = all.Unwrap()[0]
		}
		if inner == nil {
			return err
		}
		err = inner
	}
}
