package dev.footbridge.dispatch;

import dev.footbridge.call.Caller;
import dev.footbridge.call.Client;
import dev.footbridge.http.Arrival;
import dev.footbridge.protocol.LogLevel;
import dev.footbridge.protocol.Message;
import dev.footbridge.protocol.Meta;
import dev.footbridge.protocol.ProtocolVersion;
import dev.footbridge.session.Mailbox;
import dev.footbridge.session.Session;
import dev.footbridge.state.StateKey;
import java.util.Optional;

/** Settles requests of clients older than 2026-07-28, from what their session or conversation remembers. */
final class LegacyEra {

    private final Engine engine;
    private final Mailbox mailbox;

    LegacyEra(Engine engine) {
        this.engine = engine;
        this.mailbox = new Mailbox(engine.parts.store());
    }

    /** What is known of a legacy client before it sends a request. */
    record Standing(
            ProtocolVersion revision,
            Client client,
            Optional<LogLevel> logLevel,
            Asker asker,
            Optional<Remembered> memory) {}

    Exchange settle(Message.Request request, Caller caller, Standing standing, Arrival arrival) {
        Meta meta = Meta.legacy(request.params());
        return new Exchange(
                request,
                standing.revision(),
                caller,
                standing.client(),
                meta.progressToken(),
                standing.logLevel(),
                meta.trace(),
                // What is held back until it is complete asks nobody anything.
                arrival.live() ? standing.asker() : StatelessAsker.withoutStream(standing.revision()),
                Optional.empty(),
                standing.memory(),
                arrival.live(),
                arrival.deadline(),
                arrival.requestId(),
                arrival.remoteAddress(),
                engine.begin(request, standing.revision(), caller, arrival));
    }

    Standing inSession(Session session, Caller caller) {
        Correspondent correspondent =
                new MailCorrespondent(mailbox, engine.clock, mailKey(session, caller), engine.config.callTimeout());
        return new Standing(
                session.revision(),
                session.client(),
                Optional.of(session.logLevel()),
                new WireAsker(session.revision(), session.client().capabilities(), correspondent),
                Optional.of(new SessionMemory(engine.sessions, session.id(), caller)));
    }

    /** For a request that stands alone although its revision knows no such thing. */
    Standing alone(ProtocolVersion revision) {
        return new Standing(
                revision, Client.UNKNOWN, Optional.empty(), StatelessAsker.withoutSession(revision), Optional.empty());
    }

    /** Takes in a client's answer; what nobody waits for is dropped. */
    void deliver(Session session, Caller caller, Message.Reply reply) {
        MailCorrespondent.deliver(mailbox, mailKey(session, caller), reply);
    }

    private static StateKey mailKey(Session session, Caller caller) {
        return new StateKey(caller.tenant(), session.storedName());
    }
}
