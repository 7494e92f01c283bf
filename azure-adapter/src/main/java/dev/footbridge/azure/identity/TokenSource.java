package dev.footbridge.azure.identity;

import dev.footbridge.secret.Secret;

/** Where access tokens for one service come from. Thread-safe; nothing is read before one is asked for. */
public interface TokenSource {

    /**
     * A token that is good now; ask for each request, and keep none.
     *
     * @throws IdentityException if there is none
     */
    Secret get();

    /** Reads it anew with the next request, unless that was done just before: the service called it invalid. */
    void renew();
}
