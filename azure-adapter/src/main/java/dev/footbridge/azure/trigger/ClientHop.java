package dev.footbridge.azure.trigger;

import dev.footbridge.http.Headers;
import dev.footbridge.http.IpAddress;
import java.util.Optional;

/**
 * The client's address. App Service's front end writes whom it talks to at the end of {@code X-Forwarded-For}, with a
 * port; what stands before that, any client can write. Immutable.
 *
 * @param proxies how many of our own stand before the front end, each of which writes one more
 */
public record ClientHop(int proxies) {

    /** @throws IllegalArgumentException for less than none */
    public ClientHop {
        if (proxies < 0) {
            throw new IllegalArgumentException("there cannot be less than no proxies");
        }
    }

    /** The address without port; empty if there are fewer hops than there must be, or this one is no address. */
    Optional<String> address(Headers headers) {
        String[] hops = String.join(",", headers.all("x-forwarded-for")).split(",", -1);
        int place = hops.length - 1 - proxies;
        return place < 0 ? Optional.empty() : withoutPort(Headers.trim(hops[place]));
    }

    private static Optional<String> withoutPort(String hop) {
        int bracket = hop.indexOf(']');
        String bare = hop;
        if (hop.startsWith("[") && bracket > 0) {
            bare = hop.substring(1, bracket);
        } else if (hop.indexOf(':') >= 0 && hop.indexOf(':') == hop.lastIndexOf(':')) {
            bare = hop.substring(0, hop.indexOf(':'));
        }
        return Optional.of(bare).filter(text -> IpAddress.parse(text).isPresent());
    }
}
