package dev.footbridge.tools.files;

import java.util.ArrayDeque;
import java.util.Deque;

/** The matches of one answer as text: a line for each file, then its lines with their numbers. Not thread-safe. */
final class Hits {

    private static final int BEFORE = 160;
    private static final int MAX_LINE_CHARS = 400;

    private final int context;
    private final StringBuilder text = new StringBuilder();
    private final Deque<String> before = new ArrayDeque<>();
    private RelativePath file = RelativePath.ROOT;
    private long lastShown;
    private int contextLeft;
    private int matches;
    private int files;

    Hits(int context) {
        this.context = context;
    }

    /** From here on lines are those of this file. */
    void begin(RelativePath path) {
        file = path;
        lastShown = 0;
        contextLeft = 0;
        before.clear();
    }

    /** A line without a match, which may be context. */
    void pass(long number, String line) {
        if (contextLeft > 0) {
            contextLeft--;
            show(number, '-', shortened(line));
        } else if (context > 0) {
            before.addLast(shortened(line));
            if (before.size() > context) {
                before.removeFirst();
            }
        }
    }

    void add(long number, String line, Query.Span span) {
        if (lastShown == 0) {
            text.append(text.length() > 0 ? "\n" : "").append(file).append('\n');
            files++;
        } else if (context > 0 && number - before.size() > lastShown + 1) {
            text.append("--\n");
        }
        long at = number - before.size();
        for (String earlier : before) {
            show(at++, '-', earlier);
        }
        before.clear();
        show(number, ':', around(line, span));
        contextLeft = context;
        matches++;
    }

    private void show(long number, char mark, String line) {
        text.append(number).append(mark).append(' ').append(line).append('\n');
        lastShown = number;
    }

    private static String shortened(String line) {
        return line.length() <= MAX_LINE_CHARS ? line : Shown.start(line, MAX_LINE_CHARS) + " …";
    }

    private static String around(String line, Query.Span span) {
        if (line.length() <= MAX_LINE_CHARS) {
            return line;
        }
        int from = Math.max(0, Math.min(span.start() - BEFORE, line.length() - MAX_LINE_CHARS));
        int to = Math.min(line.length(), from + MAX_LINE_CHARS);
        return (from > 0 ? "… " : "") + Shown.part(line, from, to) + (to < line.length() ? " …" : "") + " [from column "
                + (span.start() + 1) + "]";
    }

    int matches() {
        return matches;
    }

    int chars() {
        return text.length();
    }

    /** Such as {@code 7 matches in 3 files}. */
    String summary() {
        return Shown.count(matches, "matching line", "matching lines") + " in " + Shown.count(files, "file", "files");
    }

    String text() {
        return text.toString();
    }
}
