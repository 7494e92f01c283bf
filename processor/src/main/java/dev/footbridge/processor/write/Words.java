package dev.footbridge.processor.write;

import java.util.Locale;

/** Makes Java names of names that are written otherwise; of ASCII letters, because classes become files. */
final class Words {

    private Words() {}

    /** {@code find_order} and {@code find-order} as {@code FindOrder}. */
    static String type(String name) {
        StringBuilder words = new StringBuilder();
        boolean start = true;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (isAsciiLetterOrDigit(c)) {
                words.append(start ? Character.toUpperCase(c) : c);
                start = false;
            } else {
                start = true;
            }
        }
        boolean isName = !words.isEmpty() && !Character.isDigit(words.charAt(0));
        return isName ? words.toString() : "N" + words;
    }

    /** The last part of a qualified name, without type arguments. */
    static String simple(String javaType) {
        String raw = raw(javaType);
        return raw.substring(raw.lastIndexOf('.') + 1);
    }

    /** A type without its arguments. */
    static String raw(String javaType) {
        int arguments = javaType.indexOf('<');
        return arguments < 0 ? javaType : javaType.substring(0, arguments);
    }

    /** {@code findOrder} as {@code FIND_ORDER}. */
    static String constant(String name) {
        return type(name).replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }

    private static boolean isAsciiLetterOrDigit(char c) {
        return c <= 'z' && Character.isLetterOrDigit(c);
    }
}
