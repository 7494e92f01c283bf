package dev.footbridge.settings;

import dev.footbridge.audit.AuditSettings;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;
import java.util.List;

/** Reads the member {@code audit}: {@code arguments} and {@code subjects}. */
final class AuditReader {

    private AuditReader() {}

    static AuditSettings read(JsonObject file, List<String> problems) {
        Json audit = file.get("audit");
        if (audit == null) {
            return AuditSettings.DEFAULTS;
        }
        if (!(audit instanceof JsonObject members)) {
            problems.add("/audit must be a mapping");
            return AuditSettings.DEFAULTS;
        }
        for (String name : members.members().keySet()) {
            if (!name.equals("arguments") && !name.equals("subjects")) {
                problems.add("/audit/" + name + " is not known here");
            }
        }
        boolean redacted = oneOf(members, "arguments", "digest", "redacted", problems);
        boolean plain = oneOf(members, "subjects", "digest", "plain", problems);
        return new AuditSettings(redacted ? AuditSettings.Detail.REDACTED : AuditSettings.Detail.DIGEST, plain);
    }

    /** True for the second of two words. */
    private static boolean oneOf(JsonObject audit, String name, String usual, String other, List<String> problems) {
        String value = audit.has(name) ? audit.string(name).orElse("") : usual;
        if (!value.equals(usual) && !value.equals(other)) {
            problems.add("/audit/" + name + " must be " + usual + " or " + other);
        }
        return value.equals(other);
    }
}
