package dev.footbridge.dispatch;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;
import dev.footbridge.protocol.Message;
import dev.footbridge.protocol.RequestId;
import dev.footbridge.secret.RandomBytes;
import dev.footbridge.session.Mailbox;
import dev.footbridge.state.StateKey;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Corresponds over HTTP: the answer is a POST of its own, which may reach another instance, so it goes by the store.
 */
final class MailCorrespondent implements Correspondent {

    private final Mailbox mailbox;
    private final InstantSource clock;
    private final StateKey session;
    private final Duration patience;

    MailCorrespondent(Mailbox mailbox, InstantSource clock, StateKey session, Duration patience) {
        this.mailbox = mailbox;
        this.clock = clock;
        this.session = session;
        this.patience = patience;
    }

    @Override
    public Optional<Message.Reply> request(String method, JsonObject params, Outbox outbox)
            throws InterruptedException {
        RequestId id = new RequestId(Json.of(RandomBytes.uuid()));
        StateKey letter = letter(session, id);
        mailbox.expect(letter, clock.instant().plus(patience));
        outbox.send(Correspondent.message(id, method, params));
        return mailbox.await(letter)
                .map(reply -> new Message.Reply(
                        id,
                        reply.object("result").orElse(null),
                        reply.object("error").orElse(null)));
    }

    /** Takes in an answer that was posted; what nobody waits for is dropped. */
    static void deliver(Mailbox mailbox, StateKey session, Message.Reply reply) {
        JsonObject letter = JsonObject.builder()
                .putIfPresent("result", reply.result())
                .putIfPresent("error", reply.error())
                .build();
        mailbox.deliver(letter(session, reply.id()), letter);
    }

    private static StateKey letter(StateKey session, RequestId id) {
        return new StateKey(session.tenant(), "mail/" + session.name() + "/" + id.key());
    }
}
