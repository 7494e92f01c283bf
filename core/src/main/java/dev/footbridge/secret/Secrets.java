package dev.footbridge.secret;

import java.util.Map;
import java.util.Optional;

/**
 * Where a server finds the keys and passwords of the systems its tools use.
 *
 * <p>Thread-safe. Nothing is looked up before a tool asks for it, and a tool should ask whenever it needs one and keep
 * none, so that a secret can change while the server runs; an implementation that goes to a network keeps what it found
 * for a while. Names are the author's, never the client's: letters, digits, hyphens, underscores and dots, such as
 * {@code orders-api-key}.
 */
public interface Secrets {

    /** The secret of that name; empty if there is none. */
    Optional<Secret> find(String name);

    /** Where the secret of that name would be, in words for the operator that complete "looked for in". */
    String place(String name);

    /**
     * The secret of that name.
     *
     * @throws MissingSecretException if there is none; let it pass: the operator's log then says what is missing and
     *     where it was looked for, and the client gets a reference into that log
     */
    default Secret get(String name) {
        return find(name).orElseThrow(() -> new MissingSecretException(name, place(name)));
    }

    /** No secrets at all: what a server has that was told of none. */
    static Secrets none() {
        return new GivenSecrets(Map.of(), "no place at all, because none was given to McpServer.Builder.secrets");
    }

    /** Secrets that are at hand already, by name: for tests, and for platforms that hand them over at start. */
    static Secrets of(Map<String, Secret> known) {
        return new GivenSecrets(known, "those given when the server was built");
    }
}
