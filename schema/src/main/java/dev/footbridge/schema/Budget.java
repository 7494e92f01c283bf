package dev.footbridge.schema;

import com.networknt.schema.Error;
import com.networknt.schema.ExecutionConfig;
import com.networknt.schema.ExecutionContext;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * One run of a check, which it ends when the run has taken too long or found too much. Not thread-safe.
 *
 * <p>The library calls these methods at every keyword it enters, which makes them the place to look at the clock.
 */
final class Budget extends ExecutionContext {

    static final Duration TIME = Duration.ofSeconds(1);
    static final int MAX_DEPTH = 512;
    /** Many more than are reported: branches of {@code anyOf} collect errors too, and a later branch may still fit. */
    static final int MAX_ERRORS = 50_000;

    private static final ExecutionConfig CONFIG = ExecutionConfig.builder()
            .maxEvaluationDepth(MAX_DEPTH)
            .formatAssertionsEnabled(false)
            .annotationCollectionEnabled(false)
            .build();

    private final LongSupplier nanoTime;
    private final long start;
    private int errors;

    Budget(LongSupplier nanoTime) {
        super(CONFIG);
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
    }

    @Override
    public void evaluationPathAddLast(String step) {
        lookAtClock();
        super.evaluationPathAddLast(step);
    }

    @Override
    public void evaluationPathAddLast(int step) {
        lookAtClock();
        super.evaluationPathAddLast(step);
    }

    @Override
    public void addError(Error error) {
        errors++;
        if (errors > MAX_ERRORS) {
            throw new SpentException();
        }
        super.addError(error);
    }

    private void lookAtClock() {
        if (nanoTime.getAsLong() - start > TIME.toNanos()) {
            throw new SpentException();
        }
    }

    /** The run is over before the answer is known. */
    static final class SpentException extends RuntimeException {
        SpentException() {
            super("the check took more than it may", null, false, false);
        }
    }
}
