package dev.footbridge.tools.files;

import dev.footbridge.feature.ToolFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.channels.Channels;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** One search through files that come in order, until it is done or has enough. Not thread-safe. */
final class Search {

    private static final long MAX_FILE_BYTES = 8L * 1024 * 1024;
    private static final long MAX_NAMED_FILE_BYTES = 256L * 1024 * 1024;
    private static final int MAX_LINE_CHARS = 8 * 1024 * 1024;
    private static final int LINES_BETWEEN_LOOKS = 500;
    private static final String TIME_UP = "The time for one search is up: continue";

    private final Query query;
    private final Bounds bounds;
    private final Hits hits;
    private long searched;
    private long binary;
    private long large;
    private long unreadable;
    private long cutLines;
    private long unwanted;
    private long links;
    private final LeftOut leftOut = new LeftOut();
    private String ending = "";
    private String goOnAfter = "";

    /**
     * When to stop.
     *
     * @param late true once the time is up
     */
    record Bounds(int maxMatches, int maxChars, BooleanSupplier late) {}

    Search(Query query, Hits hits, Bounds bounds) {
        this.query = query;
        this.hits = hits;
        this.bounds = bounds;
    }

    /**
     * Searches one file of many behind a line.
     *
     * @return false to end the search
     */
    boolean file(Spot spot, long afterLine) throws IOException {
        long lines = 0;
        if (spot.attributes().size() > MAX_FILE_BYTES) {
            large++;
        } else {
            try {
                lines = text(spot, afterLine);
            } catch (FileSystemException goneOrForbidden) {
                unreadable++;
            }
        }
        return lines >= 0 && inTime(spot.path(), lines);
    }

    /**
     * Searches the only file there is to search; it may be larger than one of many.
     *
     * @throws ToolFailure if it cannot be searched
     */
    void only(Spot spot, long afterLine) throws IOException {
        if (spot.attributes().size() > MAX_NAMED_FILE_BYTES) {
            throw new ToolFailure(spot.path() + " is too large to search (limit " + Shown.bytes(MAX_NAMED_FILE_BYTES)
                    + "). Read parts of it with read_file and from_line.");
        }
        try {
            text(spot, afterLine);
        } catch (FileSystemException failure) {
            throw Refusal.of(failure, spot.path());
        }
        if (binary > 0) {
            throw new ToolFailure(spot.path() + " is a binary file, which is not searched.");
        }
    }

    /** How many lines the file has, or -1 if the search ended within it. */
    private long text(Spot spot, long afterLine) throws IOException {
        try (InputStream bytes = Channels.newInputStream(spot.read())) {
            Optional<TextKind.Opened> text = TextKind.open(bytes);
            if (text.isEmpty()) {
                binary++;
                return 0;
            }
            searched++;
            hits.begin(spot.path());
            return lines(spot.path(), text.get().reader(), afterLine);
        }
    }

    /** A file that is not wanted; it takes time all the same. */
    boolean skip(RelativePath path) {
        unwanted++;
        return inTime(path, 0);
    }

    /** A link, which is not followed. */
    void link() {
        links++;
    }

    /** Something that the walk could not come by. */
    void leftOut(LeftOut.Reason reason) {
        leftOut.add(reason);
    }

    private long lines(RelativePath path, Reader reader, long afterLine) throws IOException {
        LineReader source = new LineReader(reader, MAX_LINE_CHARS);
        long number = 0;
        long lastMatch = afterLine;
        for (LineReader.Line line = source.next(); line != null; line = source.next()) {
            number++;
            cutLines += line.cut() ? 1 : 0;
            Optional<Query.Span> span;
            try {
                span = number <= afterLine ? Optional.empty() : query.find(line.text(), bounds.late());
            } catch (TimedText.TimeUp tooLong) {
                stop(TIME_UP, path, number);
                return -1;
            }
            if (span.isEmpty()) {
                hits.pass(number, line.text());
            } else if (full()) {
                stop("There are more: continue", path, lastMatch);
                return -1;
            } else {
                hits.add(number, line.text(), span.get());
                lastMatch = number;
            }
            if (number % LINES_BETWEEN_LOOKS == 0 && number > afterLine && !inTime(path, number)) {
                return -1;
            }
        }
        return number;
    }

    private boolean full() {
        return hits.matches() > 0 && (hits.matches() >= bounds.maxMatches() || hits.chars() >= bounds.maxChars());
    }

    private boolean inTime(RelativePath path, long line) {
        if (!bounds.late().getAsBoolean()) {
            return true;
        }
        stop(TIME_UP, path, line);
        return false;
    }

    private void stop(String why, RelativePath path, long line) {
        ending = why;
        goOnAfter = path.joined() + ":" + line;
    }

    /**
     * The matches and what became of the search.
     *
     * @param base where it was to look
     */
    String report(RelativePath base) {
        StringBuilder text = new StringBuilder(hits.text());
        text.append(text.length() > 0 ? "\n" : "").append('[').append(summary(base));
        String leftOut = leftOut();
        text.append(leftOut.isEmpty() ? "." : ", left out: " + leftOut + ".");
        if (!ending.isEmpty()) {
            text.append(' ')
                    .append(ending)
                    .append(" with after=")
                    .append(Shown.quoted(goOnAfter))
                    .append('.');
        } else if (hits.matches() == 0 && searched > 0) {
            text.append(" Try fewer or other words, another path, or no glob.");
        }
        return text.append(']').toString();
    }

    private String summary(RelativePath base) {
        if (searched > 0) {
            return (hits.matches() == 0 ? "No match" : hits.summary()) + "; " + Shown.count(searched, "file", "files")
                    + " searched";
        }
        if (!ending.isEmpty() || binary + large + unreadable > 0) {
            return "No match; no file searched";
        }
        if (unwanted > 0) {
            return "No file in " + base + " matches the glob";
        }
        return links > 0
                ? "There are only links in " + base + ", which a search does not follow: name one in `path`"
                : "There is no file to search in " + base;
    }

    private String leftOut() {
        List<String> parts = new ArrayList<>();
        if (binary > 0) {
            parts.add(Shown.count(binary) + " binary");
        }
        if (large > 0) {
            parts.add(
                    Shown.count(large) + " over " + Shown.bytes(MAX_FILE_BYTES) + " (name one in `path` to search it)");
        }
        if (unreadable > 0) {
            parts.add(Shown.count(unreadable) + " unreadable");
        }
        if (cutLines > 0) {
            parts.add("the rest of " + Shown.count(cutLines, "line", "lines") + " behind " + Shown.count(MAX_LINE_CHARS)
                    + " characters");
        }
        parts.addAll(leftOut.parts());
        return String.join(", ", parts);
    }
}
