package dev.footbridge.tools.files;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts what an answer leaves out although it is neither hidden nor ignored. Not thread-safe. */
final class LeftOut {

    private final Map<Reason, Long> counts = new EnumMap<>(Reason.class);

    /** Why a walk does not show an entry, or not what is in it. */
    enum Reason {
        UNSERVED_NAME("with a name that cannot be served", "with names that cannot be served"),
        SPECIAL("pipe, socket or device", "pipes, sockets or devices"),
        FORBIDDEN("without permission to read", "without permission to read"),
        TOO_DEEP(
                "folder " + Walk.MAX_DEPTH + " levels down, not looked into (name it in `path`)",
                "folders " + Walk.MAX_DEPTH + " levels down, not looked into (name them in `path`)");

        private final String one;
        private final String many;

        Reason(String one, String many) {
            this.one = one;
            this.many = many;
        }
    }

    void add(Reason reason) {
        counts.merge(reason, 1L, Long::sum);
    }

    /** Such as {@code 2 with names that cannot be served}; empty if nothing is left out. */
    List<String> parts() {
        List<String> parts = new ArrayList<>();
        counts.forEach((reason, count) -> parts.add(Shown.count(count, reason.one, reason.many)));
        return parts;
    }
}
