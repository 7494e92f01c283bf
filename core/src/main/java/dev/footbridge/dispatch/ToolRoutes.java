package dev.footbridge.dispatch;

import dev.footbridge.call.Declined;
import dev.footbridge.feature.FeatureSet;
import dev.footbridge.feature.Tool;
import dev.footbridge.feature.ToolFailure;
import dev.footbridge.feature.ToolResult;
import dev.footbridge.http.Headers;
import dev.footbridge.json.JsonObject;
import dev.footbridge.limit.Admission;
import dev.footbridge.protocol.ErrorCode;
import dev.footbridge.protocol.RpcError;
import dev.footbridge.protocol.RpcException;
import java.util.Map;
import java.util.Optional;

/**
 * {@code tools/list} and {@code tools/call}.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/server/tools">Tools</a>
 */
final class ToolRoutes {

    private static final RpcError UNKNOWN = RpcError.of(ErrorCode.INVALID_PARAMS, "Unknown tool");

    private final Engine engine;

    ToolRoutes(Engine engine) {
        this.engine = engine;
    }

    void addTo(Map<String, Method> table) {
        table.put("tools/list", Method.atOnce((exchange, call) -> list(exchange)));
        table.put("tools/call", Method.atLength(this::call));
    }

    private JsonObject list(Exchange exchange) {
        return engine.pages.of(
                features().tools(),
                "tools",
                tool -> engine.gate.shows(exchange, engine.gate.tool(exchange, tool)),
                tool -> tool.listing().toJson(exchange.revision()),
                exchange);
    }

    private JsonObject call(Exchange exchange, RunningCall call) throws Exception {
        FeatureSet features = features();
        Tool tool = features.tools().get(Refusals.requiredText(exchange, "name"));
        if (tool == null) {
            throw new RpcException(UNKNOWN);
        }
        if (engine.digests != null) {
            engine.digests.note(exchange.record(), features, tool);
        }
        JsonObject arguments = Refusals.optionalObject(exchange.request().params(), "arguments");
        // First, for what is wrong with its headers tells of a tool that may be none of the caller's.
        engine.gate.admit(exchange, engine.gate.tool(exchange, tool), arguments, UNKNOWN);
        if (exchange.mirrored().isPresent()) {
            checkHeaders(tool, exchange.mirrored().get(), arguments);
        }
        Optional<String> repeated = engine.admissions.repeated(exchange, tool.name(), arguments);
        if (repeated.isPresent()) {
            return toJson(ToolResult.failure(repeated.get()));
        }
        return limited(exchange, tool, arguments, call);
    }

    private static void checkHeaders(Tool tool, Headers headers, JsonObject arguments) {
        Optional<String> problem = tool.headers().problem(headers, arguments);
        if (problem.isPresent()) {
            throw new RpcException(ErrorCode.HEADER_MISMATCH, problem.get());
        }
    }

    private JsonObject limited(Exchange exchange, Tool tool, JsonObject arguments, RunningCall call) throws Exception {
        Admission.Admitted place = engine.admissions.admit(exchange, tool);
        try {
            engine.admissions.record(exchange, tool);
            return engine.billing.around(exchange, tool, call, () -> toJson(run(tool, arguments, call)));
        } finally {
            if (place != null) {
                place.close();
            }
        }
    }

    private static ToolResult run(Tool tool, JsonObject arguments, RunningCall call) throws Exception {
        try {
            return tool.body().call(arguments, call);
        } catch (ToolFailure failure) {
            return ToolResult.failure(failure.getMessage());
        } catch (Declined declined) {
            return ToolResult.failure(declined.text());
        }
    }

    private JsonObject toJson(ToolResult result) {
        return ResultForm.of(result, engine.config.maxResultLength());
    }

    private FeatureSet features() {
        FeatureSet features = engine.catalog.current();
        if (features.tools().isEmpty()) {
            throw Refusals.methodNotFound();
        }
        return features;
    }
}
