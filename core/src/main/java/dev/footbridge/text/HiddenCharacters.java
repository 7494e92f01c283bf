package dev.footbridge.text;

import java.util.Locale;
import java.util.OptionalInt;

/**
 * Characters that a model reads and a person does not see: controls, zero widths, marks that turn text around, tags,
 * selectors of variants. Joiners and selectors where scripts and emoji need them are not meant. Stateless.
 */
public final class HiddenCharacters {

    private static final int NON_JOINER = 0x200C;
    private static final int JOINER = 0x200D;
    private static final int TEXT_FORM = 0xFE0E;
    private static final int PICTURE_FORM = 0xFE0F;

    private static final CodePoints HIDDEN = new CodePoints(
            0x00, 0x08, 0x0B, 0x0C, 0x0E, 0x1F, 0x7F, 0x9F, 0xAD, 0xAD, 0x34F, 0x34F, 0x61C, 0x61C, 0x115F, 0x1160,
            0x17B4, 0x17B5, 0x180B, 0x180F, 0x200B, 0x200F, 0x202A, 0x202E, 0x2060, 0x206F, 0x2800, 0x2800, 0x3164,
            0x3164, 0xD800, 0xDFFF, 0xFE00, 0xFE0F, 0xFEFF, 0xFEFF, 0xFFA0, 0xFFA0, 0xFFF9, 0xFFFB, 0x1D173, 0x1D17A,
            0xE0000, 0xE0FFF);

    private HiddenCharacters() {}

    /** The first one; empty if there is none. */
    public static OptionalInt firstIn(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' ? c != '\n' && c != '\t' && c != '\r' : c >= 0x7F) {
                return searched(text);
            }
        }
        return OptionalInt.empty();
    }

    /** As {@code U+200B}. */
    public static String nameOf(int codePoint) {
        return String.format(Locale.ROOT, "U+%04X", codePoint);
    }

    private static OptionalInt searched(String text) {
        int before = ' ';
        int c;
        for (int i = 0; i < text.length(); i += Character.charCount(c)) {
            c = text.codePointAt(i);
            int next = i + Character.charCount(c);
            int after = next < text.length() ? text.codePointAt(next) : ' ';
            if (HIDDEN.contains(c) && !isNeeded(before, c, after)) {
                return OptionalInt.of(c);
            }
            before = c;
        }
        return OptionalInt.empty();
    }

    private static boolean isNeeded(int before, int c, int after) {
        return switch (c) {
            case NON_JOINER -> isForeignLetter(before) && isForeignLetter(after);
            case JOINER ->
                (isForeignLetter(before) || isPicture(before) || before == PICTURE_FORM)
                        && (isForeignLetter(after) || isPicture(after));
            case TEXT_FORM, PICTURE_FORM -> isPicture(before) || "0123456789#*".indexOf(before) >= 0;
            default -> false;
        };
    }

    /** A letter, or a mark on one, of a script in which joiners mean something. */
    private static boolean isForeignLetter(int c) {
        return c > 0x2FF
                && (Character.isLetter(c)
                        || Character.getType(c) == Character.NON_SPACING_MARK
                        || Character.getType(c) == Character.COMBINING_SPACING_MARK);
    }

    /** A symbol, or the colour of a skin on one. */
    private static boolean isPicture(int c) {
        int type = Character.getType(c);
        return c > 0x7F
                && !HIDDEN.contains(c)
                && (type == Character.OTHER_SYMBOL
                        || type == Character.MATH_SYMBOL
                        || type == Character.MODIFIER_SYMBOL
                        || type == Character.OTHER_PUNCTUATION
                        || type == Character.UNASSIGNED);
    }
}
