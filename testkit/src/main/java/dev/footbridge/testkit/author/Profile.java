package dev.footbridge.testkit.author;

import dev.footbridge.json.JsonObject;
import dev.footbridge.protocol.Implementation;
import dev.footbridge.protocol.LogLevel;
import dev.footbridge.protocol.Meta;
import dev.footbridge.protocol.ProtocolVersion;
import dev.footbridge.testkit.Envelope;
import dev.footbridge.testkit.JsonText;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a client in a test is like. Copied before each change, so it never changes once a tester holds it. */
final class Profile {

    /** Everything a client can be asked. */
    static final JsonObject ANSWERS_ALL = JsonText.object("""
            {"elicitation":{"form":{},"url":{}},"sampling":{"tools":{}},"roots":{}}""");

    private static final JsonObject ANSWERS_FORMS = JsonText.object("""
            {"elicitation":{},"sampling":{},"roots":{}}""");

    private static final JsonObject ANSWERS_NO_USER = ANSWERS_FORMS.without("elicitation");

    ProtocolVersion revision = ProtocolVersion.V2026_07_28;
    LogLevel logLevel = LogLevel.DEBUG;
    Duration patience = Duration.ofSeconds(30);
    int givesUpAfter = Integer.MAX_VALUE;

    @Nullable
    JsonObject capabilities;

    @Nullable
    Function<Question, Reply> answers;

    final Map<String, String> headers = new LinkedHashMap<>();

    Profile copy() {
        Profile copy = new Profile();
        copy.revision = revision;
        copy.logLevel = logLevel;
        copy.patience = patience;
        copy.givesUpAfter = givesUpAfter;
        copy.capabilities = capabilities;
        copy.answers = answers;
        copy.headers.putAll(headers);
        return copy;
    }

    Optional<Function<Question, Reply>> answers() {
        return Optional.ofNullable(answers);
    }

    /** The parameters of a request that wants to hear everything a server may say on the way. */
    JsonObject curious(JsonObject params) {
        JsonObject.Builder meta = JsonObject.builder().put("progressToken", "progress");
        if (revision.isModern()) {
            meta.put(Meta.LOG_LEVEL, logLevel.wireName())
                    .put(Meta.CLIENT_INFO, Implementation.of("testkit", "1").toJson());
        }
        return params.with("_meta", meta.putAll(Meta.of(params)).build());
    }

    /** A client that answers can do whatever its revision knows, unless the test says what it can. */
    Envelope envelope() {
        JsonObject fitting = answers == null ? JsonObject.EMPTY : all();
        return new Envelope(revision.text(), Objects.requireNonNullElse(capabilities, fitting));
    }

    private JsonObject all() {
        if (revision.atLeast(ProtocolVersion.V2025_11_25)) {
            return ANSWERS_ALL;
        }
        return revision.atLeast(ProtocolVersion.V2025_06_18) ? ANSWERS_FORMS : ANSWERS_NO_USER;
    }
}
