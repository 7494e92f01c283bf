package dev.footbridge.outbound;

import dev.footbridge.http.Network;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses may be connected to: those of the public internet, and what was allowed besides. Immutable.
 *
 * @param besides such as the network of an internal system
 * @see <a href="https://www.iana.org/assignments/iana-ipv4-special-registry">IANA, special-purpose addresses</a>
 */
record Addresses(List<Network> besides) {

    /** With the addresses at which clouds tell machines their credentials: 169.254.169.254, 168.63.129.16. */
    private static final List<Network> SPECIAL = networks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "168.63.129.16",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.31.196.0/24",
            "192.52.193.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "192.175.48.0/24",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3",
            // Teredo and others, documentation, 6to4: what looks global here leads elsewhere.
            "2001::/23",
            "2001:db8::/32",
            "2002::/16",
            "2620:4f:8000::/48",
            "3fff::/20");

    /** Of IPv6 nothing else is in use (RFC 4291 §2.4): no unique local, link-local and translated (NAT64) addresses. */
    private static final Network GLOBAL = Network.parse("2000::/3");

    Addresses {
        besides = List.copyOf(besides);
    }

    private static List<Network> networks(String... texts) {
        return Stream.of(texts).map(Network::parse).toList();
    }

    boolean allow(InetAddress address) {
        String text = address.getHostAddress();
        if (besides.stream().anyMatch(network -> network.contains(text))) {
            return true;
        }
        boolean inUse = text.indexOf(':') < 0 || GLOBAL.contains(text);
        return inUse && SPECIAL.stream().noneMatch(network -> network.contains(text));
    }
}
