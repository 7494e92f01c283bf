package dev.footbridge.processor.model;

import java.util.List;

/**
 * What a text must be.
 *
 * @param least in code points
 * @param most in code points, {@code Integer.MAX_VALUE} for no limit
 * @param pattern as the author wrote it, to match the whole text; empty for none
 * @param format the name of a {@code TextFormat} constant; empty for none
 * @param allowed the only texts there may be; empty for any
 */
public record TextRules(int least, int most, String pattern, String format, List<String> allowed) {

    public static final TextRules NONE = new TextRules(0, Integer.MAX_VALUE, "", "", List.of());

    public TextRules {
        allowed = List.copyOf(allowed);
    }
}
