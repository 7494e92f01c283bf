package dev.footbridge.tools.files;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How names, numbers and times are written in answers. */
final class Shown {

    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Shown() {}

    static String name(String name) {
        if (name.chars().noneMatch(Character::isISOControl)) {
            return name;
        }
        StringBuilder text = new StringBuilder();
        name.chars().forEach(letter -> {
            if (Character.isISOControl(letter)) {
                text.append(String.format(Locale.ROOT, "\\u%04x", letter));
            } else {
                text.append((char) letter);
            }
        });
        return text.toString();
    }

    /** A text in the form in which it stands in the JSON of a call. */
    static String quoted(String text) {
        return JsonWriter.text(Json.of(text));
    }

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@code 1 match}, {@code 2,310 matches}. */
    static String count(long number, String one, String many) {
        return count(number) + " " + (number == 1 ? one : many);
    }

    static String bytes(long size) {
        if (size < 10_000) {
            return count(size, "byte", "bytes");
        }
        if (size < 1024 * 1024) {
            return size / 1024 + " KiB";
        }
        return String.format(Locale.ROOT, "%.1f MiB", size / (1024.0 * 1024.0));
    }

    /** In UTC, to the minute. */
    static String time(Instant instant) {
        return MINUTES.format(instant);
    }

    /** The first characters of a text, never half of a surrogate pair. */
    static String start(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }

    /** The characters from {@code start} to {@code end}, widened rather than cut within a surrogate pair. */
    static String part(String text, int start, int end) {
        int from = start > 0 && Character.isLowSurrogate(text.charAt(start)) ? start - 1 : start;
        int to = end < text.length() && Character.isLowSurrogate(text.charAt(end)) ? end + 1 : end;
        return text.substring(from, to);
    }

    static long utf8Length(String text) {
        return text.codePoints()
                .mapToLong(letter -> letter < 0x80 ? 1 : letter < 0x800 ? 2 : letter < 0x10000 ? 3 : 4)
                .sum();
    }
}
