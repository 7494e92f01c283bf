package dev.footbridge.benchmarks;

import dev.footbridge.McpServer;
import dev.footbridge.feature.FeatureSet;
import dev.footbridge.feature.Tool;
import dev.footbridge.protocol.Implementation;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * Registers very many tools and prints what they cost: the pages of {@code tools/list}, the first page when warm,
 * memory per tool. Ends with code 1 when the pages are not complete, not in order, or not the same twice, or when the
 * first page takes too long.
 */
public final class ManyTools {

    private static final int TOOLS = 10_000;
    private static final int WARM_UP = 2_000;
    private static final int SAMPLES = 501;
    private static final double FIRST_PAGE_LIMIT_MS = 5;

    private ManyTools() {}

    /** @param args how many tools, 10,000 if nothing is said */
    public static void main(String[] args) {
        if (args.length > 0 && !args[0].matches("[1-9]\\d{0,5}")) {
            System.err.println("usage: benchmarks/many-tools [NUMBER OF TOOLS]");
            System.exit(2);
        }
        int count = args.length > 0 ? Integer.parseInt(args[0]) : TOOLS;
        Memory before = Memory.used();
        List<Tool> tools = Registry.of(count);
        Memory described = Memory.used();
        FeatureSet features = FeatureSet.builder().tools(tools).build();
        McpServer server = McpServer.named(Implementation.of("many-tools", "1"))
                .features(features)
                .build();
        ToolLister lister = new ToolLister(server.http());
        List<Page> pages = lister.pages();
        List<Page> again = lister.pages();
        Memory served = Memory.used();
        double firstPage = medianMillis(lister);
        Table table = new Table(System.out);
        table.row("tools", count);
        table.row("pages", pages.size());
        table.row("first page, bytes", pages.get(0).bytes());
        table.row("first page, warm median ms", firstPage);
        table.row("bytes per tool, described", described.since(before, count));
        table.row("bytes per tool, served", served.since(before, count));
        boolean whole = isWhole(pages, tools, table);
        boolean steady = names(pages).equals(names(again));
        table.row("the same pages twice", steady);
        server.close();
        System.exit(whole && steady && firstPage < FIRST_PAGE_LIMIT_MS ? 0 : 1);
    }

    private static boolean isWhole(List<Page> pages, List<Tool> tools, Table table) {
        List<String> listed = names(pages);
        List<String> expected =
                List.copyOf(new TreeSet<>(tools.stream().map(Tool::name).toList()));
        boolean whole = listed.equals(expected);
        table.row("every tool once, in order", whole);
        return whole;
    }

    private static List<String> names(List<Page> pages) {
        return pages.stream().flatMap(page -> page.names().stream()).toList();
    }

    private static double medianMillis(ToolLister lister) {
        for (int i = 0; i < WARM_UP; i++) {
            lister.firstPage();
        }
        long[] nanos = new long[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            long begun = System.nanoTime();
            lister.firstPage();
            nanos[i] = System.nanoTime() - begun;
        }
        Arrays.sort(nanos);
        return nanos[SAMPLES / 2] / 1e6;
    }

    /** Two columns on a terminal. */
    private record Table(PrintStream out) {

        void row(String what, long value) {
            out.printf("%-28s %,12d%n", what, value);
        }

        void row(String what, double value) {
            out.printf("%-28s %12.3f%n", what, value);
        }

        void row(String what, boolean value) {
            out.printf("%-28s %12s%n", what, value ? "yes" : "NO");
        }
    }
}
