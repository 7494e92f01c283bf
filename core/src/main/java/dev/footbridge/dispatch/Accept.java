package dev.footbridge.dispatch;

import dev.footbridge.http.Headers;
import java.util.List;
import java.util.Locale;

/**
 * What a client says it reads. Lenient: a client that says nothing, or anything at all, gets JSON.
 *
 * @param json one whole answer
 * @param stream a stream of events; only where the client names it
 */
record Accept(boolean json, boolean stream) {

    static final String JSON = "application/json";
    static final String STREAM = "text/event-stream";

    /** What the protocol asks clients to send, word for word as nearly all of them do. */
    private static final String USUAL = JSON + ", " + STREAM;

    private static final Accept BOTH = new Accept(true, true);

    static Accept of(Headers headers) {
        List<String> values = headers.all("accept");
        if (values.isEmpty()) {
            return new Accept(true, false);
        }
        if (values.size() == 1 && values.get(0).equals(USUAL)) {
            return BOTH;
        }
        boolean json = false;
        boolean stream = false;
        for (String range : String.join(",", values).toLowerCase(Locale.ROOT).split(",", -1)) {
            String[] parts = range.split(";", -1);
            String type = parts[0].trim();
            if (isRefused(parts)) {
                continue;
            }
            json |= type.equals(JSON) || type.equals("application/*") || type.equals("*/*");
            stream |= type.equals(STREAM) || type.equals("text/*");
        }
        return new Accept(json, stream);
    }

    boolean nothing() {
        return !json && !stream;
    }

    /** A weight of zero means "not this" (RFC 9110 §12.4.2). */
    private static boolean isRefused(String[] parts) {
        for (String part : parts) {
            String weight = part.trim();
            if (weight.equals("q=0") || (weight.startsWith("q=0.") && "000".startsWith(weight.substring(4)))) {
                return true;
            }
        }
        return false;
    }
}
