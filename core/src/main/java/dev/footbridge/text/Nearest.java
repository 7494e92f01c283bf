package dev.footbridge.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what somebody probably meant. */
public final class Nearest {

    private Nearest() {}

    /** {@code "; did you mean X?"}, or nothing when nothing is near. */
    public static String hint(String typed, Collection<String> known) {
        return to(typed, known).map(name -> "; did you mean " + name + "?").orElse("");
    }

    /** The hint as the end of a sentence that another one follows. */
    public static String hintAndStop(String typed, Collection<String> known) {
        String hint = hint(typed, known);
        return hint.isEmpty() ? "." : hint;
    }

    public static Optional<String> to(String typed, Collection<String> known) {
        int reach = typed.length() < 4 ? 1 : Math.max(2, typed.length() / 3);
        return known.stream()
                .filter(name -> distance(typed, name) <= reach || (typed.length() > 2 && name.startsWith(typed)))
                .min(Comparator.comparingInt(name -> distance(typed, name)));
    }

    /** Insertions, deletions and replacements between two words. */
    private static int distance(String left, String right) {
        int[] row = new int[right.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[right.length()];
    }
}
