package dev.footbridge.http;

import java.time.Instant;
import java.util.Optional;

/**
 * What the platform itself vouches for about a request. Made by adapters only, never from headers.
 *
 * @param requestId the platform's id for this request, or one the adapter made; appears in every log line
 * @param remoteAddress the peer's address as text, empty if the platform does not say
 * @param deadline when the platform will cut the request off, empty if it never does
 * @param live false on platforms that hold a response back until it is complete: nothing can be streamed there
 * @param certificate what the client proved to have on this very connection; empty for none, and where nobody verified
 *     it
 * @param identity who the platform says sends it; empty where it verified nobody
 */
public record Arrival(
        String requestId,
        Optional<String> remoteAddress,
        Optional<Instant> deadline,
        boolean live,
        Optional<ClientCertificate> certificate,
        Optional<PlatformIdentity> identity) {

    /** Without an identity. */
    public Arrival(
            String requestId,
            Optional<String> remoteAddress,
            Optional<Instant> deadline,
            boolean live,
            Optional<ClientCertificate> certificate) {
        this(requestId, remoteAddress, deadline, live, certificate, Optional.empty());
    }

    /** Without a client certificate. */
    public Arrival(String requestId, Optional<String> remoteAddress, Optional<Instant> deadline, boolean live) {
        this(requestId, remoteAddress, deadline, live, Optional.empty());
    }

    public static Arrival unknown(String requestId) {
        return new Arrival(requestId, Optional.empty(), Optional.empty(), true);
    }

    public Arrival withIdentity(PlatformIdentity vouched) {
        return new Arrival(requestId, remoteAddress, deadline, live, certificate, Optional.of(vouched));
    }

    public Arrival withCertificate(ClientCertificate shown) {
        return new Arrival(requestId, remoteAddress, deadline, live, Optional.of(shown), identity);
    }
}
