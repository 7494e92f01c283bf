package dev.footbridge.azure;

import dev.footbridge.log.Log;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes the server, once it can be made. The platform goes on with a process whose function could not be loaded, so a
 * vault that did not answer must not be the end of it: calls try again, one at a time and not often. Thread-safe.
 *
 * @param <T> the kind of server
 */
final class Start<T> {

    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(20);

    private final Supplier<T> maker;
    private final InstantSource clock;
    private final Log log;
    private final ReentrantLock making = new ReentrantLock();
    private volatile @Nullable T made;
    private volatile Instant next = Instant.MIN;

    /** @param maker throws what is for the operator, if there can be no server now */
    Start(Supplier<T> maker, InstantSource clock, Log log) {
        this.maker = maker;
        this.clock = clock;
        this.log = log;
    }

    /** Empty while there is none. */
    Optional<T> server() {
        if (made == null && !clock.instant().isBefore(next) && making.tryLock()) {
            try {
                attempt();
            } finally {
                making.unlock();
            }
        }
        return made();
    }

    /** What there is; tries nothing. */
    Optional<T> made() {
        return Optional.ofNullable(made);
    }

    private void attempt() {
        if (made != null) {
            return;
        }
        try {
            made = maker.get();
        } catch (IllegalArgumentException wrong) {
            log.error("-", "not set up: " + wrong.getMessage(), null);
        } catch (RuntimeException | LinkageError unexpected) {
            // a jar that is not in the package is an error of the second kind
            log.error("-", "not set up", unexpected);
        } finally {
            next = clock.instant().plus(BETWEEN_TRIES);
        }
    }
}
