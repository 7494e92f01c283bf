package dev.footbridge.dispatch;

/**
 * One row of a method table.
 *
 * @param pace whether the handler may take its time
 */
record Method(Handler handler, Pace pace) {

    /** How long a handler takes. */
    enum Pace {
        /** Never waits: answered on the thread that asks. */
        AT_ONCE,
        /** Runs an author's code: gets a thread, a time limit, a stream. */
        AT_LENGTH
    }

    static Method atOnce(Handler handler) {
        return new Method(handler, Pace.AT_ONCE);
    }

    static Method atLength(Handler handler) {
        return new Method(handler, Pace.AT_LENGTH);
    }
}
