package dev.footbridge.dispatch;

import dev.footbridge.json.Json;

/** Where a running call puts messages for its client, on the call's own stream. Thread-safe; never blocks for long. */
interface Outbox {

    /** For calls whose client takes nothing but the answer. */
    Outbox NONE = new Outbox() {
        @Override
        public void send(Json message) {}

        @Override
        public void release() {}

        @Override
        public boolean reachesClient() {
            return false;
        }
    };

    void send(Json message);

    /** Lets go of the connection, where the client can come back for the answer. */
    void release();

    /** False if messages are dropped because the client accepts no stream. */
    boolean reachesClient();
}
