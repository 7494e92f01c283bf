package dev.footbridge.benchmarks.call;

import dev.footbridge.benchmarks.call.ParcelTools.Parcel;
import dev.footbridge.json.JsonWriter;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpStatelessServerHandler;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpStatelessServerTransport;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** The stateless server of the official Java SDK, on the caller's thread and with its own validation, as it comes. */
final class JavaSdk implements McpStatelessServerTransport {

    private static final String REQUEST = Sample.request("");

    private final McpJsonMapper mapper = McpJsonDefaults.getMapper();
    private final ObjectMapper records = JsonMapper.builder().build();
    private final ParcelTools tools = new ParcelTools();
    private final McpSchema.JSONRPCRequest parsed = parse();
    private @Nullable McpStatelessServerHandler handler;

    JavaSdk() throws IOException {
        String schema = JsonWriter.text(Sample.INPUT);
        McpSchema.Tool tool = McpSchema.Tool.builder(Sample.TOOL, schema(schema))
                .description("Weighs a parcel and gives it back.")
                .build();
        McpServer.sync(this)
                .serverInfo("parcels", "1")
                .capabilities(
                        McpSchema.ServerCapabilities.builder().tools(false).build())
                .immediateExecution(true)
                .toolCall(tool, (context, request) -> call(request))
                .build();
    }

    /** From the text of a JSON-RPC request to the bytes of its response. */
    byte[] fromBytes() throws IOException {
        return mapper.writeValueAsBytes(handle(parse()));
    }

    /** From a parsed request to a response that is not written yet. */
    McpSchema.JSONRPCResponse fromTree() {
        return handle(parsed);
    }

    private McpSchema.JSONRPCRequest parse() throws IOException {
        return (McpSchema.JSONRPCRequest) McpSchema.deserializeJsonRpcMessage(mapper, REQUEST);
    }

    private McpSchema.JSONRPCResponse handle(McpSchema.JSONRPCRequest request) {
        McpStatelessServerHandler ready = handler;
        if (ready == null) {
            throw new AssertionError("the server gave no handler");
        }
        McpSchema.JSONRPCResponse response = ready.handleRequest(McpTransportContext.EMPTY, request)
                .contextWrite(context -> context.put(McpTransportContext.KEY, McpTransportContext.EMPTY))
                .block();
        return Objects.requireNonNull(response);
    }

    private McpSchema.CallToolResult call(McpSchema.CallToolRequest request) {
        Parcel parcel = tools.weigh(records.convertValue(request.arguments(), Parcel.class));
        Map<String, Object> structured = records.convertValue(
                parcel, records.getTypeFactory().constructMapType(Map.class, String.class, Object.class));
        return McpSchema.CallToolResult.builder()
                .addTextContent(records.writeValueAsString(structured))
                .structuredContent(structured)
                .build();
    }

    private Map<String, Object> schema(String text) {
        return records.readValue(
                text, records.getTypeFactory().constructMapType(Map.class, String.class, Object.class));
    }

    @Override
    public void setMcpHandler(McpStatelessServerHandler given) {
        this.handler = given;
    }

    @Override
    public Mono<Void> closeGracefully() {
        return Mono.empty();
    }
}
