package room

import (
	"net"
	"slices"
)

// Addresses lists where this machine can be reached on its own network, best first: private IPv4 addresses
// (RFC 1918) of interfaces that are up, then others that are not loopback.
func Addresses() []string {
	var private, others []string
	interfaces, err := net.Interfaces()
	if err != nil {
		return nil
	}
	for _, i := range interfaces {
		if i.Flags&net.FlagUp == 0 || i.Flags&net.FlagLoopback != 0 {
			continue
		}
		all, err := i.Addrs()
		if err != nil {
			continue
		}
		for _, a := range all {
			network, ok := a.(*net.IPNet)
			if !ok || network.IP.To4() == nil || network.IP.IsLinkLocalUnicast() {
				continue
			}
			if network.IP.IsPrivate() {
				private = append(private, network.IP.String())
			} else {
				others = append(others, network.IP.String())
			}
		}
	}
	return slices.Concat(private, others)
}
