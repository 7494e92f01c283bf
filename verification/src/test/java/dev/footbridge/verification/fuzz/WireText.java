package dev.footbridge.verification.fuzz;

import dev.footbridge.http.Arrival;
import dev.footbridge.http.Bytes;
import dev.footbridge.http.Headers;
import dev.footbridge.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Any bytes as a request, much as they would stand on the wire: a method and a path, lines of headers, an empty line,
 * the body. What no adapter lets through, such as control characters in values, is let through here.
 */
final class WireText {

    private WireText() {}

    static HttpRequest request(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\n\n");
        int headEnd = end < 0 ? text.length() : end;
        int bodyStart = end < 0 ? text.length() : end + 2;
        List<String> lines = List.of(text.substring(0, headEnd).split("\n", -1));
        String[] line = lines.get(0).split(" ", 2);
        String[] target = (line.length < 2 ? "/mcp" : line[1]).split("\\?", 2);
        return new HttpRequest(
                line[0],
                target[0],
                target.length < 2 ? "" : target[1],
                headers(lines.subList(1, lines.size())),
                Bytes.of(Arrays.copyOfRange(bytes, bodyStart, bytes.length)),
                Arrival.unknown("fuzz"));
    }

    private static Headers headers(List<String> lines) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        for (String line : lines) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                all.computeIfAbsent(line.substring(0, colon), name -> new ArrayList<>())
                        .add(line.substring(colon + 1));
            }
        }
        return new Headers(all);
    }
}
