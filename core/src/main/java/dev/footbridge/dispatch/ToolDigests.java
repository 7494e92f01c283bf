package dev.footbridge.dispatch;

import dev.footbridge.audit.AuditEntry;
import dev.footbridge.definition.Definition;
import dev.footbridge.feature.FeatureSet;
import dev.footbridge.feature.Tool;
import dev.footbridge.json.JsonObject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the definition of a tool was when it was called, for its record. Worked out at its first call, and kept as long
 * as the same set of features is offered: in one set a name means one tool. Thread-safe.
 */
final class ToolDigests {

    private record Known(FeatureSet features, Map<String, String> digests) {}

    private volatile Known known = new Known(FeatureSet.EMPTY, Map.of());

    /** @param features of which the tool is one */
    void note(AuditEntry record, FeatureSet features, Tool tool) {
        record.fact("tool", JsonObject.of("sha256", digest(features, tool)));
    }

    /** Sets are compared by what they are: to compare what is in them would cost more than the digest. */
    @SuppressWarnings("ReferenceEquality")
    private String digest(FeatureSet features, Tool tool) {
        Known now = known;
        if (now.features() != features) {
            now = new Known(features, new ConcurrentHashMap<>());
            known = now;
        }
        return now.digests()
                .computeIfAbsent(tool.name(), unused -> Definition.of(tool).digest());
    }
}
