package dev.footbridge.azure.trigger;

import dev.footbridge.function.FunctionRefusals;
import dev.footbridge.http.Arrival;
import dev.footbridge.http.Headers;
import dev.footbridge.http.HttpFilter;
import dev.footbridge.http.HttpHandler;
import dev.footbridge.http.HttpRequest;
import dev.footbridge.http.HttpResponse;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * Reads what the platform says of a request that the host forwards to a custom handler. The forwarder keeps the headers
 * of the front end, but for {@code Host}, which becomes the handler's own and goes on as {@code X-Forwarded-Host}, and
 * {@code X-Forwarded-For}, which becomes the one address that the host itself saw: behind a further proxy that is the
 * proxy's, and no address is believed. Thread-safe.
 *
 * @param platform what of the headers is believed
 * @param deadline when nobody waits any more for the answer to a request that comes now
 * @see <a href="https://learn.microsoft.com/aspnet/core/fundamentals/servers/yarp/transforms">What the forwarder does
 *     to headers</a>
 */
public record Forwarded(Platform platform, Supplier<Instant> deadline) implements HttpFilter {

    private static final String HOST = "x-forwarded-host";
    private static final String INVOCATION = "x-ms-invocation-id";
    private static final int LONGEST_ID = 64;

    @Override
    public HttpHandler around(HttpHandler next) {
        return request -> answer(request, next);
    }

    private HttpResponse answer(HttpRequest request, HttpHandler next) {
        Headers headers = request.headers();
        String requestId = headers.single(INVOCATION)
                .filter(Forwarded::isPlain)
                .orElse(request.arrival().requestId());
        Arrival arrival;
        try {
            arrival = platform.arrival(headers, requestId, deadline.get(), true);
        } catch (IllegalArgumentException notBelieved) {
            return FunctionRefusals.BAD_CERTIFICATE;
        }
        return next.handle(new HttpRequest(
                request.method(), request.path(), request.query(), asTheHostHadThem(headers), request.body(), arrival));
    }

    /** What a page may call is told by the host that it called, too. */
    private static Headers asTheHostHadThem(Headers headers) {
        return headers.single(HOST).map(host -> headers.with("host", host)).orElse(headers);
    }

    /** Every host since 2025 writes its own over what a client sent; an older one does not. */
    private static boolean isPlain(String id) {
        return !id.isEmpty()
                && id.length() <= LONGEST_ID
                && id.chars().allMatch(letter -> letter == '-' || Character.digit(letter, 16) >= 0);
    }
}
