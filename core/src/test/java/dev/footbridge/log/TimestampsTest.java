package dev.footbridge.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TimestampsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-07-28T09:30:00Z",
                "2026-07-28T09:30:05Z",
                "2026-07-28T00:00:00.120Z",
                "2026-07-28T23:59:59.000001Z",
                "2028-02-29T12:00:00.123456789Z",
                "1969-12-31T23:59:59Z",
                "+12026-01-01T00:00:00Z"
            })
    void momentsAreWrittenAsTheJdkWritesThem(String text) {
        assertThat(Timestamps.of(Instant.parse(text))).isEqualTo(text);
    }
}
