package dev.footbridge.benchmarks.growth;

import dev.footbridge.McpServer;
import dev.footbridge.argument.Field;
import dev.footbridge.argument.TextField;
import dev.footbridge.config.ServerConfig;
import dev.footbridge.feature.FeatureSet;
import dev.footbridge.feature.Tool;
import dev.footbridge.feature.ToolResult;
import dev.footbridge.json.JsonException;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonReader;
import dev.footbridge.policy.Policy;
import dev.footbridge.policy.PolicyReader;
import dev.footbridge.protocol.Implementation;
import dev.footbridge.state.MemoryStateStore;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Prints how the cost of a start and of a call grow, in tables for docs/performance.md. */
public final class Growth {

    private static final TextField TEXT = Field.text("text");
    private static final int MEGABYTE = 1_000_000;

    private Growth() {}

    public static void main(String[] words) throws JsonException {
        if (words.length == 2 && words[0].equals("--table")) {
            TableGrowth.print(words[1]);
            System.exit(0);
        }
        if (words.length > 0) {
            System.err.println("usage: benchmarks/growth [--table ADDRESS]");
            System.exit(2);
        }
        System.out.println("JDK " + Runtime.version());
        warm();
        tools();
        rules();
        arguments();
        results();
        states();
        System.exit(0);
    }

    /** What a process loads only once belongs to no row. */
    private static void warm() throws JsonException {
        Policy policy = policy(1);
        McpServer server = server(List.of(echo("echo")), builder -> builder.policy(policy));
        call(server, "echo", 1).micros();
        server.close();
        States states = new States(new MemoryStateStore(InstantSource.system()), 10_000);
        states.put();
        states.get();
    }

    private static void tools() {
        System.out.println("| tools | server made, ms | a call, µs |\n|---|---|---|");
        for (int count : new int[] {1, 10, 100, 1_000, 10_000}) {
            List<Tool> all = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                all.add(echo("tool_" + i));
            }
            long begun = System.nanoTime();
            McpServer server = server(all, builder -> {});
            double made = (System.nanoTime() - begun) / 1e6;
            row(count, made, call(server, "tool_" + (count - 1), 1).micros());
            server.close();
        }
    }

    private static void rules() throws JsonException {
        System.out.println("\n| rules | read, ms | a call, µs |\n|---|---|---|");
        for (int count : new int[] {0, 1, 10, 100, 1_000, 10_000}) {
            long begun = System.nanoTime();
            Policy policy = policy(count);
            double read = (System.nanoTime() - begun) / 1e6;
            McpServer server = server(List.of(echo("echo")), builder -> builder.policy(policy));
            row(count, read, call(server, "echo", 1).micros());
            server.close();
        }
    }

    /** As many for other tools, and one that lets the call through. */
    private static Policy policy(int others) throws JsonException {
        StringBuilder rules = new StringBuilder();
        for (int i = 0; i < others; i++) {
            rules.append("{\"id\":\"r")
                    .append(i)
                    .append("\",\"allow\":\"all\",\"tools\":\"other_")
                    .append(i)
                    .append("*\"},");
        }
        String text = "{\"callers\":{\"all\":{\"issuer\":\"*\"}},\"rules\":[" + rules
                + "{\"id\":\"last\",\"allow\":\"*\",\"tools\":\"echo\"}]}";
        return PolicyReader.read((JsonObject) JsonReader.read(text));
    }

    private static void arguments() {
        System.out.println("\n| arguments, bytes | a call, µs |\n|---|---|");
        McpServer server = server(List.of(echo("echo")), builder -> {});
        for (int size : new int[] {100, 1_000, 10_000, 100_000, MEGABYTE}) {
            row(size, call(server, "echo", size).micros());
        }
        server.close();
    }

    private static void results() {
        System.out.println("\n| result, bytes | whole, µs | as an event, µs |\n|---|---|---|");
        for (int size : new int[] {1_000, 10_000, 100_000, MEGABYTE, 5 * MEGABYTE, 20 * MEGABYTE}) {
            ToolResult result = ToolResult.text("x".repeat(size));
            Tool big = Tool.named("big").describedAs("Gives much.").calls((in, call) -> result);
            McpServer server = server(List.of(big), builder -> {});
            MemoryCall whole = new MemoryCall(server.http(), "big", "{}", false);
            MemoryCall event = new MemoryCall(server.http(), "big", "{}", true);
            row(size, whole.micros(), event.micros());
            server.close();
        }
    }

    private static void states() {
        System.out.println("\n| states in memory | put, µs | get, µs | heap each, bytes |\n|---|---|---|---|");
        for (int count : new int[] {1_000, 10_000, 100_000}) {
            MemoryStateStore store = new MemoryStateStore(InstantSource.system());
            long before = used();
            States states = new States(store, count);
            double put = states.put();
            double get = states.get();
            row(count, put, get, (used() - before) / (double) count);
        }
    }

    /** After two collections: what the first one finishes, such as a cleaner, the second takes away. */
    private static long used() {
        System.gc();
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static Tool echo(String name) {
        return Tool.named(name)
                .describedAs("Says how long a text is.")
                .takes(TEXT)
                .calls((in, call) ->
                        ToolResult.text(Integer.toString(in.get(TEXT).length())));
    }

    private static McpServer server(List<Tool> tools, Consumer<McpServer.Builder> more) {
        McpServer.Builder builder = McpServer.named(Implementation.of("growth", "1"))
                .features(FeatureSet.builder().tools(tools).build())
                .config(ServerConfig.DEFAULTS.toBuilder()
                        .maxResultLength(32 * MEGABYTE)
                        .build());
        more.accept(builder);
        return builder.build();
    }

    private static MemoryCall call(McpServer server, String tool, int size) {
        return new MemoryCall(server.http(), tool, "{\"text\":\"" + "x".repeat(size) + "\"}", false);
    }

    static void row(int what, double... values) {
        StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "| %,d |", what));
        for (double value : values) {
            row.append(String.format(Locale.ROOT, value < 10 ? " %.1f |" : " %,.0f |", value));
        }
        System.out.println(row);
    }
}
