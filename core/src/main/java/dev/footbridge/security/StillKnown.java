package dev.footbridge.security;

import dev.footbridge.call.Caller;
import dev.footbridge.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * For a stream that may outlive the credential it was opened with: asks again once a minute whether its caller is let
 * in, as a request would be asked that came then. Not thread-safe: asked by the stream's own thread.
 */
public final class StillKnown implements BooleanSupplier {

    private static final Duration BETWEEN = Duration.ofMinutes(1);
    private static final int CANNOT_SAY = 503;

    private final Authenticator authenticator;
    private final Supplier<HttpRequest> latest;
    private final Caller caller;
    private final InstantSource clock;
    private Instant next;
    private boolean known = true;

    /** @param request that opened the stream, of that caller */
    public StillKnown(Authenticator authenticator, HttpRequest request, Caller caller, InstantSource clock) {
        this(authenticator, () -> request, caller, clock);
    }

    /** @param latest request of that caller which was let in: its credential may be newer than that of the stream */
    public StillKnown(Authenticator authenticator, Supplier<HttpRequest> latest, Caller caller, InstantSource clock) {
        this.authenticator = authenticator;
        this.latest = latest;
        this.caller = caller;
        this.clock = clock;
        this.next = clock.instant().plus(BETWEEN);
    }

    @Override
    public boolean getAsBoolean() {
        Instant now = clock.instant();
        if (!now.isBefore(next)) {
            next = now.plus(BETWEEN);
            known = isLetIn();
        }
        return known;
    }

    /** A proof of possession (RFC 9449) is good for one request, so whoever brought one cannot be asked again. */
    private boolean isLetIn() {
        HttpRequest request = latest.get();
        if (request.headers().has("dpop")) {
            return true;
        }
        Authenticator.Outcome outcome = authenticator.authenticate(request);
        return outcome instanceof Authenticator.Identified found
                ? found.caller().bindingKey().equals(caller.bindingKey())
                : ((Authenticator.Refused) outcome).status() == CANNOT_SAY;
    }
}
