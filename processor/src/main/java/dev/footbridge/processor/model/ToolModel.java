package dev.footbridge.processor.model;

import java.util.List;

/**
 * A tool.
 *
 * @param effect the name of an {@code Effect} constant
 * @param timeoutMillis 0 for the server's own
 * @param terms what a call needs beside its arguments
 * @param arguments the record that is all arguments, or the parameters as one (then without a Java type)
 */
public record ToolModel(
        Target target,
        String name,
        String title,
        String description,
        String icon,
        String effect,
        boolean openWorld,
        long timeoutMillis,
        Terms terms,
        Definition.RecordType arguments,
        Result result) {

    /**
     * What a call needs beside its arguments.
     *
     * @param scopes all of which a caller needs
     * @param rate such as {@code 10/min}; empty for none
     */
    public record Terms(List<String> scopes, String rate, int cost, boolean recordedFirst) {
        public static final Terms USUAL = new Terms(List.of(), "", 1, false);

        public Terms {
            scopes = List.copyOf(scopes);
        }
    }

    /** What the method returns. */
    public sealed interface Result {

        /** {@code void}. */
        record Nothing() implements Result {}

        /** {@code String}. */
        record Text() implements Result {}

        /** {@code ToolResult}. */
        record Whole() implements Result {}

        /** {@code Content}, or a collection or stream of it. */
        record Blocks() implements Result {}

        /**
         * Everything else.
         *
         * @param occurrence REQUIRED, NULLABLE or OPTIONAL
         */
        record Structured(Shape shape, Member.Occurrence occurrence) implements Result {}
    }
}
