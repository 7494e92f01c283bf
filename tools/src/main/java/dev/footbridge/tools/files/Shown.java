package dev.footbridge.tools.files;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How names, numbers and times are written in answers. */
final class Shown {

    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-fA-F]{4})");

    private Shown() {}

    /** A name on one line, in the order in which it is written. {@link #unescaped} takes it back. */
    static String name(String name) {
        if (name.chars().noneMatch(Shown::misleads)) {
            return name;
        }
        StringBuilder text = new StringBuilder();
        name.chars().forEach(letter -> {
            if (misleads(letter)) {
                text.append(String.format(Locale.ROOT, "\\u%04x", letter));
            } else {
                text.append((char) letter);
            }
        });
        return text.toString();
    }

    /** The name that was shown so. Other escapes stay: what looks like one of them is no name of ours. */
    static String unescaped(String shown) {
        return ESCAPE.matcher(shown).replaceAll(escape -> {
            char letter = (char) Integer.parseInt(escape.group(1), 16);
            return Matcher.quoteReplacement(misleads(letter) ? String.valueOf(letter) : escape.group());
        });
    }

    /** True for what ends a line, steers a terminal, or turns the direction of the text. */
    static boolean misleads(int letter) {
        return Character.isISOControl(letter)
                || letter == 0x061C
                || letter == 0x200E
                || letter == 0x200F
                || (letter >= 0x2028 && letter <= 0x202E)
                || (letter >= 0x2066 && letter <= 0x2069);
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
