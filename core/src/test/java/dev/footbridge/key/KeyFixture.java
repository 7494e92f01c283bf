package dev.footbridge.key;

import dev.footbridge.http.Arrival;
import dev.footbridge.http.Bytes;
import dev.footbridge.http.Headers;
import dev.footbridge.http.HttpRequest;
import dev.footbridge.log.Log;
import dev.footbridge.secret.Secret;
import dev.footbridge.state.StateVersion;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A store that can be down, a clock that is set, a log that is kept, and what works with them. */
final class KeyFixture {

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    final FlakyStore store = new FlakyStore();
    final List<String> logged = new ArrayList<>();
    final Pepper pepper = new Pepper(List.of(pepper(1)));
    Instant now = NOON;
    final InstantSource clock = () -> now;
    final Log log = (level, id, message, cause) -> logged.add(message + " " + cause);
    final KeyIssuer issuer = new KeyIssuer(store, pepper, clock);
    final ApiKeyAuthenticator authenticator = new ApiKeyAuthenticator(store, pepper, clock, log);

    static Secret pepper(int fill) {
        byte[] bytes = new byte[Pepper.MIN_BYTES];
        Arrays.fill(bytes, (byte) fill);
        return Secret.of(bytes);
    }

    /** @param headers names and values in turn */
    static HttpRequest from(String address, String... headers) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (int i = 0; i < headers.length; i += 2) {
            values.computeIfAbsent(headers[i], unused -> new ArrayList<>()).add(headers[i + 1]);
        }
        Optional<String> remote = address.isEmpty() ? Optional.empty() : Optional.of(address);
        return new HttpRequest(
                "POST",
                "/mcp",
                "api_key=mcpk_live_x",
                new Headers(values),
                Bytes.EMPTY,
                new Arrival("r1", remote, Optional.empty(), true));
    }

    KeyIssuer.Issued made() {
        return issuer.create(terms());
    }

    KeyTerms terms() {
        return KeyTerms.of("alice", now);
    }

    /** Counts what it is asked for. */
    static final class FlakyStore implements KeyStore {
        private final Map<String, StoredKey> keys = new LinkedHashMap<>();
        boolean down;
        int asked;

        @Override
        public Optional<StoredKey> find(String id) {
            asked++;
            if (down) {
                throw new KeyStoreException("down", null);
            }
            return Optional.ofNullable(keys.get(id));
        }

        @Override
        public List<StoredKey> list() {
            return List.copyOf(keys.values());
        }

        @Override
        public Optional<StateVersion> put(KeyRecord key, StateVersion expected) {
            StoredKey old = keys.get(key.id());
            if (!expected.equals(old == null ? StateVersion.ABSENT : old.version())) {
                return Optional.empty();
            }
            StateVersion next = new StateVersion(expected.tag() + "+");
            keys.put(key.id(), new StoredKey(key, next));
            return Optional.of(next);
        }
    }
}
