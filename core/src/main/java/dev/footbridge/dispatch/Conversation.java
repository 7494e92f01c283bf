package dev.footbridge.dispatch;

import dev.footbridge.call.Caller;
import dev.footbridge.http.Arrival;
import dev.footbridge.http.Bytes;
import java.time.Duration;

/**
 * One client on a channel of its own, message by message: stdio, or the two-endpoint transport of 2024-11-05.
 *
 * <p>Thread-safe. {@link #receive} never waits for a handler: answers are sent when they are ready, in any order.
 */
public interface Conversation extends AutoCloseable {

    /** Takes one message, without its line end. Whatever is wrong with it is answered, never thrown. */
    void receive(Bytes message);

    /**
     * As {@link #receive(Bytes)}, of somebody who showed a credential with this very message, which may allow other
     * things than the one that the channel was opened with.
     */
    void receive(Bytes message, Caller sender, Arrival arrival);

    /**
     * Waits for running calls to be answered: for a client that has said all it will, and still listens.
     *
     * @param patience how long at most
     */
    void awaitAnswers(Duration patience) throws InterruptedException;

    /** The client is gone, or should go: running calls are cancelled, subscriptions end. */
    @Override
    void close();

    /** Where messages to the client go. */
    @FunctionalInterface
    interface Outlet {

        /**
         * Sends one message without a raw newline in it. Called by one thread at a time; not called again once it has
         * thrown.
         */
        void send(Bytes message);
    }
}
