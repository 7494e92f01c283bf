package dev.footbridge.azure.trigger;

import dev.footbridge.http.Arrival;
import dev.footbridge.http.ClientCertificate;
import dev.footbridge.http.Headers;
import dev.footbridge.http.PlatformIdentity;
import java.time.Instant;
import java.util.Optional;

/**
 * What of a request's headers the platform wrote, which depends on how the app is set up: whatever it does not write
 * itself, any client can. Immutable.
 *
 * @param hop whose address is believed
 * @param principal who signed in, by what App Service Authentication wrote
 * @param certificate what the client showed, by what the platform wrote
 */
public record Platform(ClientHop hop, Fact<PlatformIdentity> principal, Fact<ClientCertificate> certificate) {

    /** The front end writes the address, and nothing else in the headers is believed. */
    public static final Platform PLAIN =
            new Platform(new ClientHop(0), headers -> Optional.empty(), headers -> Optional.empty());

    /**
     * What the platform vouches for about one request.
     *
     * @param deadline when nobody waits for the answer any more
     * @param live whether an answer can be streamed
     * @throws IllegalArgumentException if there is a certificate that is not believed
     */
    Arrival arrival(Headers headers, String requestId, Instant deadline, boolean live) {
        return new Arrival(
                requestId,
                hop.address(headers),
                Optional.of(deadline),
                live,
                certificate.in(headers),
                principal.in(headers));
    }

    /** One fact in the headers. Thread-safe. */
    @FunctionalInterface
    public interface Fact<T> {

        /**
         * @return empty if the platform says nothing
         * @throws IllegalArgumentException if what is there cannot be what the platform writes
         */
        Optional<T> in(Headers headers);
    }
}
