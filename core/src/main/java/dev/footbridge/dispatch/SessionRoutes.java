package dev.footbridge.dispatch;

import dev.footbridge.json.JsonObject;
import dev.footbridge.protocol.LogLevel;
import java.util.Map;

/** Methods that 2026-07-28 removed: what older clients have us remember, and {@code ping}. */
final class SessionRoutes {

    private final Engine engine;

    SessionRoutes(Engine engine) {
        this.engine = engine;
    }

    void addTo(Map<String, Method> table) {
        table.put("ping", Method.atOnce((exchange, call) -> JsonObject.EMPTY));
        table.put("logging/setLevel", Method.atOnce((exchange, call) -> setLevel(exchange)));
        table.put("resources/subscribe", Method.atOnce((exchange, call) -> subscribe(exchange)));
        table.put("resources/unsubscribe", Method.atOnce((exchange, call) -> unsubscribe(exchange)));
    }

    private static JsonObject setLevel(Exchange exchange) {
        Remembered memory = memory(exchange);
        LogLevel level = exchange.request()
                .params()
                .string("level")
                .flatMap(LogLevel::named)
                .orElseThrow(() -> Refusals.invalidParams("level is not a log level"));
        memory.logLevel(level);
        return JsonObject.EMPTY;
    }

    private JsonObject subscribe(Exchange exchange) {
        memoryForResources(exchange).subscribe(uri(exchange));
        return JsonObject.EMPTY;
    }

    private JsonObject unsubscribe(Exchange exchange) {
        memoryForResources(exchange).unsubscribe(uri(exchange));
        return JsonObject.EMPTY;
    }

    /** Exactly where the capability is advertised: what cannot reach the client need not be remembered. */
    private Remembered memoryForResources(Exchange exchange) {
        if (!exchange.live() || !engine.catalog.current().hasResources()) {
            throw Refusals.methodNotFound();
        }
        return memory(exchange);
    }

    /** Without a session nothing can be remembered, the capability is not advertised, and the method does not exist. */
    private static Remembered memory(Exchange exchange) {
        return exchange.memory().orElseThrow(Refusals::methodNotFound);
    }

    private static String uri(Exchange exchange) {
        return Refusals.requiredText(exchange, "uri");
    }
}
