package dev.footbridge.benchmarks.generated;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The Java sources of a server over stdio: classes of annotated tools as people write them, and a {@code Main} that
 * serves them. Each tool has a record of arguments of its own; ten of a class share a record of results, and all its
 * enum.
 *
 * @param classes how many annotated classes
 * @param toolsEach how many tools each of them has
 */
@SuppressWarnings("InlineFormatString") // what is written is easier to read as one piece
record ToolSources(int classes, int toolsEach) {

    /** The class with the {@code main} method. */
    static final String MAIN = "generated.Main";

    /** So many tools of a class share a record of results. */
    private static final int SHARING = 10;

    private static final String DESK = """
            package generated;

            import dev.footbridge.constraint.Default;
            import dev.footbridge.constraint.Items;
            import dev.footbridge.constraint.Length;
            import dev.footbridge.constraint.Max;
            import dev.footbridge.constraint.Min;
            import dev.footbridge.feature.Effect;
            import dev.footbridge.tool.McpTools;
            import dev.footbridge.tool.Tool;
            import java.time.LocalDate;
            import java.util.List;
            import java.util.Optional;

            /** Looks up what is kept at desk %1$d. */
            @McpTools
            @SuppressWarnings("footbridge")
            public final class Desk%1$d {

                /** State of an order. */
                public enum Status { OPEN, SHIPPED, RETURNED }
            %2$s%3$s}
            """;

    private static final String RESULT = """

                /** What was found, in form %1$d. */
                public record Found%1$d(
                        String customer,
                        int count,
                        List<String> numbers,
                        Status status,
                        Optional<LocalDate> since,
                        boolean more) {}
            """;

    private static final String TOOL = """

                /** Finds what a customer ordered of shelf %2$d at desk %1$d. Use it when the user names that customer. */
                @Tool(effect = Effect.READ_ONLY, openWorld = false)
                public Found%3$d find_%1$d_%2$d(Search%2$d in) {
                    List<String> numbers = List.of(in.customer(), in.status().name());
                    return new Found%3$d(in.customer(), in.limit(), numbers, in.status(), in.since(), false);
                }

                /**
                 * What to look for.
                 *
                 * @param customer the customer's whole name
                 * @param status only orders in this state
                 * @param since only orders placed on this day or later
                 * @param tags only orders that have all of these
                 * @param limit how many at most
                 */
                public record Search%2$d(
                        @Length(min = 1, max = 80) String customer,
                        Status status,
                        Optional<LocalDate> since,
                        @Items(max = 5) @Length(min = 1, max = 20) Optional<List<String>> tags,
                        @Default("20") @Min(1) @Max(100) int limit) {}
            """;

    /** Made as the local server makes its own for stdio. */
    private static final String SERVER = """
            package generated;

            import dev.footbridge.McpServer;
            import dev.footbridge.config.ServerConfig;
            import dev.footbridge.feature.FeatureSet;
            import dev.footbridge.local.StdioLoop;
            import dev.footbridge.local.Threads;
            import dev.footbridge.log.Log;
            import dev.footbridge.protocol.Implementation;
            import java.io.FileDescriptor;
            import java.io.FileInputStream;
            import java.io.FileOutputStream;
            import java.time.Duration;

            public final class Main {
                public static void main(String[] args) {
                    StdioLoop.Channel channel = new StdioLoop.Channel(
                            new FileInputStream(FileDescriptor.in),
                            new FileOutputStream(FileDescriptor.out),
                            ServerConfig.DEFAULTS.maxBodyBytes(),
                            Duration.ofSeconds(10));
                    try (McpServer server = McpServer.named(Implementation.of("generated", "1"))
                            .features(features())
                            .threads(Threads.platform())
                            .build()) {
                        new StdioLoop(channel, Log.none()).run(server::converse);
                    }
                }

                private static FeatureSet features() {
                    return FeatureSet.of(%s);
                }
            }
            """;

    /** The arguments that every one of the tools takes. */
    static String arguments() {
        return "{\"customer\":\"Ada\",\"status\":\"OPEN\",\"limit\":7,\"tags\":[\"new\"]}";
    }

    /** The tool that is called: one in the middle. */
    String called() {
        return "find_" + classes / 2 + "_" + toolsEach / 2;
    }

    /**
     * The source of {@code Main}.
     *
     * @param modules Java expressions of the modules it serves
     */
    static String server(String modules) {
        return SERVER.formatted(modules);
    }

    /** Source text by class name. */
    Map<String, String> all() {
        Map<String, String> sources = new LinkedHashMap<>();
        IntStream.range(0, classes).forEach(desk -> sources.put("generated.Desk" + desk, desk(desk)));
        sources.put(MAIN, server(modules()));
        return sources;
    }

    private String desk(int desk) {
        String results = each((toolsEach + SHARING - 1) / SHARING, RESULT::formatted);
        String tools = each(toolsEach, shelf -> TOOL.formatted(desk, shelf, shelf / SHARING));
        return DESK.formatted(desk, results, tools);
    }

    private static String each(int count, IntFunction<String> text) {
        return IntStream.range(0, count).mapToObj(text).collect(Collectors.joining());
    }

    private String modules() {
        return IntStream.range(0, classes)
                .mapToObj("Desk%1$dModule.onDemand()"::formatted)
                .collect(Collectors.joining(", "));
    }
}
