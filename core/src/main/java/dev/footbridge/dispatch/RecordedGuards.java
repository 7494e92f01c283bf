package dev.footbridge.dispatch;

import dev.footbridge.audit.AuditStatus;
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

    @Override
    public HttpHandler around(HttpHandler next) {
        return request -> {
            boolean[] reached = new boolean[1];
            HttpResponse response = guards.around(passed -> {
                        reached[0] = true;
                        return next.handle(passed);
                    })
                    .handle(request);
            if (!reached[0] && response.status() >= 400) {
                record(request);
                return response.with("cache-control", "no-store").with("x-content-type-options", "nosniff");
            }
            return response;
        };
    }

    private void record(HttpRequest request) {
        engine.parts
                .audit()
                .begin(
                        request.arrival().requestId(),
                        request.arrival().remoteAddress().orElse(""))
                .end(AuditStatus.PROTOCOL_ERROR);
    }
}
