package dev.footbridge.local;

import dev.footbridge.http.Headers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/** The status line and the header fields of one response as they go over the wire (RFC 9112 §4). Used by one thread. */
final class ResponseHead {

    /** Said by the adapter alone: where a body ends, and what becomes of the connection. */
    private static final Set<String> OURS = Set.of("connection", "content-length", "date", "transfer-encoding");

    private static final String LINE_END = "\r\n";

    private final StringBuilder text = new StringBuilder(512);

    /** The reason phrase is empty, as RFC 9112 lets it be: nobody may rely on it. */
    ResponseHead(int status, Headers headers) {
        text.append("HTTP/1.1 ").append(status).append(' ').append(LINE_END);
        with("date", HttpDate.now());
        headers.values().forEach((name, all) -> {
            if (!OURS.contains(name)) {
                all.forEach(value -> with(name, value));
            }
        });
    }

    ResponseHead with(String name, String value) {
        text.append(name).append(": ");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean control = (c < ' ' && c != '\t') || c == 0x7f;
            text.append(control ? ' ' : c);
        }
        text.append(LINE_END);
        return this;
    }

    /** The head with the body behind it. */
    byte[] before(byte[] body) {
        byte[] head = text.append(LINE_END).toString().getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return all;
    }
}
