package dev.footbridge.oauth;

import java.util.Set;

/**
 * The token is an access token of a listed client of Amazon Cognito, whose tokens name no audience. Weaker than an
 * audience: a token that such a client got for another server is good here. A token that does name an audience must
 * name this server alone.
 *
 * @param clientIds the app clients that call this server and no other
 */
public record CognitoClients(Set<String> clientIds) implements AudienceRule {

    /** @throws IllegalArgumentException if there is no client, or an empty one */
    public CognitoClients {
        clientIds = Set.copyOf(clientIds);
        if (clientIds.isEmpty() || clientIds.contains("")) {
            throw new IllegalArgumentException("the Cognito mode needs the clients whose tokens are taken");
        }
    }

    @Override
    public void check(Claims claims, String resource) throws TokenException {
        if (!claims.text("token_use").equals("access")) {
            throw TokenException.invalid("The token is not an access token.");
        }
        if (!clientIds.contains(claims.text("client_id"))) {
            throw TokenException.invalid("The token is from a client that may not call this server.");
        }
        if (claims.has("aud")) {
            AudienceRule.RESOURCE.check(claims, resource);
        }
    }

    @Override
    public String notice() {
        return "tokens are taken without an audience from these clients (Cognito mode), which is weaker: " + clientIds;
    }
}
