package dev.footbridge.protocol;

import dev.footbridge.json.JsonObject;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The caller's trace (W3C Trace Context and Baggage), read from the reserved keys of {@code _meta}. Garbage counts as
 * absent, as W3C asks.
 */
public record Trace(Optional<String> traceparent, Optional<String> tracestate, Optional<String> baggage) {

    public static final Trace NONE = new Trace(Optional.empty(), Optional.empty(), Optional.empty());

    /** {@code version-traceid-parentid-flags}: {@code h} stands for a lower-case hexadecimal digit. */
    private static final String TRACEPARENT = "hh-" + "h".repeat(32) + "-" + "h".repeat(16) + "-hh";

    private static final int MAX_LENGTH = 8192;

    public static Trace from(JsonObject meta) {
        if (!meta.has("traceparent") && !meta.has("baggage")) {
            return NONE;
        }
        Optional<String> parent = meta.string("traceparent").filter(Trace::isTraceparent);
        Optional<String> state = parent.flatMap(unused -> plain(meta, "tracestate"));
        return new Trace(parent, state, plain(meta, "baggage"));
    }

    /** The trace that the caller's work belongs to: 32 hexadecimal digits. */
    public Optional<String> traceId() {
        return traceparent.map(parent -> parent.substring(3, 35));
    }

    private static boolean isTraceparent(String text) {
        return text.length() == TRACEPARENT.length()
                && IntStream.range(0, text.length()).allMatch(i -> fits(text.charAt(i), TRACEPARENT.charAt(i)))
                && !text.startsWith("ff")
                && !text.startsWith("0".repeat(32), 3)
                && !text.startsWith("0".repeat(16), 36);
    }

    private static boolean fits(char c, char expected) {
        return expected == 'h' ? (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') : c == expected;
    }

    private static Optional<String> plain(JsonObject meta, String key) {
        return meta.string(key)
                .filter(text -> text.length() <= MAX_LENGTH && text.chars().allMatch(c -> c >= 0x20 && c < 0x7f));
    }
}
