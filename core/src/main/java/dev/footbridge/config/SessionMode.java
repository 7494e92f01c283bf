package dev.footbridge.config;

/** How clients older than 2026-07-28 are served. */
public enum SessionMode {
    /** With sessions in the store: questions to the user, subscriptions and resuming work. */
    SESSIONS,
    /** Without: every request stands alone, nothing is kept, nothing can be asked. */
    STATELESS,
    /** Not at all. */
    OFF
}
