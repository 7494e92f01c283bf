package dev.footbridge.testkit.author;

import dev.footbridge.McpServer;
import dev.footbridge.call.Caller;
import dev.footbridge.feature.FeatureSet;
import dev.footbridge.http.HttpHandler;
import dev.footbridge.json.JsonObject;
import dev.footbridge.protocol.ClientCapabilities;
import dev.footbridge.protocol.Implementation;
import dev.footbridge.protocol.LogLevel;
import dev.footbridge.protocol.ProtocolVersion;
import dev.footbridge.security.Authenticator;
import dev.footbridge.testkit.JsonText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A client in a test, of any revision, that sends whole HTTP requests to a server in memory: guards, authentication,
 * settling, limits, argument checks, the tool, its questions, and the form of the client's revision all have their say.
 * Immutable, and as thread-safe as the server; every refinement returns another tester of the same server.
 *
 * <pre>{@code
 * McpTester tester = McpTester.of(new OrderPack(orders).features());
 *
 * assertThat(tester.call("find_order", "id", "DE123456"))
 *         .succeeded()
 *         .hasStructured("{\"id\":\"DE123456\",\"${more}\":0}");
 * assertThat(tester.answering(question -> Reply.accept("yes", true)).call("cancel_order", "id", "DE123456"))
 *         .asked("confirm")
 *         .hasText("Cancelled.");
 * assertThat(tester.call("find_order", "id", "x")).hasProblem("/id", "must match");
 * }</pre>
 *
 * <p>{@code assertThat} is AssertJ's. Whatever a server answers is an {@link Outcome}; only what no server may do is an
 * {@link AssertionError}. A modern client lists the tools before it calls one, to learn which arguments headers repeat;
 * that is no part of the outcome. A legacy client opens a session for every operation and ends it.
 */
public final class McpTester {

    private final McpServer server;
    private final HttpHandler http;
    private final ServerLog log;
    private final Profile profile;

    private McpTester(McpServer server, HttpHandler http, ServerLog log, Profile profile) {
        this.server = server;
        this.http = http;
        this.log = log;
        this.profile = profile;
    }

    /** Tests these features on a server with every setting at its default. */
    public static McpTester of(FeatureSet features) {
        return of(McpServer.named(Implementation.of("tested", "1")).features(features));
    }

    /** Tests a server made as the builder says now. */
    public static McpTester of(McpServer.Builder server) {
        ServerLog log = new ServerLog();
        return of(server.build(log), log);
    }

    /** Tests this server, whose log stays its own: {@link #serverLog} is empty. */
    public static McpTester of(McpServer server) {
        return of(server, new ServerLog());
    }

    private static McpTester of(McpServer server, ServerLog log) {
        return new McpTester(server, server.http(), log, new Profile());
    }

    /** Speaks this revision; the newest one unless said otherwise. */
    public McpTester revision(ProtocolVersion spoken) {
        return refined(change -> change.revision = spoken);
    }

    /**
     * Is this caller. The server's own authenticator is not asked; to test that one too, send what it wants with
     * {@link #bearer} or {@link #header}.
     */
    public McpTester as(Caller caller) {
        return new McpTester(server, server.http(request -> new Authenticator.Identified(caller)), log, profile);
    }

    /** Sends this token, for the server's own authenticator to judge. */
    public McpTester bearer(String token) {
        return header("authorization", "Bearer " + token);
    }

    /** Sends this header with every request, in place of what would be sent otherwise. */
    public McpTester header(String name, String value) {
        return refined(change -> change.headers.put(name.toLowerCase(Locale.ROOT), value));
    }

    /**
     * Declares exactly this; otherwise a tester that {@linkplain #answering answers} declares all its revision knows.
     */
    public McpTester capabilities(ClientCapabilities declared) {
        return refined(change -> change.capabilities = declared.json());
    }

    /**
     * Answers what tools ask. Without answers, the first question ends the operation: it is the outcome of a modern
     * client's request, and a legacy client gives its call up.
     */
    public McpTester answering(Function<Question, Reply> answers) {
        return refined(change -> change.answers = answers);
    }

    /** Wants log lines from this level on; all of them unless said otherwise. */
    public McpTester logging(LogLevel least) {
        return refined(change -> change.logLevel = least);
    }

