package dev.footbridge.argument;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;

/**
 * Formats of JSON Schema that are published and checked. All but {@link #UUID} may be used in forms.
 *
 * @see <a href="https://json-schema.org/draft/2020-12/json-schema-validation#section-7.3">Defined formats</a>
 */
public enum TextFormat {
    /** A plain mailbox (RFC 5321): no quoted local part, no address literal. */
    EMAIL("email", "must be an e-mail address"),
    /** A URI with a scheme (RFC 3986). */
    URI("uri", "must be an absolute URI"),
    /** A day such as {@code 2026-07-28} (RFC 3339, full-date). */
    DATE("date", "must be a date such as 2026-07-28"),
    /** A moment with its offset, such as {@code 2026-07-28T10:00:00Z} (RFC 3339, date-time), without leap seconds. */
    DATE_TIME("date-time", "must be a date and time with an offset, such as 2026-07-28T10:00:00Z"),
    /** A UUID in its 36-character form (RFC 4122). */
    UUID("uuid", "must be a UUID");

    private static final int UUID_LENGTH = 36;

    private static final class Moments {
        static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
                .optionalStart()
                .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
                .optionalEnd()
                .appendOffset("+HH:MM", "Z")
                .toFormatter()
                .withResolverStyle(ResolverStyle.STRICT);
    }

    private final String keyword;
    private final String expectation;

    TextFormat(String keyword, String expectation) {
        this.keyword = keyword;
        this.expectation = expectation;
    }

    /** Its name in a schema. */
    public String keyword() {
        return keyword;
    }

    public boolean fits(String text) {
        return switch (this) {
            case EMAIL -> MailAddress.fits(text);
            case URI -> isUri(text);
            case DATE -> FullDate.parse(text) != null;
            case DATE_TIME -> isDateTime(text);
            case UUID -> isUuid(text);
        };
    }

    /** What a text has to be, such as {@code must be a UUID}. */
    public String expectation() {
        return expectation;
    }

    boolean allowedInForms() {
        return this != UUID;
    }

    private static boolean isUri(String text) {
        try {
            return text.chars().allMatch(c -> c > ' ' && c < 0x7f) && new URI(text).isAbsolute();
        } catch (URISyntaxException notOne) {
            return false;
        }
    }

    private static boolean isDateTime(String text) {
        try {
            return text.indexOf('-') == 4
                    && OffsetDateTime.parse(text, Moments.FORMAT).getYear() >= 0;
        } catch (DateTimeException notOne) {
            return false;
        }
    }

    private static boolean isUuid(String text) {
        if (text.length() != UUID_LENGTH) {
            return false;
        }
        for (int i = 0; i < UUID_LENGTH; i++) {
            boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
            boolean fits = dash ? text.charAt(i) == '-' : isHexDigit(text.charAt(i));
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHexDigit(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }
}
