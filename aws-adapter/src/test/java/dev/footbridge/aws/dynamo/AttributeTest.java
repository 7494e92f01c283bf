package dev.footbridge.aws.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footbridge.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AttributeTest {

    @ParameterizedTest
    @CsvSource({
        "1970-01-01T00:00:00Z, 0.000000000",
        "2026-11-27T10:00:00Z, 1795773600.000000000",
        "2026-11-27T10:00:00.000000001Z, 1795773600.000000001",
        "9999-12-31T23:59:59.999999999Z, 253402300799.999999999"
    })
    void momentsAreSecondsWithNineDigitsMore(Instant moment, String text) {
        assertThat(Attribute.number(moment)).isEqualTo(JsonObject.of("N", text));
        assertThat(read(text)).contains(moment);
    }

    @Test
    void momentsBefore1970AreNotWritten() {
        assertThatThrownBy(() -> Attribute.number(Instant.ofEpochSecond(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** The table gives numbers back without zeros at their end, and may write them with an exponent. */
    @ParameterizedTest
    @CsvSource({
        "1795773600, 2026-11-27T10:00:00Z",
        "1795773600.5, 2026-11-27T10:00:00.500Z",
        "1.7957736005E+9, 2026-11-27T10:00:00.500Z",
        "00000000000001.25, 1970-01-01T00:00:01.250Z",
        "0.0000000019, 1970-01-01T00:00:00.000000001Z",
        "-0.5, 1969-12-31T23:59:59.500Z",
        "+1.5, 1970-01-01T00:00:01.500Z"
    })
    void momentsAreReadHoweverTheyAreWritten(String text, Instant moment) {
        assertThat(read(text)).contains(moment);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "x", "1x", "1.x", "1e999", "99999999999999999999"})
    void whatIsNoMomentIsNone(String text) {
        assertThat(read(text)).isEmpty();
    }

    private static Optional<Instant> read(String text) {
        return Attribute.instant(JsonObject.of("e", JsonObject.of("N", text)), "e");
    }
}
