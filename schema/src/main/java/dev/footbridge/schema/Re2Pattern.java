package dev.footbridge.schema;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import com.networknt.schema.regex.RegularExpression;
import java.util.HexFormat;

/** A pattern of a schema, found anywhere in a text, in time linear in its length. */
record Re2Pattern(Pattern pattern) implements RegularExpression {

    private static final int UNICODE_ESCAPE = 6;
    private static final String CODE_POINT = "\\u{";

    static RegularExpression of(String regex) {
        try {
            return new Re2Pattern(Pattern.compile(translated(regex)));
        } catch (PatternSyntaxException beyondRe2) {
            throw new IllegalArgumentException(
                    "the pattern " + regex + " cannot run in linear time: " + beyondRe2.getDescription(), beyondRe2);
        }
    }

    @Override
    public boolean matches(String text) {
        return pattern.matcher(text).find();
    }

    /** ECMA-262 writes a code unit as a {@code u} escape with four digits, RE2 a code point as <code>\x{…}</code>. */
    private static String translated(String regex) {
        StringBuilder translated = new StringBuilder(regex.length());
        int i = 0;
        while (i < regex.length()) {
            int length = isUnit(regex, i) ? unicodeEscape(regex, i, translated) : copied(regex, i, translated);
            i += length;
        }
        return translated.toString();
    }

    private static int copied(String regex, int at, StringBuilder to) {
        if (regex.startsWith(CODE_POINT, at)) {
            to.append("\\x{");
            return CODE_POINT.length();
        }
        int length = regex.charAt(at) == '\\' && at + 1 < regex.length() ? 2 : 1;
        to.append(regex, at, at + length);
        return length;
    }

    private static boolean isUnit(String regex, int at) {
        return regex.startsWith("\\u", at)
                && !regex.startsWith(CODE_POINT, at)
                && at + UNICODE_ESCAPE <= regex.length();
    }

    /** Two units that make one character are one to ECMA-262 too, and half a character is in no text. */
    private static int unicodeEscape(String regex, int at, StringBuilder to) {
        char unit = unit(regex, at);
        if (!Character.isSurrogate(unit)) {
            to.append("\\x{").append(Integer.toHexString(unit)).append('}');
            return UNICODE_ESCAPE;
        }
        int next = at + UNICODE_ESCAPE;
        if (!isUnit(regex, next) || !Character.isSurrogatePair(unit, unit(regex, next))) {
            throw new PatternSyntaxException("half a character", regex.substring(at, next));
        }
        int character = Character.toCodePoint(unit, unit(regex, next));
        to.append("\\x{").append(Integer.toHexString(character)).append('}');
        return 2 * UNICODE_ESCAPE;
    }

    private static char unit(String regex, int at) {
        try {
            return (char) HexFormat.fromHexDigits(regex, at + 2, at + UNICODE_ESCAPE);
        } catch (NumberFormatException notHex) {
            throw new PatternSyntaxException("invalid escape", regex.substring(at, at + UNICODE_ESCAPE));
        }
    }
}
