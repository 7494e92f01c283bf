package dev.footbridge.local.command;

import dev.footbridge.http.Arrival;
import dev.footbridge.http.Bytes;
import dev.footbridge.http.Headers;
import dev.footbridge.http.HttpFilter;
import dev.footbridge.http.HttpHandler;
import dev.footbridge.http.HttpRequest;
import dev.footbridge.http.HttpResponse;
import dev.footbridge.log.Log;
import dev.footbridge.log.SparingLog;
import dev.footbridge.security.OriginGuard;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Tells the operator which host or origin was refused and which option would allow it: once in a while for each, and
 * for a bounded number of them, since anybody who reaches the server chooses the values. Thread-safe.
 */
final class RefusalNotice implements HttpFilter {

    static final Duration WHILE = Duration.ofMinutes(10);
    private static final int MAX_LENGTH = 100;
    private static final int FORBIDDEN = 403;

    private final OriginGuard guard;
    private final SparingLog log;

    /** @param guard what refuses inside this filter */
    RefusalNotice(OriginGuard guard, Log log, InstantSource clock) {
        this.guard = guard;
        this.log = new SparingLog(log, clock, WHILE);
    }

    @Override
    public HttpHandler around(HttpHandler next) {
        return request -> {
            HttpResponse response = next.handle(request);
            if (response.status() == FORBIDDEN) {
                reason(request.headers())
                        .ifPresent(sentence -> log.warn(request.arrival().requestId(), sentence));
            }
            return response;
        };
    }

    private Optional<String> reason(Headers headers) {
        Optional<String> host = headers.single("host");
        if (host.isEmpty()) {
            return Optional.empty();
        }
        Headers alone = Headers.of("host", host.get());
        if (refuses(alone)) {
            return Optional.of("refused Host " + shown(host.get()) + advice(host.get()));
        }
        return headers.single("origin")
                .filter(origin -> refuses(alone.with("origin", origin)))
                .map(origin -> "refused Origin " + shown(origin) + adviceOnOrigin(origin));
    }

    private boolean refuses(Headers headers) {
        HttpRequest bare = new HttpRequest("GET", "/", "", headers, Bytes.EMPTY, Arrival.unknown("-"));
        return guard.around(unused -> HttpResponse.empty(200)).handle(bare).status() == FORBIDDEN;
    }

    private static String advice(String host) {
        String name = host.toLowerCase(Locale.ROOT).replaceFirst(":[0-9]+$", "");
        return canBeAllowed(List.of(name), List.of())
                ? "; if it is a name of this machine, allow it with --allow-host " + Io.shellWord(name)
                : "";
    }

    private static String adviceOnOrigin(String origin) {
        return canBeAllowed(List.of(), List.of(origin))
                ? "; if you trust its pages, allow it with --allow-origin " + Io.shellWord(origin)
                : "";
    }

    private static boolean canBeAllowed(List<String> hosts, List<String> origins) {
        try {
            new OriginGuard(hosts, origins);
            return hosts.stream().allMatch(RefusalNotice::isShort)
                    && origins.stream().allMatch(RefusalNotice::isShort);
        } catch (IllegalArgumentException neverSent) {
            return false;
        }
    }

    private static boolean isShort(String value) {
        return value.length() <= MAX_LENGTH;
    }

    /** Strangers choose the value: no control characters, no letters that look like others, no end of the line. */
    private static String shown(String value) {
        String plain = value.replaceAll("[^\\x21-\\x7E]", "?");
        return isShort(plain) ? plain : plain.substring(0, MAX_LENGTH) + "...";
    }
}
