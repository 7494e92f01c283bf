package dev.footbridge.dist.local;

import dev.footbridge.aws.dynamo.NamedTable;
import dev.footbridge.local.command.CommandFailure;
import dev.footbridge.local.command.StoreOpener;
import dev.footbridge.state.StateStore;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** Stores of the clouds this house has an adapter for. The launcher adds their libraries when a word names one. */
final class CloudStores implements StoreOpener {

    @Override
    public Optional<StateStore> open(String scheme, String place, Map<String, String> environment)
            throws CommandFailure {
        if (!scheme.equals("dynamodb")) {
            return Optional.empty();
        }
        try {
            return Optional.of(NamedTable.open(place, environment, InstantSource.system()));
        } catch (IllegalArgumentException missing) {
            throw CommandFailure.usage(scheme + ":" + place + ": " + missing.getMessage());
        }
    }
}
