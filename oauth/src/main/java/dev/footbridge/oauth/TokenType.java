package dev.footbridge.oauth;

import java.util.Locale;

/** What the {@code typ} of a token's header may be (RFC 8725 §3.11). */
public enum TokenType {
    /** {@code at+jwt}, an access token by RFC 9068. */
    ACCESS_TOKEN("at+jwt"),
    /** {@code JWT}, which says nothing: for issuers such as Entra that mark their tokens no better. */
    JWT("jwt"),
    /** No {@code typ} at all: for Cognito, whose {@code token_use} says what a token is. */
    UNMARKED("");

    private static final String MEDIA_PREFIX = "application/";

    private final String typ;

    TokenType(String typ) {
        this.typ = typ;
    }

    /** As a header says it; empty where it says nothing. */
    String typ() {
        return typ;
    }

    /** True for a header's {@code typ}, in any case and with or without {@code application/} (RFC 7515 §4.1.9). */
    boolean is(String sent) {
        String lower = sent.toLowerCase(Locale.ROOT);
        return typ.equals(lower.startsWith(MEDIA_PREFIX) ? lower.substring(MEDIA_PREFIX.length()) : lower);
    }
}
