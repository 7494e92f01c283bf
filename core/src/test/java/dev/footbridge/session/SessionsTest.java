package dev.footbridge.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.call.AuthMethod;
import dev.footbridge.call.Caller;
import dev.footbridge.call.Client;
import dev.footbridge.protocol.LogLevel;
import dev.footbridge.protocol.ProtocolVersion;
import dev.footbridge.state.MemoryStateStore;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SessionsTest {

    private static final Caller ALICE = new Caller("default", "issuer", "alice", Set.of());
    private static final Caller BOB = new Caller("default", "issuer", "bob", Set.of());

    private Instant now = Instant.parse("2026-11-22T12:00:00Z");
    private final SessionLimits limits = new SessionLimits(Duration.ofMinutes(30), Duration.ofHours(12), 3);
    private final MemoryStateStore store = new MemoryStateStore(() -> now);
    private final Sessions sessions = new Sessions(store, () -> now, limits);

    private Session begin(Caller caller) {
        return sessions.begin(caller, ProtocolVersion.V2025_11_25, Client.UNKNOWN);
    }

    @Test
    void idsAre256RandomBitsInVisibleAscii() {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            ids.add(begin(ALICE).id());
        }

        assertThat(ids).hasSize(100).allMatch(id -> id.matches("[A-Za-z0-9_-]{43}"));
    }

    @Test
    void sessionIsFoundOnlyByTheCallerThatBeganIt() {
        String id = begin(ALICE).id();

        assertThat(sessions.resume(id, BOB)).isEmpty();
        assertThat(sessions.end(id, BOB)).isFalse();
        assertThat(sessions.resume(id, ALICE)).isPresent();
    }

    /** Another key of the same owner may be for less. */
    @Test
    void sessionIsOfTheClientThatBeganIt() {
        Caller narrow = key("narrow");
        String id = begin(key("wide")).id();

        assertThat(sessions.resume(id, narrow)).isEmpty();
        assertThat(sessions.end(id, narrow)).isFalse();
        assertThat(sessions.resume(id, key("wide"))).isPresent();
    }

    private static Caller key(String id) {
        return Caller.named("apikey", "alice", AuthMethod.API_KEY).client(id).build();
    }

    @Test
    void idleSessionIsOverAfterHalfAnHour() {
        String id = begin(ALICE).id();

        now = now.plus(Duration.ofMinutes(29));
        assertThat(sessions.resume(id, ALICE)).isPresent();
        now = now.plus(Duration.ofMinutes(29));
        assertThat(sessions.resume(id, ALICE)).isPresent();
        now = now.plus(Duration.ofMinutes(30));

        assertThat(sessions.resume(id, ALICE)).isEmpty();
    }

    @Test
    void sessionIsOverAfterTwelveHoursHoweverMuchItIsUsed() {
        String id = begin(ALICE).id();

        for (int i = 0; i < 12 * 60 / 20 - 1; i++) {
            now = now.plus(Duration.ofMinutes(20));
            assertThat(sessions.resume(id, ALICE)).isPresent();
        }
        now = now.plus(Duration.ofMinutes(20));

        assertThat(sessions.resume(id, ALICE)).isEmpty();
    }

    @Test
    void oneSessionTooManyEndsOneThatWasNeverUsed() {
        String used = begin(ALICE).id();
        now = now.plusMillis(1);
        sessions.resume(used, ALICE);
        String unused = begin(ALICE).id();
        String alsoUnused = begin(ALICE).id();
        String newest = begin(ALICE).id();

        assertThat(sessions.resume(unused, ALICE)).isEmpty();
        assertThat(sessions.resume(used, ALICE)).isPresent();
        assertThat(sessions.resume(alsoUnused, ALICE)).isPresent();
        assertThat(sessions.resume(newest, ALICE)).isPresent();
    }

    @Test
    void oneSessionTooManyEndsTheOneLeastRecentlyUsed() {
        String first = useNew();
        String second = useNew();
        useNew();
        now = now.plus(Duration.ofMinutes(1));
        sessions.resume(first, ALICE);

        String newest = useNew();

        assertThat(sessions.resume(second, ALICE)).isEmpty();
        assertThat(sessions.resume(first, ALICE)).isPresent();
        assertThat(sessions.resume(newest, ALICE)).isPresent();
    }

    private String useNew() {
        String id = begin(ALICE).id();
        now = now.plusSeconds(1);
        sessions.resume(id, ALICE);
        return id;
    }

    @Test
    void sessionsThatEndedByThemselvesMakeRoom() {
        begin(ALICE);
        begin(ALICE);
        now = now.plus(Duration.ofMinutes(29));
        String kept = useNew();
        now = now.plus(Duration.ofMinutes(5));

        String newest = begin(ALICE).id();

        assertThat(sessions.resume(kept, ALICE)).isPresent();
        assertThat(sessions.resume(newest, ALICE)).isPresent();
    }

    @Test
    void nobodyElsesSessionsMakeRoom() {
        String bobs = begin(BOB).id();

        for (int i = 0; i < 10; i++) {
            begin(ALICE);
        }

        assertThat(sessions.resume(bobs, BOB)).isPresent();
    }

    @Test
    void endedSessionIsGone() {
        String id = begin(ALICE).id();

        assertThat(sessions.end(id, ALICE)).isTrue();

        assertThat(sessions.resume(id, ALICE)).isEmpty();
        assertThat(sessions.end(id, ALICE)).isFalse();
    }

    @Test
    void whatAClientWantsIsRemembered() {
        String id = begin(ALICE).id();

        sessions.change(
                id, ALICE, session -> session.withLogLevel(LogLevel.ERROR).withSubscription("test://a"));

        Session session = sessions.resume(id, ALICE).orElseThrow();
        assertThat(session.logLevel()).isEqualTo(LogLevel.ERROR);
        assertThat(session.subscriptions()).containsExactly("test://a");
        assertThat(session.revision()).isEqualTo(ProtocolVersion.V2025_11_25);
    }

    @Test
    void changingAnEndedSessionDoesNotBringItBack() {
        String id = begin(ALICE).id();
        sessions.end(id, ALICE);

        sessions.change(id, ALICE, session -> session.withLogLevel(LogLevel.ERROR));

        assertThat(sessions.resume(id, ALICE)).isEmpty();
    }
}
