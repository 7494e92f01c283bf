package dev.footbridge.security;

/** What a sealed thing is for. What was sealed for one purpose cannot be opened for another. */
public enum Purpose {
    /** The {@code requestState} of a call that waits for input. */
    REQUEST_STATE,
    /** The cursor of a list. */
    CURSOR
}
