package dev.footbridge.settings;

import java.util.Map;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/**
 * What is wrong with a file that is no YAML, in one line that quotes nothing of it: what the library says may repeat a
 * secret, and many lines around it.
 */
final class YamlTrouble {

    /** By words of the library, of which no two come together. */
    private static final Map<String, String> EXPECTED = Map.of(
            "duplicate key", "each key once, and this one was there before",
            "(TAB)", "spaces before a key, not a tab",
            "mapping values",
                    "no colon here: what has one needs quotation marks, what is a key begins where its siblings do",
            "expected ',' or ']'", "a comma, or ] as the end of the list",
            "expected ',' or '}'", "a comma, or } as the end of the mapping",
            "unexpected end of stream", "the quotation mark that ends a text",
            "expected ':'", "a colon behind the key in the line above",
            "<block end>", "what is in one block to begin in one column, and one value for each key",
            "cannot start any token", "quotation marks around a text that begins so",
            "another document", "one document");

    private YamlTrouble() {}

    static String of(MarkedYamlEngineException malformed) {
        String place = malformed
                .getProblemMark()
                .map(mark -> "line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1) + ": ")
                .orElse("");
        String said = malformed.getContext() + " " + malformed.getProblem();
        return place + "not the YAML that is read here"
                + EXPECTED.entrySet().stream()
                        .filter(known -> said.contains(known.getKey()))
                        .map(known -> "; expected: " + known.getValue())
                        .sorted()
                        .findFirst()
                        .orElse("");
    }
}
