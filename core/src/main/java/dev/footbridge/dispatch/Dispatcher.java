package dev.footbridge.dispatch;

import dev.footbridge.audit.AuditStatus;
import dev.footbridge.audit.Redactor;
import dev.footbridge.call.InputAwaited;
import dev.footbridge.call.UnusableHandle;
import dev.footbridge.feature.InvalidArguments;
import dev.footbridge.feature.Tool;
import dev.footbridge.feature.ToolFailure;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonObject;
import dev.footbridge.protocol.Content;
import dev.footbridge.protocol.ErrorCode;
import dev.footbridge.protocol.ProtocolVersion;
import dev.footbridge.protocol.RpcError;
import dev.footbridge.protocol.RpcException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Runs the method a settled request names, and turns whatever comes of it into an answer. Never throws. */
final class Dispatcher {

    /** From this status on the endpoint records what it refuses. */
    private static final int FIRST_REFUSAL = 400;

    private final Engine engine;
    private final MethodTable methods;
    private final Projection projection;
    private final Observations observations;

    Dispatcher(Engine engine) {
        this.engine = engine;
        this.methods = new MethodTable(engine);
        this.observations = new Observations(engine.parts.observer(), methods, engine.catalog);
        this.projection = new Projection(engine.parts.self(), engine.config);
    }

    Projection projection() {
        return projection;
    }

    /** True for methods that get a thread, a time limit and a stream. */
    boolean runsAtLength(Exchange exchange) {
        Method method = methods.find(exchange);
        return method != null && method.pace() == Method.Pace.AT_LENGTH;
    }

    /** When the call is given up: the smallest of the server's, the tool's and the platform's limits. */
    Instant deadline(Exchange exchange) {
        Duration limit = engine.config.callTimeout();
        if (exchange.request().method().equals("tools/call")) {
            String name = exchange.request().params().string("name").orElse("");
            Tool tool = engine.catalog.current().tools().get(name);
            Duration own = tool == null ? null : tool.timeout();
            limit = own != null && own.compareTo(limit) < 0 ? own : limit;
        }
        Instant end = engine.clock.instant().plus(limit);
        return exchange.platformDeadline().filter(end::isAfter).orElse(end);
    }

    /** Runs a method that needs no time, on this thread. */
    Answer runAtOnce(Exchange exchange) {
        return run(exchange, begin(exchange, Outbox.NONE, new Cancellation(engine.log), exchange.platformDeadline()));
    }

    /** One run of a request's method, as its handler will see it. */
    RunningCall begin(Exchange exchange, Outbox outbox, Cancellation cancellation, Optional<Instant> deadline) {
        return new RunningCall(engine.provisions, exchange, outbox, cancellation, deadline);
    }

    Answer run(Exchange exchange, RunningCall call) {
        try {
            return observations.around(exchange, call, () -> answer(exchange, call));
        } finally {
            call.end();
        }
    }

    private Answer answer(Exchange exchange, RunningCall call) {
        try {
            Method method = methods.find(exchange);
            if (method == null) {
                throw Refusals.methodNotFound();
            }
            JsonObject result = method.handler().handle(exchange, call);
            Optional<InputAwaited> awaited = call.awaited();
            if (awaited.isPresent()) {
                return inputRequired(exchange, awaited.get());
            }
            ended(exchange, call, result.isTrue("isError") ? AuditStatus.TOOL_ERROR : AuditStatus.OK);
            return complete(exchange, result);
        } catch (Denied denied) {
            exchange.record().end(denied.status());
            return denied(exchange, denied);
        } catch (RpcException refusal) {
            ended(exchange, call, AuditStatus.PROTOCOL_ERROR);
            Answer answer = refused(exchange, refusal.error());
            if (answer.status() < FIRST_REFUSAL) {
                exchange.record().end(AuditStatus.PROTOCOL_ERROR);
            }
            return answer;
        } catch (InvalidArguments invalid) {
            ended(exchange, call, AuditStatus.INVALID_ARGUMENTS);
            return invalid(exchange, invalid);
        } catch (ToolFailure failure) {
            ended(exchange, call, AuditStatus.TOOL_ERROR);
            return refused(exchange, RpcError.of(ErrorCode.INTERNAL_ERROR, failure.getMessage()));
        } catch (Throwable thrown) {
            return call.awaited()
                    .map(awaited -> inputRequired(exchange, awaited))
                    .orElseGet(() -> bug(exchange, call, thrown));
        }
    }

    /** Methods that run nothing of an author's are not recorded. */
    private void ended(Exchange exchange, RunningCall call, AuditStatus status) {
        if (runsAtLength(exchange)) {
            exchange.record().end(call.cancelled() ? givenUp(call) : status);
        }
    }

    private static AuditStatus givenUp(RunningCall call) {
        return call.expired() ? AuditStatus.TIMEOUT : AuditStatus.CANCELLED;
    }

    private Answer denied(Exchange exchange, Denied denied) {
        RpcError error = projection.error(exchange, denied.error());
        Answer answer = Answer.error(exchange.request().id(), error, projection.status(exchange, error));
        return new Answer(answer.message(), answer.status(), denied.headers());
    }

    /** What a call gets that was given up. */
    Answer timedOut(Exchange exchange) {
        exchange.record().end(AuditStatus.TIMEOUT);
        engine.log.warn(exchange.requestId(), "gave up " + called(exchange) + " at its time limit");
        return failure(exchange, "This took too long and was stopped. Ask for less at once, or try again later.");
    }

    private Answer complete(Exchange exchange, JsonObject result) {
        return Answer.result(exchange.request().id(), projection.result(exchange, result));
    }

    private Answer inputRequired(Exchange exchange, InputAwaited awaited) {
        exchange.record().end(AuditStatus.INPUT_REQUIRED);
        return complete(exchange, engine.rounds.result(awaited, exchange.request(), exchange.caller()));
    }

    private Answer refused(Exchange exchange, RpcError error) {
        RpcError projected = projection.error(exchange, error);
        return Answer.error(exchange.request().id(), projected, projection.status(exchange, projected));
    }

    /** From 2025-11-25 on the model is told, so that it can try again; earlier clients expect a protocol error. */
    private Answer invalid(Exchange exchange, InvalidArguments invalid) {
        return exchange.revision().atLeast(ProtocolVersion.V2025_11_25)
                ? failure(exchange, invalid.text())
                : refused(exchange, RpcError.of(ErrorCode.INVALID_PARAMS, invalid.text()));
    }

    private Answer bug(Exchange exchange, RunningCall call, Throwable thrown) {
        ended(exchange, call, AuditStatus.TOOL_ERROR);
        if (!call.cancelled()) {
            engine.log.error(exchange.requestId(), called(exchange) + " failed", thrown);
        }
        return failure(
                exchange,
                thrown instanceof UnusableHandle unusable
                        ? unusable.text()
                        : "Something went wrong on the server. Reference: " + exchange.requestId());
    }

    private static String called(Exchange exchange) {
        String method = exchange.request().method();
        String name = Targets.of(method).named(exchange.request().params());
        return name.isEmpty() ? method : method + " " + Redactor.line(name);
    }

    /** A failure the model is told about where the method has room for it, an error elsewhere. */
    private Answer failure(Exchange exchange, String text) {
        if (!exchange.request().method().equals("tools/call")) {
            return refused(exchange, RpcError.of(ErrorCode.INTERNAL_ERROR, text));
        }
        return complete(
                exchange,
                JsonObject.builder()
                        .put("content", JsonArray.of(Content.text(text).toJson()))
                        .put("isError", Json.of(true))
                        .build());
    }
}
