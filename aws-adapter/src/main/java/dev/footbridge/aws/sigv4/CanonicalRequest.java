package dev.footbridge.aws.sigv4;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A request in the one spelling that is signed. Immutable. */
record CanonicalRequest(String method, String path, String query, Map<String, String> headers) {

    CanonicalRequest {
        headers = Map.copyOf(headers);
    }

    /** @param rawPath as it is sent, so that what is encoded in it is encoded once more */
    static CanonicalRequest of(String method, @Nullable String rawPath, @Nullable String rawQuery) {
        return new CanonicalRequest(
                method,
                encoded(normal(rawPath == null ? "" : rawPath), true),
                rawQuery == null || rawQuery.isEmpty() ? "" : sorted(rawQuery),
                Map.of());
    }

    /** A header that comes twice has its values one after the other. */
    CanonicalRequest with(String name, String value) {
        Map<String, String> all = new TreeMap<>(headers);
        all.merge(name.toLowerCase(Locale.ROOT), trimmed(value), (one, other) -> one + "," + other);
        return new CanonicalRequest(method, path, query, all);
    }

    CanonicalRequest with(Map<String, String> more) {
        CanonicalRequest all = this;
        for (Map.Entry<String, String> header : more.entrySet()) {
            all = all.with(header.getKey(), header.getValue());
        }
        return all;
    }

    String signedHeaders() {
        return String.join(";", new TreeMap<>(headers).keySet());
    }

    String text(String bodyHash) {
        StringBuilder text = new StringBuilder();
        text.append(method).append('\n').append(path).append('\n').append(query).append('\n');
        new TreeMap<>(headers)
                .forEach((name, value) ->
                        text.append(name).append(':').append(value).append('\n'));
        return text.append('\n')
                .append(signedHeaders())
                .append('\n')
                .append(bodyHash)
                .toString();
    }

    private static String trimmed(String value) {
        String stripped = value.strip();
        return stripped.contains("  ") ? stripped.replaceAll(" {2,}", " ") : stripped;
    }

    /** Without dots and empty segments (RFC 3986, 5.2.4). */
    private static String normal(String path) {
        Deque<String> segments = new ArrayDeque<>();
        for (String segment : path.split("/", -1)) {
            if (segment.equals("..")) {
                segments.pollLast();
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.addLast(segment);
            }
        }
        boolean folder = path.endsWith("/") || path.endsWith("/.") || path.endsWith("/..");
        return "/" + String.join("/", segments) + (folder && !segments.isEmpty() ? "/" : "");
    }

    private static String sorted(String query) {
        return Arrays.stream(query.split("&", -1))
                .filter(pair -> !pair.isEmpty())
                .map(CanonicalRequest::pair)
                .sorted((one, other) ->
                        one[0].equals(other[0]) ? one[1].compareTo(other[1]) : one[0].compareTo(other[0]))
                .map(pair -> pair[0] + "=" + pair[1])
                .collect(Collectors.joining("&"));
    }

    private static String[] pair(String text) {
        int equals = text.indexOf('=');
        String name = equals < 0 ? text : text.substring(0, equals);
        String value = equals < 0 ? "" : text.substring(equals + 1);
        return new String[] {encoded(decoded(name), false), encoded(decoded(value), false)};
    }

    private static String encoded(String text, boolean isPath) {
        return encoded(text.getBytes(StandardCharsets.UTF_8), isPath);
    }

    private static String encoded(byte[] utf8, boolean isPath) {
        StringBuilder out = new StringBuilder();
        for (byte b : utf8) {
            char c = (char) (b & 0xFF);
            if (isUnreserved(c) || (isPath && c == '/')) {
                out.append(c);
            } else {
                out.append('%')
                        .append(Character.toUpperCase(Character.forDigit(c >> 4, 16)))
                        .append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
            }
        }
        return out.toString();
    }

    private static byte[] decoded(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream(utf8.length);
        for (int i = 0; i < utf8.length; i++) {
            int high = utf8[i] == '%' && i + 2 < utf8.length ? Character.digit(utf8[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(utf8[i + 2], 16);
            out.write(low < 0 ? utf8[i] : high << 4 | low);
            i += low < 0 ? 0 : 2;
        }
        return out.toByteArray();
    }

    private static boolean isUnreserved(char c) {
        return (c >= 'A' && c <= 'Z')
                || (c >= 'a' && c <= 'z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '.'
                || c == '_'
                || c == '~';
    }
}
