package dev.footbridge.processor.schema;

import dev.footbridge.processor.model.Member.Occurrence;

/** Which way a value travels. */
enum Side {
    /** From the client; the reader checks every rule. */
    INPUT,
    /** To the client; a value is what its Java type can be. */
    OUTPUT;

    /** Whether rules about values are said. */
    boolean constrains() {
        return this == INPUT;
    }

    /** Whether a member is always there. */
    boolean requires(Occurrence occurrence) {
        return switch (occurrence) {
            case REQUIRED -> true;
            case DEFAULTED, NULLABLE -> this == OUTPUT;
            case OPTIONAL, OPTIONAL_NUMBER, PRESENCE -> false;
        };
    }
}
