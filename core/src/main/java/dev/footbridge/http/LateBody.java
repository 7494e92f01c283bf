package dev.footbridge.http;

/**
 * An answer that is worked out while the client waits. Only when it runs does it know whether it will be one whole
 * response or a stream of events.
 */
@FunctionalInterface
public non-sealed interface LateBody extends Body {

    /**
     * Works the answer out on the adapter's thread and returns when nothing more will be sent, or later on a thread
     * that was lent for it. Calls either {@link Reply#whole} exactly once or {@link Reply#stream} exactly once; never
     * throws.
     */
    void answer(Reply reply);

    /** The adapter's side of a late answer. Used by one thread at a time, not always the same. */
    interface Reply {

        /**
         * Answers with a whole response. Its headers are added to those of the response that held the late body, and
         * win over them; its status replaces the other.
         */
        void whole(HttpResponse response);

        /** Opens an event stream (status 200, {@code text/event-stream}) with the headers of the held response. */
        EventStream stream();

        /**
         * True if the thread that asked for the answer may be used for longer than until the answer is complete: a call
         * that is given up goes on there until it notices. Then no other thread is needed for a call that is quick and
         * says nothing but its answer.
         */
        default boolean lendsThread() {
            return false;
        }
    }
}
