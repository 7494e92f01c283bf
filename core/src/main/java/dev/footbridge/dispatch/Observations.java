package dev.footbridge.dispatch;

import dev.footbridge.feature.Catalog;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonString;
import dev.footbridge.json.JsonWriter;
import dev.footbridge.observe.Observation;
import dev.footbridge.observe.Observer;
import dev.footbridge.observe.Observer.Observed;
import java.util.Optional;
import java.util.function.Supplier;

/** Tells the observer of one request what it is and how it ended. */
final class Observations {

    /** As OpenTelemetry calls a method that is none: clients must not make up series of metrics. */
    private static final String OTHER = "_OTHER";

    private final Observer observer;
    private final MethodTable methods;
    private final Catalog catalog;

    Observations(Observer observer, MethodTable methods, Catalog catalog) {
        this.observer = observer;
        this.methods = methods;
        this.catalog = catalog;
    }

    Answer around(Exchange exchange, RunningCall call, Supplier<Answer> work) {
        if (observer.equals(Observer.NONE)) {
            return work.get();
        }
        Observation observation = observer.begin(observed(exchange));
        Optional<Answer> answer = Optional.empty();
        try {
            answer = Optional.of(work.get());
            return answer.get();
        } finally {
            end(observation, call, answer.map(Answer::message).orElse(JsonObject.EMPTY));
        }
    }

    private Observed observed(Exchange exchange) {
        String method = exchange.request().method();
        Targets target = Targets.of(method);
        Json id = exchange.request().id().value();
        return new Observed(
                methods.find(exchange) == null ? OTHER : method,
                exchange.revision().text(),
                id instanceof JsonString text ? text.value() : JsonWriter.text(id),
                target.fact(),
                known(exchange, target),
                exchange.address().isPresent(),
                exchange.trace());
    }

    private String known(Exchange exchange, Targets target) {
        String name = target.named(exchange.request().params());
        boolean there = switch (target) {
            case TOOL -> catalog.current().tools().get(name) != null;
            case PROMPT -> catalog.current().prompts().get(name) != null;
            // A resource may be one of a template's, which only its author can tell.
            default -> false;
        };
        return there ? name : "";
    }

    private static void end(Observation observation, RunningCall call, Json message) {
        JsonObject response = message instanceof JsonObject object ? object : JsonObject.EMPTY;
        int code = response.object("error")
                .map(error -> (int) error.integer("code").orElse(0))
                .orElse(0);
        boolean failed = response.object("result")
                .filter(result -> result.isTrue("isError"))
                .isPresent();
        if (call.cancelled()) {
            observation.end(call.expired() ? "timeout" : "cancelled", code);
        } else if (code != 0) {
            observation.end(Integer.toString(code), code);
        } else {
            observation.end(failed ? "tool_error" : "", 0);
        }
    }
}
