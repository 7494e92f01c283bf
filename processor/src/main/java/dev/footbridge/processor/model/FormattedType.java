package dev.footbridge.processor.model;

import dev.footbridge.compiled.TimeForm;
import java.util.Arrays;
import java.util.Optional;

/**
 * Java types that travel as text in a form of their own, with what reads them ({@code Times}, {@code Texts}), what
 * writes them ({@code Out}), and the keyword of the schema.
 */
public enum FormattedType {
    UUID("java.util.UUID", "Texts.uuid", "asText", "format", "uuid"),
    URI("java.net.URI", "Texts.uri", "asText", "format", "uri"),
    DATE("java.time.LocalDate", "Times.date", "date", "format", "date"),
    OFFSET_DATE_TIME("java.time.OffsetDateTime", "Times.moment", "moment", "format", "date-time"),
    ZONED_DATE_TIME("java.time.ZonedDateTime", "Times.zoned", "zoned", "format", "date-time"),
    INSTANT("java.time.Instant", "Times.instant", "instant", "format", "date-time"),
    LOCAL_DATE_TIME("java.time.LocalDateTime", "Times.dateTime", "dateTime", "pattern", TimeForm.DATE_TIME.pattern()),
    LOCAL_TIME("java.time.LocalTime", "Times.time", "time", "pattern", TimeForm.TIME.pattern()),
    DURATION("java.time.Duration", "Times.duration", "duration", "pattern", TimeForm.DURATION.pattern()),
    PERIOD("java.time.Period", "Times.period", "asText", "pattern", TimeForm.PERIOD.pattern()),
    YEAR_MONTH("java.time.YearMonth", "Times.month", "asText", "pattern", TimeForm.MONTH.pattern()),
    ZONE("java.time.ZoneId", "Times.zone", "asText", "", "");

    private final String javaType;
    private final String reader;
    private final String writer;
    private final String keyword;
    private final String keywordValue;

    FormattedType(String javaType, String reader, String writer, String keyword, String keywordValue) {
        this.javaType = javaType;
        this.reader = reader;
        this.writer = writer;
        this.keyword = keyword;
        this.keywordValue = keywordValue;
    }

    public static Optional<FormattedType> of(String javaType) {
        return Arrays.stream(values())
                .filter(type -> type.javaType.equals(javaType))
                .findFirst();
    }

    public String javaType() {
        return javaType;
    }

    /** The method that reads it from a {@code Slot}, such as {@code Times.date}. */
    public String reader() {
        return reader;
    }

    /** The method of {@code Out} that writes it. */
    public String writer() {
        return writer;
    }

    /** {@code format}, {@code pattern}, or empty where neither says it. */
    public String keyword() {
        return keyword;
    }

    public String keywordValue() {
        return keywordValue;
    }
}
