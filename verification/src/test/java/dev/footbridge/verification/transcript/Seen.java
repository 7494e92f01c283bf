package dev.footbridge.verification.transcript;

import dev.footbridge.http.Bytes;
import dev.footbridge.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers as texts that can be compared: status, headers and body, each byte of it one character. This is the one place
 * that says what may be different between two servers that do the same.
 */
public final class Seen {

    /** What servers, front doors and connections say for themselves. */
    private static final Set<String> OF_THE_WAY =
            Set.of("connection", "content-length", "date", "keep-alive", "transfer-encoding");

    /** The host of Azure Functions adds it to every text, and a type to what is empty. All of our texts are UTF-8. */
    private static final String CHARSET = "; charset=utf-8";

    /** Drawn at random by a server or by the place it runs in. Each becomes the number of its first appearance. */
    private static final Pattern RANDOM = Pattern.compile(String.join(
            "|",
            "(?<=mcp-session-id: )\\S+",
            // requests and questions of the server
            "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
            // the request as the operator's log knows it
            "(?<=Reference: )[\\w-]+",
            // streams
            "(?<=\nid: )[0-9a-f]{32}",
            // what is sealed
            "(?<=\"(requestState|nextCursor)\":\")[^\"]+",
            // handles
            "(?<=\"text\":\")[\\w-]{32}[0-9a-f]{8}(?=\")"));

    private final Map<String, String> numbers = new HashMap<>();

    private Seen() {}

    /** In the order of the answers. */
    public static List<String> texts(List<HttpResponse> answers) {
        Seen seen = new Seen();
        List<String> texts = new ArrayList<>();
        for (HttpResponse answer : answers) {
            texts.add(seen.numbered(text(answer)));
        }
        return texts;
    }

    private static String text(HttpResponse answer) {
        StringBuilder text = new StringBuilder("HTTP " + answer.status());
        byte[] body = ((Bytes) answer.body()).array();
        new TreeMap<>(answer.headers().values()).forEach((name, values) -> {
            boolean ours = !OF_THE_WAY.contains(name) && !(name.equals("content-type") && body.length == 0);
            if (ours) {
                text.append('\n').append(name).append(": ").append(value(name, String.join(", ", values)));
            }
        });
        return text.append("\n\n")
                .append(new String(body, StandardCharsets.ISO_8859_1))
                .toString();
    }

    private static String value(String name, String value) {
        boolean added = name.equals("content-type") && value.endsWith(CHARSET);
        return added ? value.substring(0, value.length() - CHARSET.length()) : value;
    }

    private String numbered(String text) {
        Matcher random = RANDOM.matcher(text);
        return random.replaceAll(found -> numbers.computeIfAbsent(found.group(), unused -> "#" + (numbers.size() + 1)));
    }
}
