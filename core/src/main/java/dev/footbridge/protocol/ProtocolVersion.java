package dev.footbridge.protocol;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The MCP revisions this server speaks, oldest first. */
public enum ProtocolVersion {
    V2024_11_05("2024-11-05"),
    V2025_03_26("2025-03-26"),
    V2025_06_18("2025-06-18"),
    V2025_11_25("2025-11-25"),
    V2026_07_28("2026-07-28");

    /** What a client that opens with {@code initialize} is offered when it asks for something we do not have. */
    public static final ProtocolVersion LATEST_LEGACY = V2025_11_25;

    private static final ProtocolVersion[] ALL = values();

    private final String text;

    ProtocolVersion(String text) {
        this.text = text;
    }

    /** The revision a client named, exactly; empty if it is not one of ours. */
    public static Optional<ProtocolVersion> named(String text) {
        for (ProtocolVersion version : ALL) {
            if (version.text.equals(text)) {
                return Optional.of(version);
            }
        }
        return Optional.empty();
    }

    /** The revisions that describe themselves in {@code _meta}: what {@code server/discover} may list. */
    public static List<ProtocolVersion> modern() {
        return Arrays.stream(values()).filter(ProtocolVersion::isModern).toList();
    }

    /** True for a revision whose requests stand alone; false for those that open with {@code initialize}. */
    public boolean isModern() {
        return atLeast(V2026_07_28);
    }

    public boolean atLeast(ProtocolVersion other) {
        return compareTo(other) >= 0;
    }

    public String text() {
        return text;
    }
}
