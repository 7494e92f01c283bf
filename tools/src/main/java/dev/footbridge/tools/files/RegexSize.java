package dev.footbridge.tools.files;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How large the program of a regular expression would become, roughly, found without compiling it: counted repeats of
 * repeats multiply, so that {@code ((a{100}){100}){100}} has a million steps. Not thread-safe.
 */
final class RegexSize {

    private static final long ENOUGH = 1_000_000_000L;

    private final String regex;
    private final Deque<Long> outer = new ArrayDeque<>();
    private long group;
    private long atom;
    private int at;

    private RegexSize(String regex) {
        this.regex = regex;
    }

    static long of(String regex) {
        RegexSize size = new RegexSize(regex);
        while (size.at < regex.length()) {
            size.step(regex.charAt(size.at));
        }
        return size.outer.stream().mapToLong(Long::longValue).sum() + size.group;
    }

    private void step(char letter) {
        at++;
        if (letter == '(') {
            outer.push(group);
            group = 0;
        } else if (letter == ')' && !outer.isEmpty()) {
            atom = group;
            group += outer.pop();
        } else if (letter == '{') {
            repeat();
        } else {
            if (letter == '\\') {
                at++;
            } else if (letter == '[') {
                at = Math.max(at, regex.indexOf(']', at + 1));
            }
            atom = 1;
            group++;
        }
    }

    private void repeat() {
        int end = regex.indexOf('}', at);
        if (end < 0) {
            return;
        }
        long most = 0;
        for (String count : regex.substring(at, end).split(",", -1)) {
            if (!count.matches("[0-9]{0,9}")) {
                return;
            }
            most = Math.max(most, count.isEmpty() ? 0 : Long.parseLong(count));
        }
        long more = Math.min(ENOUGH, atom * Math.max(0, most - 1));
        group = Math.min(ENOUGH, group + more);
        atom = Math.min(ENOUGH, atom + more);
        at = end + 1;
    }
}
