package dev.footbridge.oauth;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that goes when it is told to. */
final class Clock implements InstantSource {

    static final long START = 1_800_000_000;

    private volatile Instant now = Instant.ofEpochSecond(START);

    void forward(Duration by) {
        now = now.plus(by);
    }

    long seconds() {
        return now.getEpochSecond();
    }

    @Override
    public Instant instant() {
        return now;
    }
}
