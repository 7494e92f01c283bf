package dev.footbridge.limit;

import dev.footbridge.state.StateStoreException;
import java.time.LocalDate;
import java.util.List;

/** What an operator reads of the usage that a {@link LimitStore} counted. Thread-safe. */
public interface UsageStore {

    /**
     * What was used on the days from {@code from} to {@code to}, both included, in no order.
     *
     * @throws StateStoreException if the store cannot answer
     */
    List<UsageRow> usage(LocalDate from, LocalDate to);
}
