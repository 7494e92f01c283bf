package dev.footbridge.testkit.author;

import dev.footbridge.log.Log;
import java.util.Optional;

/**
 * One line that the server wrote to its operator's log. No client sees it.
 *
 * @param cause what was thrown, such as by a tool
 */
public record ServerLine(Log.Level level, String requestId, String message, Optional<Throwable> cause) {

    @Override
    public String toString() {
        return level + " " + message + cause.map(thrown -> " (" + thrown + ")").orElse("");
    }
}
