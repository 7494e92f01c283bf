package dev.footbridge.tools.files;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;

/**
 * A pattern for paths with {@code /} between names: {@code *} and {@code ?} stay within a name, {@code **} spans
 * folders, {@code [a-z]} and {@code [!a-z]} are one character, {@code {a,b}} is either where alternatives are allowed.
 * Matched in linear time. Immutable.
 */
record Glob(Pattern pattern) {

    private static final int MAX_LENGTH = 1000;
    private static final Kind FOR_CLIENTS = new Kind(true, Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Kind FOR_IGNORE_FILES = new Kind(false, Pattern.DOTALL);

    /**
     * What a glob may say.
     *
     * @param alternatives whether {@code {a,b}} is either
     * @param flags of RE2/J
     */
    private record Kind(boolean alternatives, int flags) {}

    /**
     * As clients write it, in any letter case: without a {@code /} it matches a name in any folder, otherwise the path
     * from the start.
     */
    static Optional<Glob> parse(String text) {
        String glob = text.startsWith("./") ? text.substring(2) : text;
        boolean anywhere = glob.indexOf('/') < 0;
        return compile((anywhere ? "**/" : "") + (glob.startsWith("/") ? glob.substring(1) : glob), FOR_CLIENTS);
    }

    /** One line of a {@code .gitignore} file, already anchored by a leading {@code **}{@code /} or not at all. */
    static Optional<Glob> ofIgnoreFile(String text) {
        return compile(text, FOR_IGNORE_FILES);
    }

    boolean matches(String path) {
        return pattern.matcher(path).matches();
    }

    private static Optional<Glob> compile(String glob, Kind kind) {
        if (glob.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            String regex = new Translation(glob, kind.alternatives()).regex();
            return Optional.of(new Glob(Pattern.compile(regex, kind.flags())));
        } catch (PatternSyntaxException broken) {
            return Optional.empty();
        }
    }

    /** Goes through a glob once and writes the regular expression that means the same. */
    private static final class Translation {
        private final String glob;
        private final boolean alternatives;
        private final StringBuilder regex = new StringBuilder();
        private int at;
        private int open;

        Translation(String glob, boolean alternatives) {
            this.glob = glob;
            this.alternatives = alternatives;
        }

        String regex() {
            while (at < glob.length()) {
                step(glob.charAt(at));
            }
            return regex.toString();
        }

        private void step(char letter) {
            if (letter == '*') {
                stars();
            } else if (letter == '[') {
                bracket();
            } else if (letter == '\\' && at + 1 < glob.length()) {
                literal(at + 1);
            } else if (letter == '?') {
                append("[^/]");
            } else if (alternatives && letter == '{') {
                open++;
                append("(?:");
            } else if (open > 0 && letter == '}') {
                open--;
                append(")");
            } else if (open > 0 && letter == ',') {
                append("|");
            } else {
                literal(at);
            }
        }

        private void append(String part) {
            regex.append(part);
            at++;
        }

        private void literal(int index) {
            int codePoint = glob.codePointAt(index);
            regex.append(Pattern.quote(Character.toString(codePoint)));
            at = index + Character.charCount(codePoint);
        }

        private void stars() {
            boolean folderStart = at == 0 || glob.charAt(at - 1) == '/';
            if (folderStart && glob.startsWith("**/", at)) {
                regex.append("(?:.*/)?");
                at += 3;
            } else if (folderStart && glob.substring(at).equals("**")) {
                regex.append(".+");
                at += 2;
            } else {
                regex.append("[^/]*");
                while (at < glob.length() && glob.charAt(at) == '*') {
                    at++;
                }
            }
        }

        private void bracket() {
            int start = at + 1;
            boolean negated = start < glob.length() && "!^".indexOf(glob.charAt(start)) >= 0;
            int from = negated ? start + 1 : start;
            int end = glob.indexOf(']', from + 1);
            if (end < 0) {
                literal(at);
                return;
            }
            String members = glob.substring(from, end).replace("\\", "\\\\").replace("[", "\\[");
            regex.append(negated ? "[^/" : "[").append(escapedEdges(members)).append(']');
            at = end + 1;
        }

        private static String escapedEdges(String members) {
            String text = members.startsWith("^") || members.startsWith("]") ? "\\" + members : members;
            return text.endsWith("-") ? text.substring(0, text.length() - 1) + "\\-" : text;
        }
    }
}
