package dev.footbridge.function;

import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonWriter;
import dev.footbridge.log.Log;
import dev.footbridge.log.Timestamps;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** One line of JSON for each event, under the names of Lambda's own JSON log format. Thread-safe. */
public final class FunctionLog implements Log {

    private static final int LONGEST_TRACE = 8000;
    private static final int MOST_CAUSES = 5;

    private final PrintStream out;
    private final PrintStream troubles;
    private final InstantSource clock;
    private volatile String tenant = "";

    /** Where one place takes every line, and queries tell them apart. */
    public FunctionLog(PrintStream out, InstantSource clock) {
        this(out, out, clock);
    }

    /** @param troubles where warnings and errors go, which some platforms tell apart by that only */
    public FunctionLog(PrintStream out, PrintStream troubles, InstantSource clock) {
        this.out = out;
        this.troubles = troubles;
        this.clock = clock;
    }

    /** Names the tenant in every line from now on. A process that is set aside for one never serves another. */
    public void serving(String whom) {
        this.tenant = whom;
    }

    @Override
    public void write(Level level, String requestId, String message, @Nullable Throwable cause) {
        JsonObject.Builder line = JsonObject.builder()
                .put("timestamp", Timestamps.of(clock.instant()))
                .put("level", level.name())
                .put("requestId", requestId)
                .put("message", message);
        if (!tenant.isEmpty()) {
            line.put("tenantId", tenant);
        }
        if (cause != null) {
            line.put("errorType", cause.getClass().getName())
                    .put("errorMessage", messages(cause))
                    .put("stackTrace", trace(cause));
        }
        PrintStream place = level == Level.WARN || level == Level.ERROR ? troubles : out;
        place.println(JsonWriter.text(line.build()));
    }

    /** With those of its causes: the trace may be cut off before them, and the first one says the least. */
    private static String messages(Throwable cause) {
        StringBuilder all = new StringBuilder(String.valueOf(cause.getMessage()));
        Throwable next = cause.getCause();
        for (int depth = 0; next != null && depth < MOST_CAUSES; depth++) {
            all.append(": ").append(next.getMessage());
            next = next.getCause();
        }
        return all.toString();
    }

    private static String trace(Throwable cause) {
        StringWriter text = new StringWriter();
        cause.printStackTrace(new PrintWriter(text));
        String all = text.toString();
        return all.length() <= LONGEST_TRACE ? all : all.substring(0, LONGEST_TRACE);
    }
}
