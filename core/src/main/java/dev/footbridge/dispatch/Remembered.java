package dev.footbridge.dispatch;

import dev.footbridge.protocol.LogLevel;

/** What a legacy client may have us remember between its requests. */
interface Remembered {

    void logLevel(LogLevel level);

    void subscribe(String uri);

    void unsubscribe(String uri);
}
