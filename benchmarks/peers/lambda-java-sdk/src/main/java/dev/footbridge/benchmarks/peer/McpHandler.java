package dev.footbridge.benchmarks.peer;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpStatelessServerHandler;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpStatelessServerTransport;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import reactor.core.publisher.Mono;

/** The stateless server of the Java SDK, handed what a function URL hands to a function. */
public final class McpHandler implements RequestStreamHandler {

    private static final TypeRef<Map<String, Object>> OBJECT = new TypeRef<>() {};

    private final McpJsonMapper json = McpJsonDefaults.getMapper();
    private final Transport transport = new Transport();

    public McpHandler() {
        McpServer.sync(transport)
                .serverInfo("java-sdk", "1.0.0")
                .toolCall(AddTool.definition(), (context, request) -> AddTool.call(request))
                .build();
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        String body = String.valueOf(json.readValue(event.readAllBytes(), OBJECT).get("body"));
        JSONRPCRequest request = (JSONRPCRequest) McpSchema.deserializeJsonRpcMessage(json, body);
        Object result = transport.handler.handleRequest(McpTransportContext.EMPTY, request).block();
        Map<String, String> headers = Map.of("content-type", "application/json");
        answer.write(json.writeValueAsBytes(
                Map.of("statusCode", 200, "headers", headers, "body", json.writeValueAsString(result))));
    }

    /** Keeps the handler of the server for the calls. */
    private static final class Transport implements McpStatelessServerTransport {

        private McpStatelessServerHandler handler;

        @Override
        public void setMcpHandler(McpStatelessServerHandler handler) {
            this.handler = handler;
        }

        @Override
        public Mono<Void> closeGracefully() {
            return Mono.empty();
        }
    }
}
