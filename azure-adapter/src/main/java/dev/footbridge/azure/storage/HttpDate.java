package dev.footbridge.azure.storage;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/** Dates as HTTP writes them, with two digits for the day, and without the classes of a formatter. Stateless. */
final class HttpDate {

    private static final String DAYS = "MonTueWedThuFriSatSun";
    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

    private HttpDate() {}

    /** Such as {@code Thu, 01 Jan 2026 00:00:00 GMT}. */
    static String of(Instant instant) {
        ZonedDateTime date = instant.atZone(ZoneOffset.UTC);
        return word(DAYS, date.getDayOfWeek().getValue()) + ", " + two(date.getDayOfMonth()) + " "
                + word(MONTHS, date.getMonthValue()) + " " + date.getYear() + " " + two(date.getHour()) + ":"
                + two(date.getMinute()) + ":" + two(date.getSecond()) + " GMT";
    }

    private static String word(String words, int number) {
        return words.substring(number * 3 - 3, number * 3);
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }
}
