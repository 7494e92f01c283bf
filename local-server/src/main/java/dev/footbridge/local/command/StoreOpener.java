package dev.footbridge.local.command;

import dev.footbridge.state.StateStore;
import java.util.Map;
import java.util.Optional;

/**
 * Opens stores that {@code --state} names by a scheme, such as {@code dynamodb:TABLE}: a command line knows no cloud.
 */
@FunctionalInterface
public interface StoreOpener {

    /** Knows none. */
    StoreOpener NONE = (scheme, place, environment) -> Optional.empty();

    /**
     * @param place what stands behind the colon
     * @param environment where credentials and addresses are
     * @return empty if the scheme is unknown; otherwise a store of which nothing has been asked yet
     * @throws CommandFailure if something is missing
     */
    Optional<StateStore> open(String scheme, String place, Map<String, String> environment) throws CommandFailure;
}
