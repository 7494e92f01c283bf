package dev.footbridge.dispatch;

import dev.footbridge.call.Caller;
import dev.footbridge.protocol.LogLevel;
import dev.footbridge.session.Sessions;

/** Remembers in the client's session, so that every instance knows. */
record SessionMemory(Sessions sessions, String sessionId, Caller caller) implements Remembered {

    @Override
    public void logLevel(LogLevel level) {
        sessions.change(sessionId, caller, session -> session.withLogLevel(level));
    }

    @Override
    public void subscribe(String uri) {
        sessions.change(sessionId, caller, session -> {
            Refusals.refuseTooMany(session.subscriptions(), uri);
            return session.withSubscription(uri);
        });
    }

    @Override
    public void unsubscribe(String uri) {
        sessions.change(sessionId, caller, session -> session.withoutSubscription(uri));
    }
}
