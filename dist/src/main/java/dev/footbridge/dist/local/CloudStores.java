package dev.footbridge.dist.local;

import dev.footbridge.local.command.CommandFailure;
import dev.footbridge.local.command.StoreOpener;
import dev.footbridge.state.StateStore;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** Stores of the clouds this house has an adapter for. The launcher adds their libraries when a word names one. */
final class CloudStores implements StoreOpener {

    private static final InstantSource CLOCK = InstantSource.system();

    @Override
    public Optional<StateStore> open(String scheme, String place, Map<String, String> environment)
            throws CommandFailure {
        try {
            return switch (scheme) {
                case "azure-table" ->
                    Optional.of(dev.footbridge.azure.table.NamedTable.open(place, environment, CLOCK));
                case "dynamodb" -> Optional.of(dev.footbridge.aws.dynamo.NamedTable.open(place, environment, CLOCK));
                default -> Optional.empty();
            };
        } catch (IllegalArgumentException missing) {
            throw CommandFailure.usage(scheme + ":" + place + ": " + missing.getMessage());
        }
    }
}
