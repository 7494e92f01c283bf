package dev.footbridge.oauth;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** When a token is good (RFC 7519 §4.1.4 to §4.1.6). */
record Lifetime(InstantSource clock, Duration skew, Duration longest) {

    /** For a token that speaks for itself: it must say when it began and when it ends. */
    void checkSigned(Claims claims) throws TokenException {
        Instant end = claims.time("exp").orElseThrow(() -> TokenException.invalid("The token has no exp."));
        Instant begin = claims.time("iat").orElseThrow(() -> TokenException.invalid("The token has no iat."));
        if (Duration.between(begin, end).compareTo(longest) > 0) {
            throw TokenException.invalid("The token lives longer than this server allows.");
        }
        checkNow(claims);
    }

    /** For whatever dates there are. */
    void checkNow(Claims claims) throws TokenException {
        Instant now = clock.instant();
        Optional<Instant> end = claims.time("exp");
        if (end.isPresent() && !now.isBefore(end.get().plus(skew))) {
            throw TokenException.invalid("The token has expired.");
        }
        if (isAhead(claims.time("nbf"), now) || isAhead(claims.time("iat"), now)) {
            throw TokenException.invalid("The token is not valid yet.");
        }
    }

    private boolean isAhead(Optional<Instant> begin, Instant now) {
        return begin.isPresent() && begin.get().isAfter(now.plus(skew));
    }
}
