package dev.footbridge.tools.files;

import dev.footbridge.feature.ToolFailure;
import java.io.IOException;
import java.io.Reader;
import java.util.function.BooleanSupplier;

/** A range of the lines of one file, within a budget of bytes. Not thread-safe. */
final class Excerpt {

    private static final int MAX_LINE_CHARS = 4000;

    /** Behind the excerpt, lines are only counted, and no further than this many characters. */
    private static final long MAX_COUNTED_CHARS = 32L * 1024 * 1024;

    private static final int LINES_BETWEEN_LOOKS = 1000;

    private final int maxBytes;
    private final BooleanSupplier stop;
    private final StringBuilder text = new StringBuilder();
    private long bytes;
    private long first;
    private long last;
    private long total;
    private boolean counted;
    private long cutLines;

    Excerpt(int maxBytes, BooleanSupplier stop) {
        this.maxBytes = maxBytes;
        this.stop = stop;
    }

    void read(Reader reader, long fromLine, long maxLines) throws IOException {
        LineReader lines = new LineReader(reader, Math.min(MAX_LINE_CHARS, maxBytes));
        first = fromLine;
        boolean taking = true;
        long charsBehind = 0;
        LineReader.Line line = lines.next();
        while (line != null
                && charsBehind <= MAX_COUNTED_CHARS
                && !(total % LINES_BETWEEN_LOOKS == 0 && stop.getAsBoolean())) {
            total++;
            if (total >= fromLine) {
                taking = taking && total < fromLine + maxLines && take(line);
                charsBehind += taking ? 0 : line.length() + 1;
            }
            line = lines.next();
        }
        counted = line == null;
    }

    private boolean take(LineReader.Line line) {
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
                    .append(" characters]");
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
        String of = " of " + (counted ? "" : "more than ") + Shown.count(total);
        String note = "[" + path + ", lines " + first + "-" + last + of + ", " + encoding + ".";
        if (last < total) {
            note += " Continue with from_line=" + (last + 1) + ".";
        }
        if (cutLines > 0) {
            note += " " + Shown.count(cutLines, "long line is", "long lines are")
                    + " cut; search_files looks at all of it.";
        }
        return note + "]";
    }
}
