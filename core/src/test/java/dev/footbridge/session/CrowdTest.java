package dev.footbridge.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footbridge.call.Caller;
import dev.footbridge.call.Client;
import dev.footbridge.protocol.ErrorCode;
import dev.footbridge.protocol.ProtocolVersion;
import dev.footbridge.protocol.RpcException;
import dev.footbridge.state.MemoryStateStore;
import dev.footbridge.state.StateEntry;
import dev.footbridge.state.StateKey;
import dev.footbridge.state.StateStore;
import dev.footbridge.state.StateVersion;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** One caller that begins many sessions at once, in many instances. */
class CrowdTest {

    private static final Caller ALICE = new Caller("default", "issuer", "alice", Set.of());
    private static final int MOST = 5;

    private final WatchedStore store = new WatchedStore();
    private final Sessions sessions = new Sessions(
            store, InstantSource.system(), new SessionLimits(Duration.ofMinutes(30), Duration.ofHours(12), MOST));

    private Session begin() {
        return sessions.begin(ALICE, ProtocolVersion.V2025_11_25, Client.UNKNOWN);
    }

    @Test
    void noMoreLiveThanMayHoweverManyBeginAtOnce() throws Exception {
        store.distance = Duration.ofMillis(1);
        Queue<RpcException> refused = new ConcurrentLinkedQueue<>();
        List<Thread> clients = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            clients.add(new Thread(() -> beginMany(refused)));
        }

        clients.forEach(Thread::start);
        for (Thread client : clients) {
            client.join();
        }

        assertThat(store.sessions()).hasSizeLessThanOrEqualTo(MOST);
        assertThat(store.noted()).hasSizeLessThanOrEqualTo(MOST).containsAll(store.sessions());
        assertThat(refused).allMatch(refusal -> refusal.error().code() == ErrorCode.BUSY);
    }

    private void beginMany(Queue<RpcException> refused) {
        for (int i = 0; i < 20; i++) {
            try {
                begin();
            } catch (RpcException refusal) {
                refused.add(refusal);
            }
        }
    }

    @Test
    void nothingIsLeftOfASessionThatCannotBeNoted() {
        store.losesIndex = true;

        assertThatThrownBy(this::begin).isInstanceOf(RpcException.class).hasMessageContaining("try again");

        assertThat(store.sessions()).isEmpty();
    }

    @Test
    void sessionThatHadToGoBeforeItWasThereDoesNotBegin() {
        store.beforeSession = () -> {
            for (int i = 0; i < MOST; i++) {
                Session other = begin();
                LockSupport.parkNanos(2_000_000);
                sessions.resume(other.id(), ALICE);
            }
        };

        assertThatThrownBy(this::begin).isInstanceOf(RpcException.class).hasMessageContaining("try again");

        assertThat(store.sessions()).hasSize(MOST);
        assertThat(store.noted()).containsAll(store.sessions());
    }

    @Test
    void sessionOnItsWayStaysWhereOthersWereNeverUsed() {
        store.beforeSession = () -> {
            for (int i = 0; i < MOST; i++) {
                begin();
            }
        };

        String id = begin().id();

        assertThat(sessions.resume(id, ALICE)).isPresent();
        assertThat(store.sessions()).hasSize(MOST);
    }

    @Test
    void sessionOnItsWayStaysWhileOthersAreMissedLess() {
        for (int i = 0; i < MOST; i++) {
            begin();
        }
        LockSupport.parkNanos(2_000_000);
        store.beforeSession = this::begin;

        String id = begin().id();

        assertThat(sessions.resume(id, ALICE)).isPresent();
        assertThat(store.sessions()).hasSize(MOST);
    }

    @Test
    void beginningTakesThreeCallsOfTheStore() {
        begin();
        int before = store.calls.get();

        begin();

        assertThat(store.calls.get() - before).isEqualTo(3);
    }

    /** Knows what lives in it, and lets a test happen between one call and the next. */
    private static final class WatchedStore implements StateStore {

        private final MemoryStateStore inner = new MemoryStateStore(InstantSource.system());
        private final Set<StateKey> written = ConcurrentHashMap.newKeySet();
        private final AtomicInteger calls = new AtomicInteger();
        private Duration distance = Duration.ZERO;
        private boolean losesIndex;
        private Runnable beforeSession = () -> {};

        @Override
        public Optional<StateEntry> get(StateKey key) {
            travel();
            return inner.get(key);
        }

        @Override
        public Optional<StateVersion> put(StateKey key, String value, StateVersion expected, Instant deadline) {
            travel();
            written.add(key);
            if (losesIndex && isIndex(key)) {
                return Optional.empty();
            }
            if (key.name().startsWith("session/")) {
                Runnable once = beforeSession;
                beforeSession = () -> {};
                once.run();
            }
            return inner.put(key, value, expected, deadline);
        }

        @Override
        public boolean remove(StateKey key, StateVersion expected) {
            travel();
            return inner.remove(key, expected);
        }

        private void travel() {
            calls.incrementAndGet();
            LockSupport.parkNanos(distance.toNanos());
        }

        private static boolean isIndex(StateKey key) {
            return key.name().startsWith("sessions-of/");
        }

        private List<String> sessions() {
            return written.stream()
                    .filter(key -> key.name().startsWith("session/"))
                    .filter(key -> inner.get(key)
                            .filter(entry -> !entry.value().isEmpty())
                            .isPresent())
                    .map(key -> key.name().substring("session/".length()))
                    .toList();
        }

        private List<String> noted() {
            return written.stream()
                    .filter(WatchedStore::isIndex)
                    .flatMap(key -> inner.get(key).stream())
                    .flatMap(entry -> entry.value().lines())
                    .map(line -> line.split(" ", 2)[0])
                    .toList();
        }
    }
}
