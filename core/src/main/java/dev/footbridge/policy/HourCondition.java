package dev.footbridge.policy;

import java.time.ZoneOffset;

/**
 * The call comes between two hours of the day in UTC, the first included; from 22 to 6 is the night.
 *
 * @param from 0 to 23, as {@code to}
 */
record HourCondition(int from, int to) implements Condition {

    @Override
    public Truth holds(Access access) {
        int hour = access.at().atOffset(ZoneOffset.UTC).getHour();
        return Truth.of(from <= to ? hour >= from && hour < to : hour >= from || hour < to);
    }
}
