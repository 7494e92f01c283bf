package dev.footbridge.limit;

import dev.footbridge.state.StateStoreException;

/**
 * Keeps rates, quotas and usage for all instances of a server.
 *
 * <p>It has one operation because a limit must be one conditional write: whoever reads, decides and then writes lets
 * two instances through at once. A take names one item, so that it fits stores that write one item atomically:
 *
 * <ul>
 *   <li>DynamoDB: one {@code UpdateItem} with a condition. Expressions have no {@code max()}, so a rate has two forms:
 *       busy, {@code SET t = t + :interval} if {@code t BETWEEN :now AND :now + :slack}, and idle, {@code SET t = :now
 *       + :interval} if {@code t} is absent or earlier than {@code :now}; the slack is {@code (burst - 1) × interval}.
 *       Try first the form that fits what was seen last of the item. On failure {@code ALL_OLD} says which limit
 *       refused and how long to wait, or that the other form would pass.
 *   <li>Azure Table: a merge with the ETag seen last, and a new read only when it is no longer the right one.
 * </ul>
 *
 * <p>Such a store needs 1.0 to 1.4 writes for a decision below the limit. Above it the {@link Limiter} asks it hardly
 * ever, because it learns from each refusal.
 *
 * <p>Thread-safe, and safe for many processes at once. A take may block on the network; an implementation bounds that
 * time itself, 100 ms is meant. A store is correct when it passes {@code LimitStoreContract} of the testkit.
 */
public interface LimitStore {

    /**
     * Takes everything, or nothing.
     *
     * @throws StateStoreException if the store cannot answer; whether it took is unknown
     */
    TakeResult take(Take take);
}
