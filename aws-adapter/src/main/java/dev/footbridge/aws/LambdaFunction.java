package dev.footbridge.aws;

import dev.footbridge.aws.event.Bounds;
import dev.footbridge.aws.event.FrontDoor;
import dev.footbridge.aws.event.Incoming;
import dev.footbridge.aws.event.Invocation;
import dev.footbridge.aws.runtime.Responder;
import dev.footbridge.aws.runtime.RuntimeLoop;
import dev.footbridge.function.Routes;
import dev.footbridge.function.WholeAnswer;
import dev.footbridge.http.HttpResponse;
import dev.footbridge.json.JsonException;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonReader;
import dev.footbridge.json.JsonWriter;
import dev.footbridge.log.Log;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/**
 * A server as a Lambda function: event in, answer out. Thread-safe: environments may run several invocations at once.
 *
 * <p>Events that are no requests, such as those of a schedule that keeps environments warm, are answered with an empty
 * object.
 */
public final class LambdaFunction implements RuntimeLoop.Function {

    /** What the rule in the template sends. */
    private static final String WARM_UP = "footbridge.warm-up";

    private static final Set<String> SCHEDULES = Set.of("aws.events", "aws.scheduler");

    private final Routes routes;
    private final Optional<FrontDoor> door;
    private final Bounds bounds;
    private final Log log;

    /** @param door what stands in front; empty to tell by the event */
    public LambdaFunction(Routes routes, Optional<FrontDoor> door, Bounds bounds, Log log) {
        this.routes = routes;
        this.door = door;
        this.bounds = bounds;
        this.log = log;
    }

    @Override
    public void invoke(byte[] event, Invocation invocation, Responder responder) throws IOException {
        JsonObject read = read(event, invocation);
        Optional<FrontDoor> known = door.isPresent() ? door : FrontDoor.of(read);
        if (known.isEmpty()) {
            ignore(read, "an event of a shape that no front door has", invocation, responder);
            return;
        }
        Incoming incoming = known.get().codec().read(read, invocation, bounds);
        if (incoming instanceof Incoming.Foreign foreign) {
            ignore(read, foreign.why(), invocation, responder);
            return;
        }
        HttpResponse answer;
        if (incoming instanceof Incoming.Refused refused) {
            log.warn(invocation.requestId(), "refused with " + refused.answer().status() + " before the server saw it");
            answer = refused.answer();
        } else {
            answer = routes.handle(((Incoming.Asked) incoming).request());
        }
        if (invocation.live()) {
            StreamedReply.send(answer, invocation.requestId(), responder, log);
        } else {
            HttpResponse whole = WholeAnswer.of(answer, invocation.requestId(), log);
            responder.whole(JsonWriter.bytes(known.get().codec().write(whole, read)));
        }
    }

    private JsonObject read(byte[] event, Invocation invocation) {
        try {
            return JsonReader.read(event) instanceof JsonObject object ? object : JsonObject.EMPTY;
        } catch (JsonException unreadable) {
            log.warn(invocation.requestId(), "an event could not be read: " + unreadable.getMessage());
            return JsonObject.EMPTY;
        }
    }

    /** A schedule is expected, and what keeps environments warm is meant to be nothing else. */
    private void ignore(JsonObject event, String why, Invocation invocation, Responder responder) throws IOException {
        String source = event.string("source").orElse("");
        if (source.equals(WARM_UP)) {
            log.write(Log.Level.INFO, invocation.requestId(), "kept warm", null);
        } else if (SCHEDULES.contains(source)) {
            log.write(Log.Level.INFO, invocation.requestId(), "ignored an event of " + source, null);
        } else {
            log.warn(invocation.requestId(), "ignored " + why);
        }
        responder.whole(JsonWriter.bytes(JsonObject.EMPTY));
    }
}
