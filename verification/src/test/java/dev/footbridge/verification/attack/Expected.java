package dev.footbridge.verification.attack;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonNumber;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What a case wants of the answer, and of what is recorded.
 *
 * @param statuses any of these; 0 where the connection is closed without an answer
 * @param anyCode true if the case says nothing of the error code
 * @param code of the JSON-RPC error, empty where there must be no error
 * @param toolError whether the result must say that the tool failed
 * @param ran how often a tool may have run
 * @param audit how many records there must be
 * @param millis how long the answer may take
 */
record Expected(
        List<Integer> statuses,
        boolean anyCode,
        OptionalLong code,
        boolean toolError,
        long ran,
        long audit,
        long millis,
        List<String> must,
        List<String> mustNot,
        List<String> mustNotRecord) {

    private static final long PATIENCE_MILLIS = 5_000;

    static Expected parse(JsonObject json) {
        Json code = json.get("code");
        return new Expected(
                numbers(json.get("status")),
                code == null,
                code instanceof JsonNumber number ? number.longValue() : OptionalLong.empty(),
                json.isTrue("tool_error"),
                json.integer("ran").orElse(0),
                json.integer("audit").orElse(1),
                json.integer("within_ms").orElse(PATIENCE_MILLIS),
                texts(json, "must"),
                texts(json, "must_not"),
                texts(json, "must_not_record"));
    }

    private static List<Integer> numbers(@Nullable Json value) {
        if (value instanceof JsonArray array) {
            return array.items().stream()
                    .flatMap(item -> numbers(item).stream())
                    .toList();
        }
        if (value instanceof JsonNumber number) {
            return List.of((int) number.longValue().orElseThrow());
        }
        throw new IllegalArgumentException("a case needs a status");
    }

    static List<String> texts(JsonObject json, String name) {
        List<String> texts = new ArrayList<>();
        for (Json item : json.array(name).orElse(JsonArray.EMPTY).items()) {
            texts.add(((JsonString) item).value());
        }
        return List.copyOf(texts);
    }

    /** The code that the answer must have, as words. */
    String codeText() {
        return anyCode ? "any" : code.isPresent() ? Long.toString(code.getAsLong()) : "none";
    }

    Optional<String> differs(Reply reply) {
        if (!statuses.contains(reply.status())) {
            return Optional.of("status " + reply.status() + ", not " + statuses);
        }
        if (!anyCode && !reply.code().equals(code)) {
            return Optional.of("code " + reply.code() + ", not " + codeText());
        }
        boolean failed = reply.message()
                .object("result")
                .filter(result -> result.isTrue("isError"))
                .isPresent();
        return failed == toolError ? Optional.empty() : Optional.of("isError is " + failed);
    }
}
