package dev.footbridge.limit;

import dev.footbridge.http.HttpFilter;
import dev.footbridge.http.HttpHandler;
import dev.footbridge.http.HttpResponse;
import dev.footbridge.json.JsonWriter;
import dev.footbridge.protocol.RpcError;

/**
 * Refuses what comes too often from one address, before a credential is looked at or a body is read: also the guessing
 * of credentials. Without an address from the platform nothing is counted.
 */
public record ArrivalLimit(Limiter limiter) implements HttpFilter {

    @Override
    public HttpHandler around(HttpHandler next) {
        return request -> {
            Admission admission =
                    request.arrival().remoteAddress().map(limiter::arrive).orElse(null);
            return admission instanceof Admission.Refused refused ? refusal(refused) : next.handle(request);
        };
    }

    private static HttpResponse refusal(Admission.Refused refused) {
        RpcError error = RpcError.of(refused.code(), refused.text());
        return HttpResponse.json(refused.code().httpStatus(), JsonWriter.bytes(error.toMessageWithoutId()))
                .with("retry-after", Long.toString(refused.delaySeconds()));
    }
}
