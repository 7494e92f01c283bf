package dev.footbridge.secret;

import java.util.Map;
import java.util.Optional;

/**
 * Secrets of tools where settings say by name where each is, and others elsewhere. Thread-safe.
 *
 * @param others where those are that the settings do not name
 */
public record NamedSecrets(Map<String, HeldSecret> named, Secrets others) implements Secrets {

    public NamedSecrets {
        named = Map.copyOf(named);
    }

    /** @throws SecretSourceException if it is named, and its source has none or does not answer */
    @Override
    public Optional<Secret> find(String name) {
        HeldSecret held = named.get(name);
        return held == null ? others.find(name) : Optional.of(held.get());
    }

    @Override
    public String place(String name) {
        HeldSecret held = named.get(name);
        return held == null ? others.place(name) : held.toString();
    }
}