    /**
     * Gives every call up once so many reports, log lines and questions have come for it: a modern client closes the
     * connection, which its server notices no later than at the next sign of life; a legacy one sends
     * {@code notifications/cancelled}.
     */
    public McpTester givingUpAfter(int messages) {
        return refined(change -> change.givesUpAfter = messages);
    }

    /** Waits so long for the next thing to come, 30 seconds unless said otherwise. */
    public McpTester patience(Duration longest) {
        return refined(change -> change.patience = longest);
    }

    /** Calls a tool without arguments. */
    public Outcome call(String tool) {
        return call(tool, JsonObject.EMPTY);
    }

    /** @throws IllegalArgumentException if the arguments are not one JSON object */
    public Outcome call(String tool, String argumentsJson) {
        return call(tool, JsonText.object(argumentsJson));
    }

    /**
     * Calls a tool with arguments as names and values in turn.
     *
     * @param value text, number, flag, list or {@code Json}, as are the values in {@code more}
     */
    public Outcome call(String tool, String name, Object value, Object... more) {
        List<Object> all = new ArrayList<>(List.of(name, value));
        all.addAll(List.of(more));
        return call(tool, Arguments.of(all.toArray()));
    }

    public Outcome call(String tool, JsonObject arguments) {
        JsonObject params = JsonObject.builder()
                .put("name", tool)
                .put("arguments", arguments)
                .build();
        Map<String, String> mirrored = profile.revision.isModern()
                ? listTools()
                        .result()
                        .map(listed -> MirroredArguments.headers(listed, tool, arguments))
                        .orElse(Map.of())
                : Map.of();
        return request("tools/call", params, mirrored);
    }

    /** The tools of every page. */
    public Outcome listTools() {
        return Listing.of(params -> request("tools/list", params), "tools");
    }

    /** The resources of every page. */
    public Outcome listResources() {
        return Listing.of(params -> request("resources/list", params), "resources");
    }

    /** The prompts of every page. */
    public Outcome listPrompts() {
        return Listing.of(params -> request("prompts/list", params), "prompts");
    }

    public Outcome readResource(String uri) {
        return request("resources/read", JsonObject.of("uri", uri));
    }

    /** @param namesAndValues the arguments, all texts, as names and values in turn */
    public Outcome getPrompt(String name, String... namesAndValues) {
        JsonObject arguments = Arguments.of((Object[]) namesAndValues);
        return request(
                "prompts/get",
                JsonObject.builder()
                        .put("name", name)
                        .put("arguments", arguments)
                        .build());
    }

    /** What is proposed for an argument of a prompt once this has been typed. */
    public Outcome completePrompt(String prompt, String argument, String typed) {
        return complete("ref/prompt", "name", prompt, Arguments.of("name", argument, "value", typed));
    }

    /** What is proposed for a variable of a resource template once this has been typed. */
    public Outcome completeTemplate(String uriTemplate, String variable, String typed) {
        return complete("ref/resource", "uri", uriTemplate, Arguments.of("name", variable, "value", typed));
    }

    private Outcome complete(String type, String member, String target, JsonObject argument) {
        JsonObject reference = Arguments.of("type", type, member, target);
        return request("completion/complete", Arguments.of("ref", reference, "argument", argument));
    }

    /** What the server says of itself: to {@code server/discover}, or to {@code initialize} before 2026-07-28. */
    public Outcome discover() {
        return profile.revision.isModern()
                ? request("server/discover", JsonObject.EMPTY)
                : new LegacyClient(new Dialogue(http, log, profile)).discover();
    }

    /**
     * What the server has logged so far, for every tester of it. What a tool throws is here, and is the cause of an
     * assertion that fails; the client gets a neutral sentence.
     */
    public List<ServerLine> serverLog() {
        return log.lines();
    }

    /** Any other request. */
    public Outcome request(String method, JsonObject params) {
        return request(method, params, Map.of());
    }

    private Outcome request(String method, JsonObject params, Map<String, String> mirrored) {
        Dialogue dialogue = new Dialogue(http, log, profile);
        return profile.revision.isModern()
                ? new ModernClient(dialogue).run(method, params, mirrored)
                : new LegacyClient(dialogue).run(method, params);
    }

    private McpTester refined(Consumer<Profile> refinement) {
        Profile changed = profile.copy();
        refinement.accept(changed);
        return new McpTester(server, http, log, changed);
    }
}
