package dev.footbridge.secret;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Secrets in environment variables: {@code orders-api-key} is in {@code FOOTBRIDGE_SECRET_ORDERS_API_KEY}. Immutable.
 *
 * <p>The prefix keeps tools away from every other variable of the process. Names that differ only in case, hyphens,
 * dots and underscores are one variable. An empty variable counts as missing.
 */
public final class EnvironmentSecrets implements Secrets {

    private static final String PREFIX = "FOOTBRIDGE_SECRET_";

    private final Map<String, String> environment;

    /** @param environment the variables of the process; an adapter knows them */
    public EnvironmentSecrets(Map<String, String> environment) {
        this.environment = environment;
    }

    /** @throws IllegalArgumentException if the name has other characters than those {@link Secrets} allows */
    @Override
    public Optional<Secret> find(String name) {
        return Optional.ofNullable(environment.get(variable(name)))
                .filter(text -> !text.isEmpty())
                .map(Secret::ofText);
    }

    @Override
    public String place(String name) {
        return "the environment variable " + variable(name);
    }

    private static String variable(String name) {
        if (name.isEmpty() || !name.chars().allMatch(EnvironmentSecrets::isAllowed)) {
            throw new IllegalArgumentException(
                    "the name of a secret is made of letters, digits, hyphens, underscores and dots");
        }
        return PREFIX + name.toUpperCase(Locale.ROOT).replace('-', '_').replace('.', '_');
    }

    private static boolean isAllowed(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "-_.".indexOf(c) >= 0;
    }
}
