package dev.footbridge.compiled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footbridge.json.JsonWriter;
import dev.footbridge.protocol.Content;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What results are written as, and what JSON cannot say. */
class OutTest {

    @Test
    void valuesAreWrittenInTheFormOfTheirSchema() {
        assertThat(JsonWriter.text(Out.number(3.0, "x"))).isEqualTo("3");
        assertThat(JsonWriter.text(Out.number(0.1F, "x"))).isEqualTo("0.1");
        assertThat(JsonWriter.text(Out.number(1.5e300, "x"))).isEqualTo("1.5E300");
        assertThat(JsonWriter.text(Out.decimal(new BigDecimal("1.50"), "x"))).isEqualTo("1.50");
        assertThat(JsonWriter.text(Out.whole(BigInteger.TEN.pow(30), "x"))).isEqualTo("1" + "0".repeat(30));
        assertThat(JsonWriter.text(Out.bytes("hi".getBytes(StandardCharsets.UTF_8), "x")))
                .isEqualTo("\"aGk=\"");
        assertThat(JsonWriter.text(Out.date(LocalDate.of(2026, 7, 28), "x"))).isEqualTo("\"2026-07-28\"");
        assertThat(JsonWriter.text(Out.instant(Instant.EPOCH, "x"))).isEqualTo("\"1970-01-01T00:00:00Z\"");
        assertThat(JsonWriter.text(Out.zoned(ZonedDateTime.parse("2026-07-28T10:00:00+02:00[Europe/Berlin]"), "x")))
                .isEqualTo("\"2026-07-28T10:00:00+02:00\"");
        assertThat(JsonWriter.text(Out.dateTime(LocalDateTime.of(2026, 7, 28, 10, 0), "x")))
                .isEqualTo("\"2026-07-28T10:00:00\"");
        assertThat(JsonWriter.text(Out.time(LocalTime.of(10, 0), "x"))).isEqualTo("\"10:00:00\"");
        assertThat(JsonWriter.text(Out.duration(Duration.ofSeconds(90), "x"))).isEqualTo("\"PT1M30S\"");
    }

    @Test
    void whatJsonCannotSayIsTheAuthorsMistakeAndNamesItsPlace() {
        assertThatThrownBy(() -> Out.text(null, "Order.id")).hasMessageStartingWith("Order.id is null");
        assertThatThrownBy(() -> Out.number(Double.NaN, "Price.net")).hasMessageStartingWith("Price.net is NaN");
        assertThatThrownBy(() -> Out.number(Float.POSITIVE_INFINITY, "x")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Out.date(LocalDate.of(12_026, 1, 1), "x")).hasMessageContaining("12026");
        assertThatThrownBy(() -> Out.duration(Duration.ofSeconds(-1), "x")).hasMessageContaining("negative");
    }

    @Test
    void contentComesFromBlocksListsAndStreams() {
        AtomicBoolean closed = new AtomicBoolean();
        Content block = Content.text("a");

        assertThat(Results.content(block).content()).containsExactly(block);
        assertThat(Results.content(List.of(block, block)).content()).hasSize(2);
        assertThat(Results.content(Stream.of(block).onClose(() -> closed.set(true)))
                        .content())
                .containsExactly(block);
        assertThat(closed).isTrue();
        assertThat(Results.done().content()).containsExactly(Content.text("Done."));
        assertThatThrownBy(() -> Results.text(null)).hasMessageStartingWith("the result is null");
    }

    @Test
    void momentWhoseOffsetHasSecondsIsWrittenInUtc() {
        OffsetDateTime berlin = OffsetDateTime.parse("1880-01-01T00:53:28+00:53:28");

        assertThat(JsonWriter.text(Out.moment(berlin, "x"))).isEqualTo("\"1880-01-01T00:00:00Z\"");
    }
}
