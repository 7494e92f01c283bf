package dev.footbridge.tools.files;

import dev.footbridge.feature.ToolFailure;
import java.io.IOException;
import java.io.Reader;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A range of the lines of one file, within a budget of bytes. Not thread-safe. */
final class Excerpt {

    private static final int MAX_LINE_CHARS = 4000;

    /** Behind the excerpt, lines are only counted, and no further than this many characters. */
    private static final long MAX_COUNTED_CHARS = 32L * 1024 * 1024;

    private static final int LINES_BETWEEN_LOOKS = 1000;

    /** Three octets of UTF-8 are the most that one unit of UTF-16 takes. */
    private static final int OCTETS_PER_UNIT = 3;

    private final int maxBytes;
    private final BooleanSupplier stop;
    private final StringBuilder text = new StringBuilder();
    private long bytes;
    private Start from = new Start(1, 1);
    private long last;
    private long total;
    private boolean counted;
    private long cutLines;

    Excerpt(int maxBytes, BooleanSupplier stop) {
        this.maxBytes = maxBytes;
        this.stop = stop;
    }

    /**
     * Where to begin.
     *
     * @param line counted from 1
     * @param column in that line, counted from 1 in UTF-16 units
     */
    record Start(long line, long column) {}

    void read(Reader reader, Start start, long maxLines) throws IOException {
        LineReader lines = new LineReader(reader, Math.min(MAX_LINE_CHARS, maxBytes));
        from = start;
        boolean taking = true;
        long charsBehind = 0;
        LineReader.Line line = next(lines);
        while (line != null
                && charsBehind <= MAX_COUNTED_CHARS
                && !(total % LINES_BETWEEN_LOOKS == 0 && stop.getAsBoolean())) {
            total++;
            if (total >= start.line()) {
                taking = taking && total < start.line() + maxLines && take(line);
                charsBehind += taking ? 0 : line.length() + 1;
            }
            line = next(lines);
        }
        counted = line == null;
    }

    /** Who asks for a column wants that line: as much of it comes as the budget holds. */
    private LineReader.@Nullable Line next(LineReader lines) throws IOException {
        boolean within = from.column() > 1 && total + 1 == from.line();
        return within ? lines.next(from.column() - 1, Math.max(1, maxBytes / OCTETS_PER_UNIT)) : lines.next();
    }

    private boolean take(LineReader.Line line) {
        if (total == from.line() && from.column() > line.length() && from.column() > 1) {
            throw new ToolFailure("Line " + Shown.count(total) + " has "
                    + Shown.count(line.length(), "character", "characters") + "; from_column is behind its end.");
        }
        long size = Shown.utf8Length(line.text()) + 1;
        if (bytes + size > maxBytes && last > 0) {
            return false;
        }
        bytes += size;
        last = total;
        text.append(line.text());
        if (line.cut()) {
            cutLines++;
            text.append(" … [cut: this line has ")
                    .append(Shown.count(line.length()))
                    .append(" characters; go on with from_line=")
                    .append(total)
                    .append(" from_column=")
                    .append(line.end() + 1)
                    .append(']');
        }
        text.append('\n');
        return true;
    }

    /** The lines as they are in the file, each with a newline at its end. */
    String text() {
        return text.toString();
    }

    /** Which lines these are, and how to go on. */
    String note(RelativePath path, String encoding) {
        if (total == 0) {
            return path + " is empty.";
        }
        if (last == 0 && !counted) {
            throw new ToolFailure("The time was up at line " + Shown.count(total) + " of " + path
                    + ". Read an earlier part, or find the place with search_files.");
        }
        if (last == 0) {
            throw new ToolFailure(
                    path + " has " + Shown.count(total, "line", "lines") + "; from_line is behind its end.");
        }
        String of = " of " + (counted ? "" : "at least ") + Shown.count(total);
        String column = from.column() > 1 ? " (from column " + Shown.count(from.column()) + ")" : "";
        String note = "[" + path + ", lines " + Shown.count(from.line()) + column + "-" + Shown.count(last) + of + ", "
                + encoding + ".";
        if (last < total) {
            note += " Continue with from_line=" + (last + 1) + ".";
        }
        if (cutLines > 0) {
            note += " " + Shown.count(cutLines, "long line is", "long lines are") + " cut: the cut says how to go on.";
        }
        return note + "]";
    }
}
