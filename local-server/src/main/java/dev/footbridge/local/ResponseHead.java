package dev.footbridge.local;

import dev.footbridge.http.Headers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.apache.hc.core5.http.impl.EnglishReasonPhraseCatalog;

/** The status line and the header fields of one response as they go over the wire (RFC 9112 §4). Used by one thread. */
final class ResponseHead {

    private static final String LINE_END = "\r\n";

    private final StringBuilder text = new StringBuilder(512);

    ResponseHead(int status, Headers headers) {
        String reason = EnglishReasonPhraseCatalog.INSTANCE.getReason(status, Locale.ROOT);
        text.append("HTTP/1.1 ").append(status).append(' ').append(Objects.requireNonNullElse(reason, ""));
        text.append(LINE_END);
        with("date", HttpDate.now());
        headers.values().forEach((name, all) -> all.forEach(value -> with(name, value)));
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

    /** The head with the body behind it: what goes out at once arrives at once. */
    byte[] before(byte[] body) {
        byte[] head = text.append(LINE_END).toString().getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return all;
    }
}
