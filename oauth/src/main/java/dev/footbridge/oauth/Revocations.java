package dev.footbridge.oauth;

/**
 * Tokens that are taken back before they end, by their names: the text of a token can be changed without its becoming
 * another one, its {@code jti} cannot. Thread-safe; asked for every request. What it throws refuses the request.
 */
@FunctionalInterface
public interface Revocations {

    /** Nothing is ever taken back. Tokens without a name are refused under every other instance than this. */
    Revocations NONE = (issuer, tokenId) -> false;

    boolean isRevoked(String issuer, String tokenId);
}
