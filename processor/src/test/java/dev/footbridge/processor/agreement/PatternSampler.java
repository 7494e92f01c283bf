package dev.footbridge.processor.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes texts that match a pattern: literals, classes, groups, alternatives and counts. Used by one thread. */
final class PatternSampler {

    private static final int MOST = 3;

    private final Random random;
    private String pattern = "";
    private int at;

    PatternSampler(Random random) {
        this.random = random;
    }

    String text(String regex) {
        pattern = regex;
        at = 0;
        String text = alternatives();
        if (at != pattern.length()) {
            throw new IllegalArgumentException("not understood: " + regex + " at " + at);
        }
        return text;
    }

    /** Samples every alternative, because each has to be read, and keeps one. */
    private String alternatives() {
        List<String> all = new ArrayList<>();
        all.add(sequence());
        while (at < pattern.length() && pattern.charAt(at) == '|') {
            at++;
            all.add(sequence());
        }
        return all.get(random.nextInt(all.size()));
    }

    private String sequence() {
        StringBuilder text = new StringBuilder();
        while (at < pattern.length() && "|)".indexOf(pattern.charAt(at)) < 0) {
            text.append(counted());
        }
        return text.toString();
    }

    private String counted() {
        int start = at;
        String first = atom();
        int end = at;
        int[] bounds = count();
        int after = at;
        StringBuilder text = new StringBuilder();
        int count = bounds[0] + random.nextInt(bounds[1] - bounds[0] + 1);
        for (int i = 0; i < count; i++) {
            at = start;
            text.append(i == 0 ? again(first, end) : atom());
        }
        at = after;
        return text.toString();
    }

    private String again(String first, int end) {
        at = end;
        return first;
    }

    private String atom() {
        char c = pattern.charAt(at++);
        return switch (c) {
            case '^', '$' -> "";
            case '(' -> group();
            case '[' -> set();
            case '.' -> random.nextBoolean() ? "x" : "😀";
            case '\\' -> escaped(pattern.charAt(at++));
            default -> String.valueOf(c);
        };
    }

    private String group() {
        if (pattern.startsWith("?:", at)) {
            at += 2;
        }
        String text = alternatives();
        at++;
        return text;
    }

    private String set() {
        StringBuilder members = new StringBuilder();
        while (pattern.charAt(at) != ']') {
            char c = pattern.charAt(at++);
            if (c == '\\') {
                members.append(escaped(pattern.charAt(at++)));
            } else if (pattern.charAt(at) == '-' && pattern.charAt(at + 1) != ']') {
                char last = pattern.charAt(at + 1);
                at += 2;
                for (char each = c; each <= last; each++) {
                    members.append(each);
                }
            } else {
                members.append(c);
            }
        }
        at++;
        return String.valueOf(members.charAt(random.nextInt(members.length())));
    }

    private String escaped(char c) {
        return switch (c) {
            case 'd' -> String.valueOf((char) ('0' + random.nextInt(10)));
            case 'w' -> String.valueOf("aZ5_".charAt(random.nextInt(4)));
            default -> String.valueOf(c);
        };
    }

    private int[] count() {
        char c = at < pattern.length() ? pattern.charAt(at) : ' ';
        switch (c) {
            case '?':
                at++;
                return new int[] {0, 1};
            case '*':
                at++;
                return new int[] {0, MOST};
            case '+':
                at++;
                return new int[] {1, MOST};
            case '{':
                return braces();
            default:
                return new int[] {1, 1};
        }
    }

    private int[] braces() {
        int end = pattern.indexOf('}', at);
        String[] bounds = pattern.substring(at + 1, end).split(",", -1);
        at = end + 1;
        int least = Integer.parseInt(bounds[0]);
        return new int[] {least, Integer.parseInt(bounds[bounds.length - 1])};
    }
}
