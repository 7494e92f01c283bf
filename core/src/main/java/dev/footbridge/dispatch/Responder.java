package dev.footbridge.dispatch;

import dev.footbridge.http.EventStream;
import dev.footbridge.http.HttpResponse;
import dev.footbridge.http.LateBody;
import dev.footbridge.http.ServerEvent;
import dev.footbridge.json.JsonWriter;

/** Makes HTTP responses of settled requests. */
final class Responder {

    private final Engine engine;

    Responder(Engine engine) {
        this.engine = engine;
    }

    HttpResponse respond(Exchange exchange, StreamRules rules) {
        if (engine.dispatcher.runsAtLength(exchange)) {
            return HttpResponse.late(new LateCall(engine, Work.of(engine.dispatcher, exchange), rules));
        }
        return whole(engine.dispatcher.runAtOnce(exchange), rules.accept());
    }

    /** A finished answer, as the one event of a stream for clients that read nothing else. */
    static HttpResponse whole(Answer answer, Accept accept) {
        if (accept.json() || answer.status() != 200) {
            return answer.toHttp();
        }
        LateBody oneEvent = reply -> {
            try (EventStream stream = reply.stream()) {
                stream.send(ServerEvent.of(JsonWriter.text(answer.message())));
            }
        };
        return HttpResponse.late(oneEvent);
    }
}
