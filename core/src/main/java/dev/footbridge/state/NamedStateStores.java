package dev.footbridge.state;

import java.time.InstantSource;
import java.util.Map;

/**
 * Stores that people name on a command line, such as {@code dynamodb:TABLE}. Adapters offer theirs as services
 * ({@link java.util.ServiceLoader}), because a command line knows no cloud.
 */
public interface NamedStateStores {

    /** What stands before the colon, such as {@code dynamodb}. */
    String scheme();

    /**
     * Opens one; nothing is asked of it yet.
     *
     * @param place what stands behind the colon
     * @param environment where credentials and addresses are
     * @throws IllegalArgumentException in words for whoever named it, if something is missing
     */
    StateStore open(String place, Map<String, String> environment, InstantSource clock);
}
