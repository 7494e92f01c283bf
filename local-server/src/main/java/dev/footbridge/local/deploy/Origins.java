package dev.footbridge.local.deploy;

import dev.footbridge.security.OriginGuard;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Origins of web pages in a parameter: one that no browser sends keeps the function from starting. */
final class Origins {

    private static final List<String> NAMES = List.of("AllowedOrigins", "allowedOrigins");

    private Origins() {}

    /** In a sentence that begins with the parameter's name. */
    static Optional<String> problem(Map<String, String> values) {
        return NAMES.stream()
                .flatMap(name -> problem(name, values.getOrDefault(name, "")).stream())
                .findFirst();
    }

    private static Optional<String> problem(String name, String value) {
        try {
            new OriginGuard(
                    List.of(),
                    value.isBlank() ? List.of() : List.of(value.strip().split("\\s+", -1)));
            return Optional.empty();
        } catch (IllegalArgumentException unusable) {
            return Optional.of(name + ": " + unusable.getMessage());
        }
    }
}
