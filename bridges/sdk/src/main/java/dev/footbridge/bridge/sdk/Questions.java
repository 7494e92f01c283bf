package dev.footbridge.bridge.sdk;

import dev.footbridge.call.Call;
import dev.footbridge.call.InputRequest;
import dev.footbridge.call.UrlVisit;
import dev.footbridge.call.UserAction;
import dev.footbridge.json.JsonObject;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Asks the questions of one run of a handler, under keys that are the same in every run.
 *
 * <p>The SDK has no keys, so a question is known by its place among the questions of the run and by its own words. An
 * answer is never taken for the answer to another question; a question that reads differently in every run is asked in
 * every run. Thread-safe.
 */
final class Questions {

    private final Call call;
    private final AtomicInteger asked = new AtomicInteger();

    Questions(Call call) {
        this.call = call;
    }

    /** @param words what the question is known by */
    <A> A ask(InputRequest<A> question, JsonObject words) {
        return call.ask(key(question.method(), words), question);
    }

    /**
     * Known by its message alone: URLs often hold a number used once, and the answer says only that the user agreed.
     */
    UserAction visit(UrlVisit page) {
        return ask(page, JsonObject.of("message", page.message()));
    }

    private String key(String method, JsonObject words) {
        return method + "#" + asked.incrementAndGet() + "#" + Fingerprint.of(words);
    }
}
