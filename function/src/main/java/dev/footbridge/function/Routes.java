package dev.footbridge.function;

import dev.footbridge.config.ServerConfig;
import dev.footbridge.http.HttpHandler;
import dev.footbridge.http.HttpRequest;
import dev.footbridge.http.HttpResponse;
import java.util.Map;

/**
 * Handlers by exact path, and a refusal for every other. Immutable.
 *
 * @param handlers by path
 */
public record Routes(Map<String, HttpHandler> handlers) implements HttpHandler {

    public Routes {
        handlers = Map.copyOf(handlers);
    }

    /** Nothing but the endpoint, where it usually is. */
    public static Routes of(HttpHandler endpoint) {
        return new Routes(Map.of(ServerConfig.DEFAULTS.path(), endpoint));
    }

    @Override
    public HttpResponse handle(HttpRequest request) {
        HttpHandler handler = handlers.get(request.path());
        return handler == null ? FunctionRefusals.NOT_FOUND : handler.handle(request);
    }
}
