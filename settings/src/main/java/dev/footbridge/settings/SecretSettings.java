package dev.footbridge.settings;

import dev.footbridge.secret.HeldSecret;
import dev.footbridge.secret.SecretSourceException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Where the secrets of the server and of its tools are. Nothing is read before somebody needs it.
 *
 * @param audit the key of the audit, in hexadecimal digits
 * @param peppers what API keys are hashed with, in hexadecimal digits, the newest first
 * @param sealing the keys that seal what clients carry, as {@code KeyRing.parse} reads them
 * @param nonces what the nonces of DPoP proofs are made with, in hexadecimal digits
 * @param tools those that tools ask for, by name
 * @param all every one that the settings refer to, by its place in them
 */
public record SecretSettings(
        Optional<HeldSecret> audit,
        List<HeldSecret> peppers,
        Optional<HeldSecret> sealing,
        Optional<HeldSecret> nonces,
        Map<String, HeldSecret> tools,
        Map<String, HeldSecret> all) {

    public static final SecretSettings NONE =
            new SecretSettings(Optional.empty(), List.of(), Optional.empty(), Optional.empty(), Map.of(), Map.of());

    public SecretSettings {
        peppers = List.copyOf(peppers);
        tools = Map.copyOf(tools);
        all = Map.copyOf(all);
    }

    /** Reads each, so that what is missing is known at start; one sentence for each that cannot be read. */
    public List<String> unreadable() {
        return unreadable(secret -> true);
    }

    /** As {@link #unreadable()}, of some of them only. */
    public List<String> unreadable(Predicate<HeldSecret> which) {
        List<String> problems = new ArrayList<>();
        all.forEach((place, secret) -> {
            try {
                if (which.test(secret)) {
                    secret.get();
                }
            } catch (SecretSourceException unreadable) {
                problems.add(place + " cannot be read: " + unreadable.getMessage());
            }
        });
        problems.sort(null);
        return problems;
    }
}
