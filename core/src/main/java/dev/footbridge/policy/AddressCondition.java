package dev.footbridge.policy;

import dev.footbridge.http.Network;
import java.util.List;

/** The call comes from one of these ranges. */
record AddressCondition(List<Network> ranges) implements Condition {

    @Override
    public Truth holds(Access access) {
        if (access.address().isEmpty()) {
            return Truth.UNKNOWN;
        }
        return Truth.of(ranges.stream()
                .anyMatch(range -> range.contains(access.address().get())));
    }
}
