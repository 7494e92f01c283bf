package dev.footbridge.dispatch;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonObject;
import dev.footbridge.protocol.ErrorCode;
import dev.footbridge.protocol.Message;
import dev.footbridge.protocol.MessageParser;
import dev.footbridge.protocol.Meta;
import dev.footbridge.protocol.ProtocolVersion;
import dev.footbridge.protocol.RpcException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * An array of messages, which only clients of 2025-03-26 may send.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2025-03-26/basic#batching">2025-03-26, batching</a>
 */
final class Batch {

    /** More in one POST is no batch but a flood. */
    private static final int MAX_ELEMENTS = 100;

    private Batch() {}

    /**
     * Takes a batch apart.
     *
     * @param address where it comes from, and where each request counts; the first was counted with the POST; empty if
     *     unknown
     * @param settle what becomes of a request
     * @param take what becomes of everything that wants no answer
     * @throws RpcException if this is no batch that can be served
     */
    static Work open(
            Engine engine,
            JsonArray array,
            Optional<String> address,
            Function<Message.Request, Exchange> settle,
            Consumer<Message> take) {
        List<Exchange> exchanges = new ArrayList<>();
        List<Answer> refusals = new ArrayList<>();
        boolean first = true;
        for (Message message : parse(array)) {
            if (message instanceof Message.Request request) {
                try {
                    if (!first) {
                        address.ifPresent(engine.admissions::arrived);
                    }
                    first = false;
                    exchanges.add(settle.apply(request));
                } catch (RpcException refusal) {
                    refusals.add(Answer.error(request.id(), refusal.error()));
                }
            } else if (message instanceof Message.Malformed malformed) {
                refusals.add(Answer.error(malformed.id(), malformed.error()));
            } else {
                take.accept(message);
            }
        }
        return new Work(engine.dispatcher, exchanges, true, refusals);
    }

    /** @throws RpcException unless this client may send batches */
    static LegacyEra.Standing allowed(Optional<LegacyEra.Standing> standing) {
        LegacyEra.Standing known = standing.orElseThrow(Batch::foreign);
        mayComeUnder(known.revision());
        return known;
    }

    /** @throws RpcException unless a client of this revision may send batches */
    static void mayComeUnder(ProtocolVersion revision) {
        if (revision != ProtocolVersion.V2025_03_26) {
            throw foreign();
        }
    }

    private static RpcException foreign() {
        return refused("Batches are for clients of revision 2025-03-26 only");
    }

    private static List<Message> parse(JsonArray array) {
        List<Json> items = array.items();
        if (items.isEmpty() || items.size() > MAX_ELEMENTS) {
            throw refused("A batch holds 1 to " + MAX_ELEMENTS + " messages");
        }
        for (Json item : items) {
            boolean modern = item instanceof JsonObject object
                    && Meta.namesRevision(object.object("params").orElse(JsonObject.EMPTY));
            if (modern) {
                throw refused("Batches cannot hold requests of revision 2026-07-28");
            }
        }
        List<Message> messages = items.stream().map(MessageParser::parse).toList();
        for (Message message : messages) {
            if (message instanceof Message.Request call && call.method().equals("initialize")) {
                throw refused("initialize cannot be part of a batch");
            }
        }
        return messages;
    }

    private static RpcException refused(String message) {
        return new RpcException(ErrorCode.INVALID_REQUEST, message);
    }
}
