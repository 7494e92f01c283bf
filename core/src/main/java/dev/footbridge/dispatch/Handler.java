package dev.footbridge.dispatch;

import dev.footbridge.json.JsonObject;

/** Answers one method. Called by many threads at once. */
@FunctionalInterface
interface Handler {

    /**
     * Answers.
     *
     * @return the result in the form of the newest revision, without what every result of it carries
     * @throws dev.footbridge.protocol.RpcException to refuse
     */
    JsonObject handle(Exchange exchange, RunningCall call) throws Exception;
}
