package dev.footbridge.azure;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpResponseMessage;
import dev.footbridge.azure.trigger.TriggerMessage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Logger;

/** What requests of tests are made of. */
final class Requests {

    static final String LIST = "tools/list";
    static final String CALL = "tools/call";

    private Requests() {}

    /** A request of 2026-07-28, for a tool if it calls one. */
    static TriggerMessage request(String method, Map<String, String> more) {
        boolean call = method.equals(CALL);
        String params = call ? "\"name\":\"greet\",\"arguments\":{\"name\":\"Ada\"}," : "";
        String body = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"" + method + "\",\"params\":{" + params
                + "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
                + "\"io.modelcontextprotocol/clientCapabilities\":{}}}}";
        Map<String, String> headers = new HashMap<>(Map.of(
                "host", "app.azurewebsites.net",
                "content-type", "application/json",
                "content-length", Integer.toString(body.getBytes(StandardCharsets.UTF_8).length),
                "accept", "application/json, text/event-stream",
                "mcp-protocol-version", "2026-07-28",
                "mcp-method", method));
        if (call) {
            headers.put("mcp-name", "greet");
        }
        headers.putAll(more);
        return new TriggerMessage(HttpMethod.POST, URI.create("https://app.azurewebsites.net/mcp"), headers, body);
    }

    static String body(HttpResponseMessage answer) {
        return String.valueOf(answer.getBody());
    }

    static ExecutionContext context() {
        return new ExecutionContext() {
            @Override
            public Logger getLogger() {
                return Logger.getAnonymousLogger();
            }

            @Override
            public String getInvocationId() {
                return "call-1";
            }

            @Override
            public String getFunctionName() {
                return "mcp";
            }
        };
    }
}
