package dev.footbridge.processor.write;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.footbridge.argument.Problem;
import dev.footbridge.feature.FeatureSet;
import dev.footbridge.feature.InvalidArguments;
import dev.footbridge.feature.McpModule;
import dev.footbridge.feature.Tool;
import dev.footbridge.feature.ToolResult;
import dev.footbridge.json.JsonException;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonReader;
import dev.footbridge.json.JsonWriter;
import dev.footbridge.processor.FootbridgeProcessor;
import dev.footbridge.processor.Workshop;
import dev.footbridge.protocol.Content;
import dev.footbridge.testkit.author.TestCall;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What an annotated class {@code shop.Kit} offers once it is compiled, called without a server. */
record Kit(FeatureSet features) {

    private static final String IMPORTS = """
            import dev.footbridge.call.Call;
            import dev.footbridge.constraint.*;
            import dev.footbridge.feature.PromptResult;
            import dev.footbridge.feature.ToolResult;
            import dev.footbridge.json.*;
            import dev.footbridge.protocol.*;
            import dev.footbridge.tool.*;
            import java.math.*;
            import java.net.URI;
            import java.time.*;
            import java.util.*;
            import java.util.stream.Stream;
            import org.jspecify.annotations.Nullable;
            """;

    /** The source of the class, with its members. */
    static String source(String members) {
        return "package shop;\n" + IMPORTS + "/** A kit. */ @McpTools public class Kit {\n" + members + "}\n";
    }

    static Workshop.Outcome compile(Path folder, String... sources) {
        Workshop workshop = Workshop.in(folder).with(new FootbridgeProcessor());
        for (String source : sources) {
            workshop.source(source);
        }
        return workshop.compile().clean();
    }

    /** Compiles the class, without a warning, and what it writes. */
    static Kit of(Path folder, String members, String... others) {
        List<String> sources = new ArrayList<>(List.of(others));
        sources.add(source(members));
        Workshop.Outcome outcome = compile(folder, sources.toArray(new String[0]));
        return new Kit(FeatureSet.of((McpModule) outcome.make("shop.KitModule", outcome.make("shop.Kit"))));
    }

    /** What the tool gives back: its structured content, or else its text. */
    String call(String tool, String arguments) {
        ToolResult result = result(tool, arguments);
        return result.structured() == null
                ? ((Content.Text) result.content().get(0)).text()
                : JsonWriter.text(result.structured());
    }

    ToolResult result(String tool, String arguments) {
        try {
            return body(tool, arguments);
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    /** The problems the tool finds in the arguments, each with its path. */
    List<String> problems(String tool, String arguments) {
        List<String> found = new ArrayList<>();
        assertThatThrownBy(() -> body(tool, arguments))
                .asInstanceOf(type(InvalidArguments.class))
                .satisfies(refused ->
                        refused.problems().stream().map(Problem::toString).forEach(found::add));
        return found;
    }

    Tool tool(String name) {
        Tool tool = features.tools().get(name);
        if (tool == null) {
            throw new AssertionError("there is no tool " + name);
        }
        return tool;
    }

    private ToolResult body(String tool, String arguments) throws Exception {
        return tool(tool).body().call(object(arguments), TestCall.builder().build());
    }

    static JsonObject object(String json) {
        try {
            return (JsonObject) JsonReader.read(json);
        } catch (JsonException broken) {
            throw new AssertionError(broken);
        }
    }
}
