package dev.footbridge.aws.dynamo;

import java.util.LinkedHashMap;
import java.util.Map;

/** What was seen last of the 10,000 items that were used last. Thread-safe. */
final class LastSeen {

    private static final int ITEMS = 10_000;

    private final Map<String, Kept> items = new Recent();

    synchronized Kept of(String pk) {
        return items.getOrDefault(pk, Kept.UNREAD);
    }

    synchronized void put(String pk, Kept kept) {
        items.put(pk, kept);
    }

    private static final class Recent extends LinkedHashMap<String, Kept> {

        private static final long serialVersionUID = 1L;

        Recent() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
            return size() > ITEMS;
        }
    }
}
