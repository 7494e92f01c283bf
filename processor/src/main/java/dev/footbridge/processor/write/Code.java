package dev.footbridge.processor.write;

import java.util.ArrayList;
import java.util.List;

/** Lines of Java, indented and broken as they are rendered. Not thread-safe. */
final class Code {

    /** Where a line may be broken. */
    static final char BREAK = '\u0001';
    /** Where a line is broken, within a text block. */
    static final char LINE = '\u0002';

    private static final int WIDTH = 120;
    private static final int INDENT = 4;
    private static final int CONTINUED = 8;

    private final Types types;
    private final List<Line> lines = new ArrayList<>();
    private int depth;

    Code(Types types) {
        this.types = types;
    }

    private record Line(int depth, String text) {}

    /** Adds a line; see {@link Types#fill} for what a template may hold. */
    Code line(String template, String... values) {
        lines.add(new Line(depth, types.fill(template, values)));
        return this;
    }

    /** Adds a line that opens a block. */
    Code open(String template, String... values) {
        line(template, values);
        depth++;
        return this;
    }

    Code close() {
        return close("}");
    }

    Code close(String text) {
        depth--;
        return line(text);
    }

    /** Adds an empty line, unless it would be a block's first. */
    Code gap() {
        if (!lines.isEmpty() && lines.get(lines.size() - 1).depth() >= depth) {
            lines.add(new Line(0, ""));
        }
        return this;
    }

    Code include(Code other) {
        other.lines.forEach(line -> lines.add(new Line(line.text().isEmpty() ? 0 : depth + line.depth(), line.text())));
        return this;
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    String render() {
        StringBuilder out = new StringBuilder();
        lines.forEach(line -> render(line, out));
        return out.toString();
    }

    private static void render(Line line, StringBuilder out) {
        String[] rows = line.text().split(String.valueOf(LINE), -1);
        for (int i = 0; i < rows.length; i++) {
            int indent = line.depth() * INDENT + (i == 0 ? 0 : CONTINUED);
            fill(rows[i], indent, i == 0 ? indent + CONTINUED : indent, out);
        }
    }

    /** Breaks as late as the width allows. */
    private static void fill(String row, int indent, int next, StringBuilder out) {
        StringBuilder line = new StringBuilder(" ".repeat(indent));
        int start = line.length();
        for (String part : row.split(String.valueOf(BREAK), -1)) {
            boolean broken = line.length() > start
                    && line.length() + part.stripTrailing().length() > WIDTH;
            if (broken) {
                out.append(line.toString().stripTrailing()).append('\n');
                line = new StringBuilder(" ".repeat(next));
                start = line.length();
            }
            line.append(broken ? part.stripLeading() : part);
        }
        out.append(line.toString().stripTrailing()).append('\n');
    }
}
