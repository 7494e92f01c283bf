package dev.footbridge.processor.model;

import java.util.List;

/**
 * A component of a record, or a parameter of a method.
 *
 * @param shape of the value itself, without the {@code Optional} or {@code Presence} around it
 * @param fallback the default; {@link Fallback#NONE} unless {@link Occurrence#DEFAULTED}
 * @param title empty for none, as are description and header
 * @param header the part after {@code Mcp-Param-}
 * @param examples good values, as JSON
 * @param hint a good value as people write it, for messages; empty for none
 */
public record Member(
        String javaName,
        String wireName,
        Shape shape,
        Occurrence occurrence,
        Fallback fallback,
        String title,
        String description,
        String header,
        List<String> examples,
        String hint) {

    public Member {
        examples = List.copyOf(examples);
    }

    /** Whether a value has to be there, and what Java sees where it is not. */
    public enum Occurrence {
        /** It has to be there. */
        REQUIRED,
        /** It may be left out: then the default stands for it. */
        DEFAULTED,
        /** {@code @Nullable}: it may be left out or null, and both are null in Java. */
        NULLABLE,
        /** {@code Optional}. */
        OPTIONAL,
        /** {@code OptionalInt}, {@code OptionalLong} or {@code OptionalDouble}; the shape is the primitive. */
        OPTIONAL_NUMBER,
        /** {@code Presence}. */
        PRESENCE;

        /** True if the schema lists it as required in arguments. */
        public boolean isRequired() {
            return this == REQUIRED;
        }

        /** True if the schema allows null in arguments. */
        public boolean allowsNull() {
            return this == NULLABLE || this == PRESENCE;
        }
    }

    /**
     * A default.
     *
     * @param json as the schema has it
     * @param java an expression of the member's Java type; for {@code BigDecimal} and {@code BigInteger} the string
     *     literal they are made from
     */
    public record Fallback(String json, String java) {

        public static final Fallback NONE = new Fallback("", "");
    }
}
