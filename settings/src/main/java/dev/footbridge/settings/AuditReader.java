package dev.footbridge.settings;

import dev.footbridge.audit.AuditSettings;
import dev.footbridge.audit.AuditSettings.Detail;
import dev.footbridge.json.StrictObject;
import java.util.List;

/** Reads the member {@code audit}: {@code arguments}, {@code subjects} and {@code recorded_first}. */
final class AuditReader {

    private AuditReader() {}

    static AuditSettings read(StrictObject audit) {
        boolean redacted = second(audit, "arguments", "digest", "redacted");
        boolean plain = second(audit, "subjects", "digest", "plain");
        List<String> first = audit.texts("recorded_first");
        audit.end();
        return new AuditSettings(redacted ? Detail.REDACTED : Detail.DIGEST, plain, List.of())
                .recordingFirst(first.toArray(new String[0]));
    }

    /** True for the second of two words. */
    private static boolean second(StrictObject audit, String name, String usual, String other) {
        String value = audit.text(name).orElse(usual);
        if (!value.equals(usual) && !value.equals(other)) {
            audit.problem(name, "must be " + usual + " or " + other);
        }
        return value.equals(other);
    }
}
