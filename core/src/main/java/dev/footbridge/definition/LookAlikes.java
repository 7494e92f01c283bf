package dev.footbridge.definition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Names that people and models take for one another. Stateless. */
final class LookAlikes {

    /** Letters of other scripts that look like Latin ones, each before what it looks like. */
    private static final String TWINS = "аaеeоoрpсcуyхxіiѕsјjԁdһhοoαaνvρpτtκkιi";

    private LookAlikes() {}

    static List<Finding> among(List<Definition> definitions) {
        Map<String, Definition> first = new HashMap<>();
        List<Finding> findings = new ArrayList<>();
        for (Definition definition : definitions) {
            if (definition.kind() == Definition.Kind.RESOURCE || definition.kind() == Definition.Kind.TEMPLATE) {
                continue;
            }
            Definition other = first.putIfAbsent(definition.kind() + " " + skeleton(definition.name()), definition);
            if (other != null) {
                findings.add(new Finding(false, definition.title(), "looks like " + other.title()));
            }
        }
        return findings;
    }

    /** True if letters of Latin stand beside letters of another script that has twins of them. */
    static boolean mixesScripts(String name) {
        boolean latin = name.codePoints().anyMatch(c -> isOf(c, Character.UnicodeScript.LATIN));
        return latin
                && name.codePoints()
                        .anyMatch(c -> isOf(c, Character.UnicodeScript.CYRILLIC)
                                || isOf(c, Character.UnicodeScript.GREEK)
                                || isOf(c, Character.UnicodeScript.ARMENIAN)
                                || isOf(c, Character.UnicodeScript.CHEROKEE));
    }

    private static boolean isOf(int codePoint, Character.UnicodeScript script) {
        return Character.isLetter(codePoint) && Character.UnicodeScript.of(codePoint) == script;
    }

    /** What is left of a name for somebody who reads in haste. */
    private static String skeleton(String name) {
        StringBuilder left = new StringBuilder();
        name.toLowerCase(Locale.ROOT).chars().forEach(c -> {
            int twin = TWINS.indexOf(c);
            char seen = c > 0x7F && twin >= 0 && twin % 2 == 0 ? TWINS.charAt(twin + 1) : (char) c;
            switch (seen) {
                case '_', '-', '.', ' ', '/' -> {}
                case '0' -> left.append('o');
                case '1', 'i' -> left.append('l');
                default -> left.append(seen);
            }
        });
        return left.toString().replace("rn", "m").replace("vv", "w");
    }
}
