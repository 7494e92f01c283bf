package dev.footbridge.bridge.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.json.Json;
import dev.footbridge.protocol.ErrorCode;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.spec.McpError;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalTest {

    private final SdkJson json = new SdkJson(McpJsonDefaults.getMapper());

    @ParameterizedTest
    @CsvSource({
        "-32602, INVALID_PARAMS",
        "-32002, RESOURCE_NOT_FOUND",
        "-32603, INTERNAL_ERROR",
        "-32042, LEGACY_URL_ELICITATION_REQUIRED",
        // elsewhere these decide how a client reads the whole HTTP response
        "-32700, INTERNAL_ERROR",
        "-32600, INTERNAL_ERROR",
        "-32601, INTERNAL_ERROR",
        "-32000, INTERNAL_ERROR",
        "7, INTERNAL_ERROR"
    })
    void theNumberStaysWhereItMeansTheSame(int number, ErrorCode code) {
        McpError thrown =
                McpError.builder(number).message("Try later.").data("soon").build();

        var error = Refusal.of(thrown, json).exception().error();

        assertThat(error.code()).isEqualTo(code);
        assertThat(error.message()).isEqualTo("Try later.");
        assertThat(error.data()).isEqualTo(Json.of("soon"));
    }
}
