package dev.footbridge.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class HttpDateTest {

    private static final DateTimeFormatter JDK = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    @Test
    void itIsWhatTheFormattersOfTheJdkWrite() {
        Random random = new Random(7);
        long end = ZonedDateTime.of(9999, 12, 31, 23, 59, 59, 0, ZoneOffset.UTC).toEpochSecond();
        for (int i = 0; i < 10_000; i++) {
            long second = (long) (random.nextDouble() * end);
            assertThat(HttpDate.of(second)).isEqualTo(JDK.format(Instant.ofEpochSecond(second)));
        }
    }

    @Test
    void itIsAlwaysAsLong() {
        assertThat(HttpDate.of(0)).isEqualTo("Thu, 01 Jan 1970 00:00:00 GMT");
        assertThat(HttpDate.now()).hasSize(29);
    }
}
