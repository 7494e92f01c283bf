package dev.footbridge.testkit.author;

import dev.footbridge.log.Log;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps every line. Thread-safe. */
final class ServerLog implements Log {

    private final List<ServerLine> lines = new ArrayList<>();

    @Override
    public synchronized void write(Level level, String requestId, String message, @Nullable Throwable cause) {
        lines.add(new ServerLine(level, requestId, message, Optional.ofNullable(cause)));
    }

    synchronized List<ServerLine> lines() {
        return List.copyOf(lines);
    }

    /** The lines after the first so many. */
    synchronized List<ServerLine> after(int earlier) {
        return List.copyOf(lines.subList(earlier, lines.size()));
    }
}
