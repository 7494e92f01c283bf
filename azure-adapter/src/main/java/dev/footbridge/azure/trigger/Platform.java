package dev.footbridge.azure.trigger;

import dev.footbridge.http.ClientCertificate;
import dev.footbridge.http.Headers;
import dev.footbridge.http.PlatformIdentity;
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
