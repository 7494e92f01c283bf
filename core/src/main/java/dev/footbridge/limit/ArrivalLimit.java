package dev.footbridge.limit;

import dev.footbridge.http.HttpFilter;
import dev.footbridge.http.HttpHandler;
import dev.footbridge.http.HttpResponse;
import dev.footbridge.json.JsonWriter;
import dev.footbridge.limit.Admission.Limited;
import dev.footbridge.limit.Admission.Unavailable;
import dev.footbridge.protocol.ErrorCode;
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
            if (admission instanceof Limited limited) {
                return refusal(ErrorCode.RATE_LIMITED, limited.text(), limited.delaySeconds());
            }
            if (admission instanceof Unavailable down) {
                return refusal(
                        ErrorCode.GUARD_UNAVAILABLE,
                        down.text(),
                        Math.max(1, down.retryAfter().toSeconds()));
            }
            return next.handle(request);
        };
    }

    private static HttpResponse refusal(ErrorCode code, String text, long seconds) {
        RpcError error = RpcError.of(code, text);
        return HttpResponse.json(code.httpStatus(), JsonWriter.bytes(error.toMessageWithoutId()))
                .with("retry-after", Long.toString(seconds));
    }
}
