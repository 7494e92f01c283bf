package dev.footbridge.dispatch;

import dev.footbridge.session.EventLog;
import java.util.Optional;

/**
 * How one call may be answered.
 *
 * @param scope in which its id is unique, for cancelling it
 * @param accept what the client reads
 * @param disconnectCancels true in the modern era; a legacy client that is gone may come back
 * @param live false where the platform holds the response back until it is complete
 * @param resume how a client finds the stream again; empty where it cannot
 */
record StreamRules(String scope, Accept accept, boolean disconnectCancels, boolean live, Optional<Resume> resume) {

    /**
     * A stream that can be found again.
     *
     * @param streamId names it in event ids
     * @param primes true for clients that understand an event without data (from 2025-11-25 on)
     */
    record Resume(String streamId, EventLog log, boolean primes) {

        String eventId(int number) {
            return streamId + "-" + number;
        }
    }
}
