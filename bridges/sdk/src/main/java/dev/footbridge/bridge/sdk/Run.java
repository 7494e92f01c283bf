package dev.footbridge.bridge.sdk;

import dev.footbridge.call.Call;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import java.util.Map;

/** One run of a handler, as either family of specifications sees it. */
record Run(Call call, SdkJson json, Map<String, Object> more) {

    McpTransportContext context() {
        return new CallContext(call, more);
    }

    McpSyncServerExchange exchange() {
        return new CallExchange(call, json, context());
    }
}
