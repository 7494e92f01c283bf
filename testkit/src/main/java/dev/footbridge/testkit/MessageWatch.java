package dev.footbridge.testkit;

import dev.footbridge.json.JsonObject;

/** Sees every message a server sends while transcripts run. */
@FunctionalInterface
public interface MessageWatch {

    /**
     * A message came in.
     *
     * @param revision the client's revision, empty if it never settled on one
     * @param method the method of the request that the message answers; empty for requests and notifications
     */
    void sent(String revision, String method, JsonObject message);

    static MessageWatch none() {
        return (revision, method, message) -> {};
    }
}
