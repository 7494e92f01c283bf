package dev.footbridge.settings;

import dev.footbridge.audit.AuditSettings;
import dev.footbridge.audit.AuditSettings.Detail;
import dev.footbridge.json.StrictObject;

/** Reads the member {@code audit}: {@code arguments} and {@code subjects}. */
final class AuditReader {

    private AuditReader() {}

    static AuditSettings read(StrictObject audit) {
        boolean redacted = second(audit, "arguments", "digest", "redacted");
        boolean plain = second(audit, "subjects", "digest", "plain");
        audit.end();
        return new AuditSettings(redacted ? Detail.REDACTED : Detail.DIGEST, plain);
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
