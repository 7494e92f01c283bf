package dev.footbridge.processor.suite;

import dev.footbridge.feature.FeatureSet;
import dev.footbridge.feature.InvalidArguments;
import dev.footbridge.feature.McpModule;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonException;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonReader;
import dev.footbridge.json.JsonWriter;
import dev.footbridge.processor.FootbridgeProcessor;
import dev.footbridge.processor.Workshop;
import dev.footbridge.testkit.author.TestCall;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Writes every schema of the official suite that an annotated class can stand for as one, compiles it, calls it with
 * the suite's values, and compares verdicts.
 */
public final class JsonSchemaSuite {

    private static final List<String> KEYWORDS = List.of(
            "type",
            "enum",
            "const",
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "multipleOf",
            "minLength",
            "maxLength",
            "pattern",
            "required",
            "properties",
            "additionalProperties",
            "items",
            "minItems",
            "maxItems",
            "uniqueItems",
            "minProperties",
            "maxProperties",
            "dependentRequired",
            "oneOf",
            "not",
            "ref",
            "defs",
            "default");

    private static final String HEAD = """
            package suite;
            import dev.footbridge.constraint.*;
            import dev.footbridge.json.*;
            import dev.footbridge.tool.*;
            import java.math.*;
            import java.util.*;
            /** Schemas of the suite. */
            @McpTools
            public final class Suite {
            """;

    private final StringBuilder source = new StringBuilder(HEAD);
    private final List<Case> cases = new ArrayList<>();
    private final Map<String, Integer> left = new TreeMap<>();
    private int tools;

    private JsonSchemaSuite() {}

    /** @param arguments the folder of the suite's files, a folder for classes, and how many cases must run at least */
    public static void main(String[] arguments) throws Exception {
        JsonSchemaSuite suite = new JsonSchemaSuite();
        for (String keyword : KEYWORDS) {
            suite.read(Path.of(arguments[0], keyword + ".json"));
        }
        List<String> wrong = suite.run(Path.of(arguments[1]));
        int least = Integer.parseInt(arguments[2]);
        suite.print(System.out, wrong, least);
        if (!wrong.isEmpty() || suite.cases.size() < least) {
            System.exit(1);
        }
    }

    private void read(Path file) throws IOException, JsonException {
        for (Json group : ((JsonArray) JsonReader.read(Files.readAllBytes(file))).items()) {
            Map<String, String> toolsByType = new LinkedHashMap<>();
            for (Json test : ((JsonObject) group).array("tests").orElseThrow().items()) {
                String title = file.getFileName() + ": "
                        + ((JsonObject) group).string("description").orElseThrow();
                try {
                    add(title, member(group, "schema"), (JsonObject) test, toolsByType);
                } catch (Inexpressible inexpressible) {
                    left.merge(inexpressible.getMessage(), 1, Integer::sum);
                }
            }
        }
    }

    private void add(String title, Json schema, JsonObject test, Map<String, String> toolsByType) {
        JsonObject root = schema instanceof JsonObject object ? object : JsonObject.EMPTY;
        Node whole = Node.of(root, "", schema);
        Json data = member(test, "data");
        boolean isOpen = !whole.saysNothing() && !whole.isTyped();
        Node node = isOpen ? whole.narrowed(Node.typeOf(data)) : whole;
        Fit.verify(node, data);
        String tool = toolsByType.get(node.pointer());
        if (tool == null) {
            tool = write(node);
            toolsByType.put(node.pointer(), tool);
        }
        cases.add(new Case(title + ": " + test.string("description").orElseThrow(), tool, data, test.isTrue("valid")));
    }

    private static Json member(Json object, String name) {
        return Objects.requireNonNull(((JsonObject) object).get(name));
    }

    private String write(Node node) {
        String name = "t" + tools;
        Java java = new Java("R" + tools + "x");
        Java.Part part = java.part(node);
        tools++;
        // a record that stands alone would be all arguments
        source.append(java.records())
                .append("/** Takes a value. */ @Tool public static String " + name + "(" + part.rules()
                        + "@Description(\"d\") " + part.type()
                        + " value, @Description(\"d\") Optional<String> other) { return \"taken\"; }\n");
        return name;
    }

    /** What came out otherwise than the suite says. */
    private List<String> run(Path folder) throws Exception {
        Workshop.Outcome outcome = Workshop.in(folder)
                .with(new FootbridgeProcessor())
                .source(source + "}\n")
                .compile();
        if (!outcome.compiled()) {
            throw new IllegalStateException("the translated suite does not compile: " + outcome.diagnostics());
        }
        FeatureSet features = FeatureSet.of((McpModule) outcome.make("suite.SuiteModule"));
        List<String> wrong = new ArrayList<>();
        for (Case each : cases) {
            if (accepts(features, each) != each.valid()) {
                wrong.add(each.title()
                        + (each.valid() ? " must be accepted: " : " must be refused: ")
                        + JsonWriter.text(each.data()));
            }
        }
        return wrong;
    }

    private static boolean accepts(FeatureSet features, Case each) throws Exception {
        try {
            Objects.requireNonNull(features.tools().get(each.tool()))
                    .body()
                    .call(
                            JsonObject.of("value", each.data()),
                            TestCall.builder().build());
            return true;
        } catch (InvalidArguments refused) {
            // a refusal of anything else would prove nothing
            return refused.problems().stream()
                    .noneMatch(problem -> problem.path().startsWith("/value"));
        }
    }

    private void print(PrintStream out, List<String> wrong, int least) {
        wrong.forEach(out::println);
        long accepted = cases.stream().filter(Case::valid).count();
        out.printf(
                "%d cases ran through %d readers (%d to accept, %d to refuse), %d came out otherwise; at least %d must run%n",
                cases.size(), tools, accepted, cases.size() - accepted, wrong.size(), least);
        out.printf(
                "%d cases have no annotated class:%n",
                left.values().stream().mapToInt(Integer::intValue).sum());
        left.forEach((reason, count) -> out.printf("%5d  %s%n", count, reason));
    }
}
