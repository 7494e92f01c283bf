package dev.footbridge.oauth;

import java.util.Set;

/** How a token says that it is for this server. What it says must hold for every audience that it names. */
public sealed interface AudienceRule permits ResourceAudience, EntraAudience, CognitoClients {

    /** The resource URL of this server and nothing else. */
    AudienceRule RESOURCE = new ResourceAudience(Set.of());

    /** Throws unless the claims name this server and no stranger. */
    void check(Claims claims, String resource) throws TokenException;

    /** What an operator has to be told at start; empty for a rule that is as strict as RFC 9068 §4. */
    String notice();
}
