package dev.footbridge.aws.dynamo;

import dev.footbridge.state.LruMap;
import java.util.Map;

/** What was seen last of the 10,000 items that were used last. Thread-safe. */
final class LastSeen {

    private static final int ITEMS = 10_000;

    private final Map<String, Kept> items = new LruMap<>(ITEMS);

    synchronized Kept of(String pk) {
        return items.getOrDefault(pk, Kept.UNREAD);
    }

    synchronized void put(String pk, Kept kept) {
        items.put(pk, kept);
    }
}
