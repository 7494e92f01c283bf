package dev.footbridge.bridge.sdk;

import dev.footbridge.call.Call;
import dev.footbridge.call.InputRequest;
import dev.footbridge.call.UrlVisit;
import dev.footbridge.call.UserAction;
import dev.footbridge.feature.ToolFailure;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonObject;
import dev.footbridge.protocol.ErrorCode;
import dev.footbridge.protocol.Meta;
import dev.footbridge.protocol.RpcError;
import dev.footbridge.protocol.RpcException;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An error that a handler threw for the client. Its words and its data are the author's and are sent; of the numbers,
 * those that mean the same on both sides stay, and all others become an internal error, because the protocol and HTTP
 * gateways read a meaning of their own into them.
 */
record Refusal(int number, String message, @Nullable Json data) {

    static Refusal of(McpError error, SdkJson json) {
        McpSchema.JSONRPCResponse.JSONRPCError told = error.getJsonRpcError();
        if (told == null) {
            throw error;
        }
        Json data = told.data() == null ? null : json.json(told.data());
        return new Refusal(told.code(), told.message(), data);
    }

    RpcException exception() {
        return new RpcException(new RpcError(code(), message, data));
    }

    private ErrorCode code() {
        return switch (number) {
            case McpSchema.ErrorCodes.INVALID_PARAMS -> ErrorCode.INVALID_PARAMS;
            case McpSchema.ErrorCodes.RESOURCE_NOT_FOUND -> ErrorCode.RESOURCE_NOT_FOUND;
            case McpSchema.ErrorCodes.URL_ELICITATION_REQUIRED -> ErrorCode.LEGACY_URL_ELICITATION_REQUIRED;
            default -> ErrorCode.INTERNAL_ERROR;
        };
    }

    /**
     * True if pages must be visited first, and the client knows no error for that: since 2026-07-28 it is a question
     * like others.
     */
    boolean asksForVisits(Call call) {
        return number == McpSchema.ErrorCodes.URL_ELICITATION_REQUIRED
                && call.meta().has(Meta.PROTOCOL_VERSION);
    }

    /**
     * Asks the user to open the pages, and returns if that was agreed to.
     *
     * @throws ToolFailure if the user does not want to
     */
    void visit(Call call) {
        Map<String, InputRequest<?>> pages = new LinkedHashMap<>();
        List<UrlVisit> visits = visits();
        for (int i = 0; i < visits.size(); i++) {
            UrlVisit page = visits.get(i);
            pages.put("visit#" + i + "#" + Fingerprint.of(Json.of(page.message())), page);
        }
        var answers = call.askAll(pages);
        pages.forEach((key, page) -> {
            if (answers.get(key, page) != UserAction.ACCEPT) {
                throw new ToolFailure(message);
            }
        });
    }

    private List<UrlVisit> visits() {
        List<UrlVisit> visits = new ArrayList<>();
        JsonArray named = data instanceof JsonObject object
                ? object.array("elicitations").orElse(JsonArray.EMPTY)
                : JsonArray.EMPTY;
        for (Json item : named.items()) {
            if (item instanceof JsonObject page) {
                String url = page.string("url").orElse("");
                visits.add(new UrlVisit(page.string("message").orElse(message), URI.create(url)));
            }
        }
        return visits;
    }
}
