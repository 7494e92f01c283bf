package dev.footbridge.call;

import dev.footbridge.json.Json;
import java.util.Map;

/**
 * The answers to several requests asked at once, under the keys they were asked with.
 *
 * @param results the results as sent, each already accepted by its request
 */
public record Answers(Map<String, Json> results) {

    public Answers {
        results = Map.copyOf(results);
    }

    /** @throws IllegalArgumentException if nothing was asked under the key, or something else was */
    public <A> A get(String key, InputRequest<A> request) {
        Json result = results.get(key);
        if (result == null) {
            throw new IllegalArgumentException("nothing was asked under the key " + key);
        }
        return request.read(result).orElseThrow(() -> new IllegalArgumentException("another question has that key"));
    }
}
