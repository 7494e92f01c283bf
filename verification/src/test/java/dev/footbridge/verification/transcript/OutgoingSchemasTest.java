package dev.footbridge.verification.transcript;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.footbridge.json.JsonException;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonReader;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OutgoingSchemasTest {

    @ParameterizedTest
    @ValueSource(strings = {"2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25", "2026-07-28"})
    void aWrongMessageIsNoticedInEveryRevision(String revision) throws JsonException {
        OutgoingSchemas schemas = knowing(revision);
        JsonObject wrong = message("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"tools\":{}}}");

        assertThatThrownBy(() -> schemas.sent(revision, "tools/list", wrong)).isInstanceOf(AssertionError.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25"})
    void aRightMessagePasses(String revision) throws JsonException {
        OutgoingSchemas schemas = knowing(revision);
        JsonObject right = message("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"tools\":[]}}");

        assertThatCode(() -> schemas.sent(revision, "tools/list", right)).doesNotThrowAnyException();
    }

    private static OutgoingSchemas knowing(String revision) {
        Optional<OutgoingSchemas> schemas = OutgoingSchemas.find().filter(found -> found.know(revision));
        assumeTrue(schemas.isPresent(), "skipped: the official schema is not here, so no message was held against it");
        return schemas.orElseThrow();
    }

    private static JsonObject message(String text) throws JsonException {
        return (JsonObject) JsonReader.read(text);
    }
}
