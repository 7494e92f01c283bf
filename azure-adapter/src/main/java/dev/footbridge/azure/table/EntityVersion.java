package dev.footbridge.azure.table;

import dev.footbridge.state.StateVersion;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * What a write is known by: its deadline, because the table's own condition looks at no deadline, and its ETag.
 * Immutable.
 */
record EntityVersion(Instant deadline, String etag) {

    StateVersion version() {
        return new StateVersion(deadline + " " + etag);
    }

    /** Empty for what is no version of this store: nothing stored has it. */
    static Optional<EntityVersion> of(StateVersion version) {
        int blank = version.tag().indexOf(' ');
        try {
            return blank < 0
                    ? Optional.empty()
                    : Optional.of(new EntityVersion(
                            Instant.parse(version.tag().substring(0, blank)),
                            version.tag().substring(blank + 1)));
        } catch (DateTimeException foreign) {
            return Optional.empty();
        }
    }
}
