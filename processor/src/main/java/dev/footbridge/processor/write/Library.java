package dev.footbridge.processor.write;

import dev.footbridge.processor.model.FormattedType;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** The types that generated code may name, other than an author's. */
final class Library {

    private static final String OURS = """
            argument: Field Fields TextFormat Values
            call: Call Question
            compiled: CompiledTools ListSlot ListedTool MapSlot Misfits ObjectSlot Out Proposals Results Slot TextSlot
            compiled: Texts Times Variables
            feature: Completer Effect FeatureSet HeaderParams InvalidArguments McpModule Prompt PromptResult Resource
            feature: ResourceReader ResourceTemplate Source Tool ToolResult ToolTerms
            http: Bytes
            limit: Rate
            json: Json JsonArray JsonNull JsonObject JsonWriter
            protocol: ResourceContents
            tool: Presence
            """;

    private static final String JAVA = """
            lang: Boolean Byte Class Double Exception Float IllegalArgumentException IllegalStateException Integer Long
            lang: Math Number Object Override Short String SuppressWarnings
            math: BigDecimal BigInteger
            util: ArrayList Collection Collections LinkedHashMap LinkedHashSet List Map Optional OptionalDouble
            util: OptionalInt OptionalLong Set
            util.function: Predicate
            """;

    private Library() {}

    static Map<String, String> bySimpleName() {
        Map<String, String> types = new TreeMap<>();
        add("dev.footbridge.", OURS, types);
        add("java.", JAVA, types);
        Arrays.stream(FormattedType.values()).forEach(type -> add(type.javaType(), types));
        add("com.google.re2j.Pattern", types);
        add("javax.annotation.processing.Generated", types);
        add("org.jspecify.annotations.NullUnmarked", types);
        return types;
    }

    private static void add(String root, String table, Map<String, String> types) {
        table.lines().forEach(row -> {
            String home = root + row.substring(0, row.indexOf(':')) + '.';
            Arrays.stream(row.substring(row.indexOf(':') + 2).split(" ", -1)).forEach(name -> add(home + name, types));
        });
    }

    private static void add(String qualified, Map<String, String> types) {
        types.put(qualified.substring(qualified.lastIndexOf('.') + 1), qualified);
    }
}
