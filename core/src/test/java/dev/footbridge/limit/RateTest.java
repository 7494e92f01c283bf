package dev.footbridge.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RateTest {

    @Test
    void theFourUnitsAreRead() {
        assertThat(Rate.parse("5/s")).isEqualTo(new Rate(5, Duration.ofSeconds(1), 5));
        assertThat(Rate.parse("60/min")).isEqualTo(new Rate(60, Duration.ofMinutes(1), 60));
        assertThat(Rate.parse("10/h")).isEqualTo(new Rate(10, Duration.ofHours(1), 10));
        assertThat(Rate.parse("1000/day")).isEqualTo(new Rate(1000, Duration.ofDays(1), 1000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "5",
                "5/",
                "/s",
                "0/s",
                "-1/s",
                "+1/s",
                "05/s",
                " 5/s",
                "5/s ",
                "5 /s",
                "5/S",
                "5/sec",
                "5/m",
                "5/minute",
                "5/hour",
                "5/d",
                "5/month",
                "5.0/s",
                "1e3/s",
                "5/s/s",
                "5/s\n",
                "\u0665/s",
                "1000000000/s"
            })
    void everythingElseIsNotARate(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Rate.parse(text));
    }

    @Test
    void theIntervalIsRoundedUpSoThatTheRateIsNeverExceeded() {
        assertThat(Rate.parse("60/min").interval()).isEqualTo(Duration.ofSeconds(1));
        assertThat(Rate.parse("3/s").interval()).isEqualTo(Duration.ofNanos(333_333_334));
    }

    @Test
    void whatCannotBeCountedIsRefused() {
        Duration second = Duration.ofSeconds(1);
        assertThatIllegalArgumentException().isThrownBy(() -> new Rate(0, second, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Rate(1, second, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Rate(1, Duration.ZERO, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Rate(1, second.negated(), 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Rate(1, Duration.ofDays(367), 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Rate(2, Duration.ofNanos(1), 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Rate(1, Duration.ofDays(1), 367));
        assertThat(new Rate(1, Duration.ofDays(1), 366).burst()).isEqualTo(366);
    }

    @Test
    void aRateIsSaidInWords() {
        assertThat(Rate.parse("5/s").words()).isEqualTo("5 per second");
        assertThat(Rate.parse("60/min").withBurst(3).words()).isEqualTo("60 per minute");
        assertThat(Rate.parse("1/h").words()).isEqualTo("1 per hour");
        assertThat(Rate.parse("2/day").words()).isEqualTo("2 per day");
        assertThat(Rate.of(7, Duration.ofSeconds(90)).words()).isEqualTo("7 per 90 seconds");
    }

    @Test
    void waitsAreRoundedUpToWhatAPersonWouldSay() {
        assertThat(Waits.words(Duration.ofNanos(1))).isEqualTo("1 second");
        assertThat(Waits.words(Duration.ofMillis(11_001))).isEqualTo("12 seconds");
        assertThat(Waits.words(Duration.ofSeconds(181))).isEqualTo("4 minutes");
        assertThat(Waits.words(Duration.ofHours(5).plusSeconds(1))).isEqualTo("6 hours");
        assertThat(Waits.words(Duration.ofDays(20))).isEqualTo("20 days");
        assertThat(Waits.seconds(Duration.ZERO)).isEqualTo(1);
    }
}
