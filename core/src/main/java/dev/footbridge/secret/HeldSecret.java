package dev.footbridge.secret;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A secret by its reference: read when it is first needed, held for a while, and read again, by one thread at a time.
 * While its source does not answer, what is held goes on for an hour at most. Its text is the reference. Thread-safe.
 */
public final class HeldSecret implements Supplier<Secret> {

    private static final Duration OUTAGE = Duration.ofHours(1);
    private static final Duration BETWEEN_FAILURES = Duration.ofSeconds(30);

    private final SecretSource source;
    private final String place;
    private final InstantSource clock;
    private final Consumer<String> trouble;
    private final ReentrantLock reading = new ReentrantLock();

    private volatile @Nullable Held held;

    /** @param trouble told when a held secret could not be read again */
    HeldSecret(SecretSource source, String place, InstantSource clock, Consumer<String> trouble) {
        this.source = source;
        this.place = place;
        this.clock = clock;
        this.trouble = trouble;
    }

    /** @param due when it is read again, whatever came of the last time */
    private record Held(Secret secret, Instant due, Instant end) {}

    /** @throws SecretSourceException if it cannot be read and was not within the last hour */
    @Override
    public Secret get() {
        Instant now = clock.instant();
        Held known = held;
        if (known != null && now.isBefore(known.due)) {
            return known.secret;
        }
        if (known != null && now.isBefore(known.end) && reading.isLocked()) {
            return known.secret;
        }
        reading.lock();
        try {
            Held latest = held;
            return latest != null && now.isBefore(latest.due) ? latest.secret : read(now, latest);
        } finally {
            reading.unlock();
        }
    }

    private Secret read(Instant now, @Nullable Held before) {
        try {
            Secret secret = source.read(place);
            Instant due = now.plus(source.freshFor());
            held = new Held(secret, due, due.plus(OUTAGE));
            return secret;
        } catch (SecretSourceException unreadable) {
            if (before == null || !now.isBefore(before.end)) {
                throw unreadable;
            }
            trouble.accept(this + " cannot be read again, what was read before goes on: " + unreadable.getMessage());
            held = new Held(before.secret, now.plus(BETWEEN_FAILURES), before.end);
            return before.secret;
        }
    }

    /** What comes before the colon of the reference: who is asked. */
    public String scheme() {
        return source.scheme();
    }

    /** What comes behind it. */
    public String place() {
        return place;
    }

    @Override
    public String toString() {
        return source.scheme() + ":" + place;
    }
}
