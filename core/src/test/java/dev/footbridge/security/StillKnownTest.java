package dev.footbridge.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.call.AuthMethod;
import dev.footbridge.call.Caller;
import dev.footbridge.http.Arrival;
import dev.footbridge.http.Bytes;
import dev.footbridge.http.Headers;
import dev.footbridge.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class StillKnownTest {

    private static final Caller ANN = caller("ann");

    private Instant now = Instant.EPOCH;
    private Authenticator.Outcome outcome = new Authenticator.Identified(ANN);

    @Test
    void aCredentialThatWasTakenBackEndsTheStreamWithinAMinute() {
        StillKnown known = known(Headers.NONE);
        outcome = new Authenticator.Refused(401, "", "The key is not valid.");
        now = now.plus(Duration.ofSeconds(59));
        assertThat(known.getAsBoolean()).isTrue();

        now = now.plus(Duration.ofSeconds(1));

        assertThat(known.getAsBoolean()).isFalse();
        assertThat(known.getAsBoolean()).isFalse();
    }

    @Test
    void aCredentialThatIsSomebodyElsesByNowEndsIt() {
        StillKnown known = known(Headers.NONE);
        outcome = new Authenticator.Identified(caller("bob"));
        now = now.plus(Duration.ofMinutes(1));

        assertThat(known.getAsBoolean()).isFalse();
    }

    @Test
    void aGoodOneAndOneThatCannotBeJudgedNowGoOn() {
        StillKnown known = known(Headers.NONE);
        now = now.plus(Duration.ofMinutes(1));
        assertThat(known.getAsBoolean()).isTrue();

        outcome = new Authenticator.Refused(503, "", "Try again later.");
        now = now.plus(Duration.ofMinutes(1));

        assertThat(known.getAsBoolean()).isTrue();
    }

    @Test
    void aProofOfOneRequestIsNotAskedForTwice() {
        StillKnown known = known(Headers.of("dpop", "proof"));
        outcome = new Authenticator.Refused(401, "", "The proof was used before.");
        now = now.plus(Duration.ofMinutes(1));

        assertThat(known.getAsBoolean()).isTrue();
    }

    private StillKnown known(Headers headers) {
        HttpRequest request = new HttpRequest("GET", "/mcp", "", headers, Bytes.utf8(""), Arrival.unknown("r"));
        return new StillKnown(asked -> outcome, request, ANN, () -> now);
    }

    private static Caller caller(String subject) {
        return Caller.named("test", subject, AuthMethod.TOKEN).build();
    }
}
