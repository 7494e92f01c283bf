package dev.footbridge.schema;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import com.networknt.schema.regex.RegularExpression;

/** A pattern of a schema, found anywhere in a text, in time linear in its length. */
record Re2Pattern(Pattern pattern) implements RegularExpression {

    private static final int UNICODE_ESCAPE = 6;

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

    /** ECMA-262 writes a code unit as a {@code u} escape with four digits, RE2 as <code>\x{…}</code>. */
    private static String translated(String regex) {
        StringBuilder translated = new StringBuilder(regex.length());
        int i = 0;
        while (i < regex.length()) {
            if (regex.charAt(i) != '\\' || i + 1 == regex.length()) {
                translated.append(regex.charAt(i++));
            } else if (regex.charAt(i + 1) == 'u' && i + UNICODE_ESCAPE <= regex.length()) {
                translated
                        .append("\\x{")
                        .append(regex, i + 2, i + UNICODE_ESCAPE)
                        .append('}');
                i += UNICODE_ESCAPE;
            } else {
                translated.append(regex, i, i + 2);
                i += 2;
            }
        }
        return translated.toString();
    }
}
