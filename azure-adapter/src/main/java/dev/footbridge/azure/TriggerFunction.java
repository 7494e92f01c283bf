package dev.footbridge.azure;

import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import dev.footbridge.azure.trigger.Incoming;
import dev.footbridge.azure.trigger.TriggerRequest;
import dev.footbridge.azure.trigger.TriggerResponse;
import dev.footbridge.function.Routes;
import dev.footbridge.function.WholeAnswer;
import dev.footbridge.http.HttpRequest;
import dev.footbridge.http.HttpResponse;
import dev.footbridge.log.Log;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** A server as a function of Azure: what the trigger passes on in, an answer out. Thread-safe. */
public final class TriggerFunction {

    /** The load balancer waits 230 s, whatever the host file says; so long before its end a call is given up. */
    static final Duration LONGEST = Duration.ofSeconds(228);

    private final Routes routes;
    private final TriggerRequest codec;
    private final InstantSource clock;
    private final Log log;

    /** @param clock the server's own, by which its deadlines are told */
    public TriggerFunction(Routes routes, TriggerRequest codec, InstantSource clock, Log log) {
        this.routes = routes;
        this.codec = codec;
        this.clock = clock;
        this.log = log;
    }

    /** Never throws for what a client sent. */
    public HttpResponseMessage answer(HttpRequestMessage<Optional<String>> message, String requestId) {
        Instant deadline = clock.instant().plus(LONGEST);
        Incoming incoming = codec.read(message, requestId, deadline);
        if (incoming instanceof Incoming.Refused refused) {
            log.warn(requestId, "refused with " + refused.answer().status() + " before the server saw it");
            return TriggerResponse.write(refused.answer(), message);
        }
        HttpRequest request = ((Incoming.Asked) incoming).request();
        HttpResponse answer = WholeAnswer.of(routes.handle(request), request);
        return TriggerResponse.write(answer, message);
    }
}
