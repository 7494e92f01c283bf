package dev.footbridge.audit;

import dev.footbridge.call.NamePattern;
import java.util.List;
import java.util.stream.Stream;

/**
 * How much is recorded.
 *
 * @param arguments what is kept of the arguments of calls
 * @param plainSubjects whether callers are named by their own names and not by keyed digests
 * @param recordedFirst tools that run only once it is kept that they are about to
 */
public record AuditSettings(Detail arguments, boolean plainSubjects, List<NamePattern> recordedFirst) {

    /** Nothing that could be read as a person's data. */
    public static final AuditSettings DEFAULTS = new AuditSettings(Detail.DIGEST, false, List.of());

    public AuditSettings {
        recordedFirst = List.copyOf(recordedFirst);
    }

    /** As these, for callers who write patterns, in which {@code *} stands for any characters. */
    public AuditSettings recordingFirst(String... tools) {
        return new AuditSettings(
                arguments, plainSubjects, Stream.of(tools).map(NamePattern::new).toList());
    }

    boolean isRecordedFirst(String tool) {
        return NamePattern.anyOf(recordedFirst, tool);
    }

    /** How much of a value is kept. */
    public enum Detail {
        /** A keyed digest and the length. */
        DIGEST,
        /** Besides, the value without what looks like a secret, long texts cut. */
        REDACTED
    }
}
