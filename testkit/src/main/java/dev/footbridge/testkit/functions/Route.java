package dev.footbridge.testkit.functions;

import java.util.Arrays;
import java.util.List;

/**
 * Which paths reach a function: literal segments in any case, <code>{name}</code> for one segment, <code>{name?}</code>
 * for one or none, and <code>{*name}</code> for all that follow. Constraints of a segment are not looked at.
 * Thread-safe.
 */
final class Route {

    private final List<String> segments;

    /** @param prefix of the host, may be empty */
    Route(String prefix, String template) {
        this.segments = segments(prefix + "/" + template);
    }

    boolean matches(String path) {
        List<String> asked = segments(path);
        for (int i = 0; i < segments.size(); i++) {
            String segment = segments.get(i);
            if (segment.startsWith("{*")) {
                return true;
            }
            boolean placed = segment.startsWith("{");
            if (i >= asked.size()) {
                return placed && segment.endsWith("?}") && i == segments.size() - 1;
            }
            if (!placed && !segment.equalsIgnoreCase(asked.get(i))) {
                return false;
            }
        }
        return asked.size() == segments.size();
    }

    private static List<String> segments(String path) {
        return Arrays.stream(path.split("/", -1))
                .filter(segment -> !segment.isEmpty())
                .toList();
    }
}
