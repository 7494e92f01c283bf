package dev.footbridge.testkit.author;

import dev.footbridge.http.Headers;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonString;
import dev.footbridge.protocol.ProtocolVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.assertj.core.api.AssertProvider;

/**
 * What came of one operation, and what happened on the way. A refusal is an outcome as a success is. Immutable.
 *
 * <p>AssertJ's own {@code assertThat(outcome)} gives an {@link OutcomeAssert}.
 *
 * @param revision the client's
 * @param status of the HTTP response that brought the answer
 * @param streamed true if the answer came as an event stream, false if as one JSON body
 * @param message the JSON-RPC response; empty if none came, or if the client gave up before
 * @param progress every report, of all rounds
 * @param log every line the client asked for, of all rounds
 * @param questions what the client's side was asked, in order
 * @param serverLog what the server logged meanwhile, for other operations too if they ran at once
 * @param conversation everything that was sent and received, for people; credentials are left out
 */
public record Outcome(
        ProtocolVersion revision,
        int status,
        Headers headers,
        boolean streamed,
        Optional<JsonObject> message,
        List<Progress> progress,
        List<LogLine> log,
        List<Question> questions,
        List<ServerLine> serverLog,
        String conversation)
        implements AssertProvider<OutcomeAssert> {

    /** The members that hold what a list result lists. */
    private static final List<String> LISTS = List.of("tools", "resources", "resourceTemplates", "prompts");

    public Outcome {
        progress = List.copyOf(progress);
        log = List.copyOf(log);
        questions = List.copyOf(questions);
        serverLog = List.copyOf(serverLog);
    }

    /** The result in the form of the client's revision; empty for an error. */
    public Optional<JsonObject> result() {
        return message.flatMap(answer -> answer.object("result"));
    }

    /** The JSON-RPC error: {@code code}, {@code message}, maybe {@code data}. */
    public Optional<JsonObject> error() {
        return message.flatMap(answer -> answer.object("error"));
    }

    /** True for a tool that ran, or did not, and says that it failed. */
    public boolean failed() {
        return result().filter(result -> result.isTrue("isError")).isPresent();
    }

    /** True if a question is open because the client has no answers. */
    public boolean inputRequired() {
        return result().flatMap(result -> result.string("resultType"))
                .filter("input_required"::equals)
                .isPresent();
    }

    /** The texts of a tool's content, a resource's contents or a prompt's messages, one a line. */
    public String text() {
        List<JsonObject> blocks = new ArrayList<>(items("content"));
        blocks.addAll(items("contents"));
        items("messages").forEach(message -> message.object("content").ifPresent(blocks::add));
        return blocks.stream().flatMap(block -> block.string("text").stream()).collect(Collectors.joining("\n"));
    }

    /** What a tool gave for programs; empty if nothing, or before 2025-06-18. */
    public Optional<Json> structured() {
        return result().map(result -> result.get("structuredContent"));
    }

    /** The names of what was listed. */
    public List<String> names() {
        return LISTS.stream()
                .flatMap(member -> items(member).stream())
                .flatMap(entry -> entry.string("name").stream())
                .toList();
    }

    /** The values a completion proposed, best first. */
    public List<String> proposals() {
        JsonArray values = result().flatMap(result -> result.object("completion"))
                .flatMap(completion -> completion.array("values"))
                .orElse(JsonArray.EMPTY);
        return values.items().stream()
                .filter(JsonString.class::isInstance)
                .map(value -> ((JsonString) value).value())
                .toList();
    }

    private List<JsonObject> items(String member) {
        JsonArray array = result().flatMap(result -> result.array(member)).orElse(JsonArray.EMPTY);
        return array.items().stream()
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .toList();
    }

    @Override
    public OutcomeAssert assertThat() {
        return new OutcomeAssert(this);
    }

    @Override
    public String toString() {
        return conversation;
    }
}
