package dev.footbridge.verification.transcript;

import dev.footbridge.argument.Problem;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonException;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonReader;
import dev.footbridge.schema.RawSchema;
import dev.footbridge.testkit.MessageWatch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Holds every message of the server against the official schema of the client's revision. The schemas are not part of
 * the project: {@code MCP_SCHEMAS} says where they are, and {@code verification/official-schemas} fetches them.
 *
 * <p>Their known fault, numbers of elicitation answers typed as integers, concerns what clients send and is not met.
 */
final class OutgoingSchemas implements MessageWatch {

    private static final Map<String, String> RESULTS = Map.ofEntries(
            Map.entry("initialize", "InitializeResult"),
            Map.entry("server/discover", "DiscoverResult"),
            Map.entry("tools/list", "ListToolsResult"),
            Map.entry("tools/call", "CallToolResult"),
            Map.entry("resources/list", "ListResourcesResult"),
            Map.entry("resources/templates/list", "ListResourceTemplatesResult"),
            Map.entry("resources/read", "ReadResourceResult"),
            Map.entry("prompts/list", "ListPromptsResult"),
            Map.entry("prompts/get", "GetPromptResult"),
            Map.entry("completion/complete", "CompleteResult"),
            Map.entry("subscriptions/listen", "SubscriptionsListenResult"));

    private final Path folder;
    private final Map<String, RawSchema> compiled = new ConcurrentHashMap<>();

    private OutgoingSchemas(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("MCP_SCHEMAS is no folder: " + folder);
        }
        this.folder = folder;
    }

    static Optional<OutgoingSchemas> find() {
        return Optional.ofNullable(System.getenv("MCP_SCHEMAS")).map(Path::of).map(OutgoingSchemas::new);
    }

    boolean know(String revision) {
        return Files.exists(folder.resolve(revision).resolve("schema.json"));
    }

    static MessageWatch ifPresent() {
        return find().<MessageWatch>map(found -> found).orElse(MessageWatch.none());
    }

    /** @throws AssertionError if the message breaks the schema */
    @Override
    public void sent(String revision, String method, JsonObject message) {
        if (!know(revision)) {
            return;
        }
        if (message.has("result")) {
            JsonObject result = message.object("result").orElseThrow();
            check(revision, resultType(method, result), result);
        } else if (message.has("error")) {
            checkError(revision, message);
            return;
        } else {
            check(revision, message.has("id") ? "ServerRequest" : "ServerNotification", message);
        }
        check(revision, "JSONRPCMessage", message);
    }

    /** Before 2025-11-25 the schemas had no form for an error whose request had no readable id. */
    private void checkError(String revision, JsonObject message) {
        if (message.has("id") && revision.compareTo("2025-11") < 0) {
            check(revision, "JSONRPCError", message);
        } else {
            check(revision.compareTo("2025-11") < 0 ? "2025-11-25" : revision, "JSONRPCErrorResponse", message);
        }
    }

    private static String resultType(String method, JsonObject result) {
        return result.string("resultType").orElse("").equals("input_required")
                ? "InputRequiredResult"
                : RESULTS.getOrDefault(method, "EmptyResult");
    }

    private void check(String revision, String type, JsonObject value) {
        List<Problem> problems = compiled.computeIfAbsent(revision + " " + type, unused -> schema(revision, type))
                .check(value);
        if (!problems.isEmpty()) {
            throw new AssertionError("not a " + type + " of " + revision + ": " + problems);
        }
    }

    private RawSchema schema(String revision, String type) {
        try {
            JsonObject all = (JsonObject)
                    JsonReader.read(Files.readString(folder.resolve(revision).resolve("schema.json")));
            String home = all.has("$defs") ? "$defs" : "definitions";
            return RawSchema.of(all.with("$ref", Json.of("#/" + home + "/" + type)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (JsonException malformed) {
            throw new IllegalStateException(malformed);
        }
    }
}
