package dev.footbridge.local;

import dev.footbridge.log.Log;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** One line for each event on standard error: time, level, request id, message, cause. Thread-safe. */
public final class StderrLog implements Log {

    private final PrintStream out;
    private final boolean verbose;
    private final InstantSource clock;

    /**
     * Logs to the stream.
     *
     * @param verbose adds the stack trace of every cause
     */
    public StderrLog(PrintStream out, boolean verbose) {
        this(out, verbose, InstantSource.system());
    }

    StderrLog(PrintStream out, boolean verbose, InstantSource clock) {
        this.out = out;
        this.verbose = verbose;
        this.clock = clock;
    }

    @Override
    public void write(Level level, String requestId, String message, @Nullable Throwable cause) {
        out.println(line(level, requestId, message, cause));
    }

    /** What cannot be put together for lack of memory, or since a class could not be made for it, is said plainly. */
    private String line(Level level, String requestId, String message, @Nullable Throwable cause) {
        try {
            return formatted(level, requestId, message, cause);
        } catch (LinkageError | OutOfMemoryError shortage) {
            return level + " " + requestId + " " + message.replace('\n', ' ').replace('\r', ' ');
        }
    }

    private String formatted(Level level, String requestId, String message, @Nullable Throwable cause) {
        StringBuilder line = new StringBuilder(120)
                .append(Clock.TIME.format(clock.instant().atZone(ZoneId.systemDefault())))
                .append(' ')
                .append(String.format("%-5s", level))
                .append(' ')
                .append(requestId)
                .append(' ')
                .append(oneLine(message));
        if (cause != null) {
            line.append(" (").append(oneLine(cause.toString())).append(')');
        }
        if (cause != null && verbose) {
            line.append(System.lineSeparator()).append(traceOf(cause).stripTrailing());
        }
        return line.toString();
    }

    /** Nothing a client sends may look like a line of its own. */
    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cc}\\u2028\\u2029]+", " ");
    }

    /** Loaded with the first line: a server that has nothing to say starts without date formats. */
    private static final class Clock {
        static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");
    }

    private static String traceOf(Throwable cause) {
        StringWriter text = new StringWriter();
        cause.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
