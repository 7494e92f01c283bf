package dev.footbridge.dispatch;

import dev.footbridge.call.Caller;
import dev.footbridge.http.HttpRequest;
import dev.footbridge.http.HttpResponse;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonObject;
import dev.footbridge.protocol.ErrorCode;
import dev.footbridge.protocol.Message;
import dev.footbridge.protocol.MessageParser;
import dev.footbridge.protocol.RpcException;
import java.util.ArrayList;
import java.util.List;

/**
 * An array of messages, which only clients of 2025-03-26 may send.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2025-03-26/basic#batching">2025-03-26, batching</a>
 */
final class Batch {

    /** More in one POST is no batch but a flood. */
    private static final int MAX_ELEMENTS = 100;

    private final Engine engine;
    private final LegacyEndpoint legacy;

    Batch(Engine engine, LegacyEndpoint legacy) {
        this.engine = engine;
        this.legacy = legacy;
    }

    /** @throws RpcException if this client may send no batch, or not this one */
    HttpResponse answer(JsonArray array, HttpRequest request, Caller caller) {
        List<Message> messages = parse(array);
        LegacyEra.Standing standing = legacy.batchStanding(request, caller)
                .orElseThrow(() -> refused("Batches are for clients of revision 2025-03-26 only"));
        List<Exchange> exchanges = new ArrayList<>();
        List<Answer> refusals = new ArrayList<>();
        for (Message message : messages) {
            if (message instanceof Message.Request call) {
                exchanges.add(legacy.era().settle(call, caller, standing, request.arrival()));
            } else if (message instanceof Message.Malformed malformed) {
                refusals.add(Answer.error(malformed.id(), malformed.error()));
            } else {
                legacy.take(message, request, caller);
            }
        }
        if (exchanges.isEmpty() && refusals.isEmpty()) {
            return HttpResponse.empty(202);
        }
        Work work = new Work(engine.dispatcher, exchanges, true, refusals);
        return HttpResponse.late(new LateCall(engine, work, legacy.rules(request, caller)));
    }

    static List<Message> parse(JsonArray array) {
        List<Json> items = array.items();
        if (items.isEmpty() || items.size() > MAX_ELEMENTS) {
            throw refused("A batch holds 1 to " + MAX_ELEMENTS + " messages");
        }
        for (Json item : items) {
            boolean modern = item instanceof JsonObject object
                    && ModernEra.claims(object.object("params").orElse(JsonObject.EMPTY));
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
