package dev.footbridge.oauth;

/** What a server makes of tokens that are bound to a key of the client (RFC 7800). */
public enum Binding {
    /** Bound tokens are refused: nobody here could tell whether the right client sends them. */
    OFF,
    /** Bound tokens are checked, and others are taken too. */
    ACCEPTED,
    /** Only bound tokens are taken. */
    REQUIRED
}
