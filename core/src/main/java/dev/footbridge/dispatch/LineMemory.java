package dev.footbridge.dispatch;

import dev.footbridge.protocol.LogLevel;
import dev.footbridge.session.Session;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers for as long as one conversation lasts. Thread-safe. */
final class LineMemory implements Remembered {

    private final Set<String> subscriptions = ConcurrentHashMap.newKeySet();
    private volatile LogLevel level = Session.DEFAULT_LOG_LEVEL;

    @Override
    public void logLevel(LogLevel least) {
        level = least;
    }

    @Override
    public void subscribe(String uri) {
        Refusals.refuseTooMany(subscriptions, uri);
        subscriptions.add(uri);
    }

    @Override
    public void unsubscribe(String uri) {
        subscriptions.remove(uri);
    }

    LogLevel level() {
        return level;
    }

    boolean covers(String uri) {
        return Interest.covers(subscriptions, uri);
    }
}
