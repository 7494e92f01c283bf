package dev.footbridge.dispatch;

import dev.footbridge.audit.AuditStatus;
import dev.footbridge.call.Caller;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.protocol.ErrorCode;
import dev.footbridge.protocol.RequestId;
import dev.footbridge.protocol.RpcError;
import dev.footbridge.secret.RandomBytes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one POST asks for: one request, or a batch of them (2025-03-26) with answers for elements that were none.
 *
 * @param batched true if the answers travel as an array, even a single one
 * @param refused answers that are known already
 */
record Work(Dispatcher dispatcher, List<Exchange> exchanges, boolean batched, List<Answer> refused) {

    static Work of(Dispatcher dispatcher, Exchange exchange) {
        return new Work(dispatcher, List.of(exchange), false, List.of());
    }

    /** Who sent all of it. */
    Caller caller() {
        return exchanges.get(0).caller();
    }

    /** What it can be cancelled by: the client knows none for a batch, or one element would silence the others. */
    RequestId name() {
        return batched
                ? new RequestId(Json.of(RandomBytes.uuid()))
                : exchanges.get(0).request().id();
    }

    /** @param deadline as {@link #deadline()} gave it when the work began */
    Answer run(Outbox outbox, Cancellation cancellation, Instant deadline) {
        List<Answer> answers = new ArrayList<>(refused);
        for (Exchange exchange : exchanges) {
            if (cancellation.cancelled()) {
                // Nobody will read this; what matters is that the rest does not run.
                return busy();
            }
            RunningCall call = dispatcher.begin(exchange, outbox, cancellation, Optional.of(deadline));
            cancellation.onCancel(call::end);
            answers.add(dispatcher.run(exchange, call));
        }
        return joined(answers);
    }

    /** All at once share the time of one. */
    Instant deadline() {
        Instant first = Instant.MAX;
        for (Exchange exchange : exchanges) {
            Instant deadline = dispatcher.deadline(exchange);
            first = deadline.isBefore(first) ? deadline : first;
        }
        return first;
    }

    /** The answers that are known already, for work that has nothing to run. */
    Answer known() {
        return joined(refused);
    }

    Answer timedOut() {
        List<Answer> answers = new ArrayList<>(refused);
        exchanges.forEach(exchange -> answers.add(dispatcher.timedOut(exchange)));
        return joined(answers);
    }

    /** For work that was not begun. */
    Answer busy() {
        return unanswered(
                AuditStatus.UNAVAILABLE, RpcError.of(ErrorCode.BUSY, "The server is busy: try again in a few seconds"));
    }

    /** For work that was begun: a client that tried again at once might do it twice. */
    Answer stopped() {
        return unanswered(
                AuditStatus.CANCELLED,
                RpcError.of(
                        ErrorCode.INTERNAL_ERROR,
                        "The server stopped this call before it ended. Parts of it may be done: look before you repeat it"));
    }

    private Answer unanswered(AuditStatus status, RpcError error) {
        List<Answer> answers = new ArrayList<>(refused);
        for (Exchange exchange : exchanges) {
            exchange.record().end(status);
            answers.add(Answer.error(exchange.request().id(), error));
        }
        return joined(answers);
    }

    private Answer joined(List<Answer> answers) {
        if (!batched) {
            return answers.get(0);
        }
        List<Json> messages = new ArrayList<>();
        answers.forEach(answer -> messages.add(answer.message()));
        return new Answer(new JsonArray(messages), 200);
    }
}
