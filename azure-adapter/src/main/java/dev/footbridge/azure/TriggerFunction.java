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
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** A server as a function of Azure: what the trigger passes on in, an answer out. Thread-safe. */
public final class TriggerFunction {

    private final Routes routes;
    private final TriggerRequest codec;
    private final Supplier<Instant> deadline;
    private final Log log;

    /** @param deadline when nobody waits any more for the answer to a request that comes now */
    public TriggerFunction(Routes routes, TriggerRequest codec, Supplier<Instant> deadline, Log log) {
        this.routes = routes;
        this.codec = codec;
        this.deadline = deadline;
        this.log = log;
    }

    /** Never throws for what a client sent. */
    public HttpResponseMessage answer(HttpRequestMessage<Optional<String>> message, String requestId) {
        Incoming incoming = codec.read(message, requestId, deadline.get());
        if (incoming instanceof Incoming.Refused refused) {
            log.warn(requestId, "refused with " + refused.answer().status() + " before the server saw it");
            return TriggerResponse.write(refused.answer(), message);
        }
        HttpRequest request = ((Incoming.Asked) incoming).request();
        HttpResponse answer = WholeAnswer.of(routes.handle(request), requestId, log);
        return TriggerResponse.write(answer, message);
    }
}
