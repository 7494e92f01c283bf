package dev.footbridge.processor.read;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** Finds tools that a model would take for one another. */
final class Confusions {

    /** Of all words of two descriptions, the share they have in common from which on they say the same. */
    private static final double SAME = 0.85;

    private static final int FEWEST_WORDS = 4;

    private Confusions() {}

    /**
     * Compares every pair of tools.
     *
     * @param descriptions by name
     * @param found is told the name of the later tool of a pair, and a sentence
     */
    static void find(Map<String, String> descriptions, BiConsumer<String, String> found) {
        String[] names = descriptions.keySet().toArray(new String[0]);
        for (int later = 1; later < names.length; later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                String one = names[earlier];
                String other = names[later];
                if (bare(one).equals(bare(other))) {
                    found.accept(
                            other,
                            "models will confuse the tools " + one + " and " + other + ": name one"
                                    + " for what sets it apart");
                } else if (isSame(descriptions.getOrDefault(one, ""), descriptions.getOrDefault(other, ""))) {
                    found.accept(
                            other,
                            "models will confuse " + one + " and " + other + ": their descriptions say"
                                    + " nearly the same. Say when to use which");
                }
            }
        }
    }

    /** A name without what models do not heed: case, separators, and a plural. */
    private static String bare(String name) {
        String letters = name.toLowerCase(Locale.ROOT).replaceAll("[_.-]", "");
        return letters.endsWith("s") ? letters.substring(0, letters.length() - 1) : letters;
    }

    private static boolean isSame(String one, String other) {
        Set<String> ours = words(one);
        Set<String> theirs = words(other);
        Set<String> all = new HashSet<>(ours);
        all.addAll(theirs);
        ours.retainAll(theirs);
        return all.size() >= FEWEST_WORDS && ours.size() >= SAME * all.size();
    }

    private static Set<String> words(String text) {
        Set<String> words =
                new TreeSet<>(Arrays.asList(text.toLowerCase(Locale.ROOT).split("\\W+", -1)));
        words.remove("");
        return words;
    }
}
