package dev.footbridge.azure.storage;

import java.net.URI;

/** Says who asks. Thread-safe. */
sealed interface Authorization permits SharedKey, BearerToken {

    /**
     * The header of one request.
     *
     * @param date as in its {@code x-ms-date}
     * @throws dev.footbridge.azure.identity.IdentityException if there is no token
     */
    String header(URI uri, String date);

    /**
     * The service does not know who asks.
     *
     * @return true if another header may do better
     */
    boolean renew();

    /** What a refusal to know who asks may come from; for the operator. */
    String doubt();

    /** What a refusal to let them do it may come from; for the operator. */
    String lack();
}
