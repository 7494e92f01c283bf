package dev.footbridge.call;

/** How a caller proved who they are. */
public enum AuthMethod {
    /** Not at all. */
    NONE,
    /** By having started this process: the client at the other end of its standard input. */
    LOCAL,
    /** With the one token that a server was started with. */
    TOKEN,
    API_KEY,
    /** With an access token that this server verified by its signature (RFC 9068). */
    OAUTH_JWT,
    /** With an access token that its issuer vouched for (RFC 7662). */
    OAUTH_OPAQUE,
    /** With a client certificate (RFC 8705). */
    MTLS,
    /** With an AWS signature that the platform verified. */
    IAM,
    /** With a Microsoft Entra identity that the platform verified. */
    ENTRA
}
