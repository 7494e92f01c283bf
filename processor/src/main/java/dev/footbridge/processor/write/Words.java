package dev.footbridge.processor.write;

import java.util.Locale;

/** Makes Java names of names that are written otherwise. */
final class Words {

    private Words() {}

    /** {@code find_order} and {@code find-order} as {@code FindOrder}. */
    static String type(String name) {
        StringBuilder words = new StringBuilder();
        boolean start = true;
        for (char c : name.toCharArray()) {
            if (Character.isJavaIdentifierPart(c) && c != '_' && c != '$') {
                words.append(start ? Character.toUpperCase(c) : c);
                start = false;
            } else {
                start = true;
            }
        }
        boolean isName = !words.isEmpty() && Character.isJavaIdentifierStart(words.charAt(0));
        return isName ? words.toString() : "N" + words;
    }

    /** {@code findOrder} as {@code FIND_ORDER}. */
    static String constant(String name) {
        return type(name).replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }
}
