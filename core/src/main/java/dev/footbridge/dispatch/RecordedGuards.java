package dev.footbridge.dispatch;

import dev.footbridge.http.HttpFilter;
import dev.footbridge.http.HttpHandler;
import dev.footbridge.http.HttpRequest;
import dev.footbridge.http.HttpResponse;

/**
 * Guards, whose refusals are recorded as every other.
 *
 * @param guards what may refuse before the endpoint is reached
 */
public record RecordedGuards(HttpFilter guards, Engine engine) implements HttpFilter {

    private static final int FIRST_REFUSAL = 400;

    /** Around an endpoint that records what it refuses itself. */
    @Override
    public HttpHandler around(HttpHandler next) {
        return request -> {
            boolean[] reached = new boolean[1];
            HttpResponse response = guards.around(passed -> {
                        reached[0] = true;
                        return next.handle(passed);
                    })
                    .handle(request);
            return reached[0] ? response : recorded(request, response);
        };
    }

    /** Around a handler that records nothing. */
    public HttpHandler aroundSilent(HttpHandler next) {
        HttpHandler guarded = guards.around(next);
        return request -> recorded(request, guarded.handle(request));
    }

    private HttpResponse recorded(HttpRequest request, HttpResponse response) {
        if (response.status() < FIRST_REFUSAL) {
            return response;
        }
        engine.refusals().add(request.arrival(), response, response.status() == 401);
        return response.with("cache-control", "no-store").with("x-content-type-options", "nosniff");
    }
}
