package dev.footbridge.dispatch;

import dev.footbridge.call.Answers;
import dev.footbridge.call.InputRequest;
import java.util.Map;

/** How the questions of a running call reach its client. */
@FunctionalInterface
interface Asker {

    /** Asks, and returns when all answers are here, or leaves the handler by an exception. */
    Answers ask(Map<String, InputRequest<?>> requests, Outbox outbox) throws InterruptedException;
}
