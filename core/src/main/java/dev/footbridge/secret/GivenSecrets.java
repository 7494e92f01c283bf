package dev.footbridge.secret;

import java.util.Map;
import java.util.Optional;

/** Secrets that were known from the start. */
record GivenSecrets(Map<String, Secret> known, String place) implements Secrets {

    GivenSecrets {
        known = Map.copyOf(known);
    }

    @Override
    public Optional<Secret> find(String name) {
        return Optional.ofNullable(known.get(name));
    }

    @Override
    public String place(String name) {
        return place;
    }
}
