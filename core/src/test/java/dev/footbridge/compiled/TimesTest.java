package dev.footbridge.compiled;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.json.Json;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {

    @ParameterizedTest
    @CsvSource({
        "DURATION, PT0S",
        "DURATION, PT1H1S",
        "DURATION, P1DT2H3M4.5S",
        "DURATION, P999999999999DT999999999999H999999999999M999999999999S",
        "PERIOD, P1Y3D",
        "PERIOD, P99999999Y99999999M99999999W99999999D",
        "TIME, 23:59",
        "TIME, 00:00:00.000000001",
        "DATE_TIME, 0000-02-29T10:00",
        "MONTH, 9999-12"
    })
    void textOfTheFormIsRead(TimeForm form, String text) {
        Slot slot = Slot.of(Json.of(text));

        Object read = read(form, slot);

        assertThat(slot.problems()).isEmpty();
        assertThat(read).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "DURATION, P",
        "DURATION, PT",
        "DURATION, P1DT",
        "DURATION, P1W",
        "DURATION, PT-1S",
        "DURATION, 'PT1,5S'",
        "DURATION, PT1.S",
        "DURATION, pt1s",
        "DURATION, PT1000000000000S",
        "PERIOD, P",
        "PERIOD, -P1D",
        "PERIOD, P-1D",
        "PERIOD, PT1S",
        "TIME, 24:00",
        "TIME, 10:00:00.",
        "TIME, 10:00Z",
        "DATE_TIME, 2026-07-28",
        "DATE_TIME, +12026-07-28T10:00",
        "DATE_TIME, 2026-07-28t10:00",
        "MONTH, 2026-13",
        "MONTH, -0001-01"
    })
    void textOfAnotherFormIsRefused(TimeForm form, String text) {
        Slot slot = Slot.of(Json.of(text));

        Object read = read(form, slot);

        assertThat(slot.problems()).hasSize(1);
        assertThat(read).isNull();
    }

    @Test
    void dayThatTheCalendarDoesNotHaveIsRefused() {
        Slot slot = Slot.of(Json.of("2026-02-29T10:00"));

        assertThat(Times.dateTime(slot)).isNull();
        assertThat(slot.problems()).hasSize(1);
    }

    private static @Nullable Object read(TimeForm form, Slot slot) {
        return switch (form) {
            case DATE_TIME -> Times.dateTime(slot);
            case TIME -> Times.time(slot);
            case DURATION -> Times.duration(slot);
            case PERIOD -> Times.period(slot);
            case MONTH -> Times.month(slot);
        };
    }
}
