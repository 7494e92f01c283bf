package dev.footbridge.state;

import org.jspecify.annotations.Nullable;

/** An opaque mark of one write. Two versions are equal only if nothing was written between them. */
public record StateVersion(String tag) {

    /** The version of a value that is not there. */
    public static final StateVersion ABSENT = new StateVersion("");

    /** By hand, because what a record has is put together when it is first asked: 10 ms of a start. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StateVersion version && version.tag.equals(tag);
    }

    @Override
    public int hashCode() {
        return tag.hashCode();
    }
}
