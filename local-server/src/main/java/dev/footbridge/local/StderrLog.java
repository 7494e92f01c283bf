package dev.footbridge.local;

import dev.footbridge.log.Log;
import dev.footbridge.log.Timestamps;
import dev.footbridge.text.ShownText;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One line for each event on standard error: time in UTC, level, request id, message, cause. Thread-safe. */
public final class StderrLog implements Log {

    /** Packages of the JDK, and of this house. */
    private static final List<String> THEIRS =
            List.of("java.", "javax.", "jdk.", "sun.", "com.sun.", "dev.footbridge.");

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
                .append(Timestamps.of(clock.instant().truncatedTo(ChronoUnit.MILLIS)))
                .append(' ')
                .append(String.format("%-5s", level))
                .append(' ')
                .append(requestId)
                .append(' ')
                .append(ShownText.oneLine(message));
        if (cause != null) {
            line.append(" (")
                    .append(ShownText.oneLine(cause.toString()))
                    .append(placeOf(cause))
                    .append(')');
        }
        if (cause != null && verbose) {
            line.append(System.lineSeparator()).append(traceOf(cause).stripTrailing());
        }
        return line.toString();
    }

    /** The line of an author's own code that threw it, or called what did. */
    private static String placeOf(Throwable cause) {
        for (StackTraceElement frame : cause.getStackTrace()) {
            String name = frame.getClassName();
            if (THEIRS.stream().noneMatch(name::startsWith)) {
                return " at " + name + "." + frame.getMethodName() + "(" + frame.getFileName() + ":"
                        + frame.getLineNumber() + ")";
            }
        }
        return "";
    }

    private static String traceOf(Throwable cause) {
        StringWriter text = new StringWriter();
        cause.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
