package dev.footbridge.limit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Usage summed by caller or by tool, in the order of its names, as CSV or as a table to read. Immutable. */
public final class UsageReport {

    private final List<String> heads;
    private final List<Line> lines;

    private UsageReport(List<String> heads, List<Line> lines) {
        this.heads = heads;
        this.lines = List.copyOf(lines);
    }

    /** One sum. The names are a tenant and a caller, or a tool. */
    public record Line(List<String> names, long calls, long cost) {}

    public static UsageReport byCaller(List<UsageRow> rows) {
        return sum(List.of("tenant", "caller"), rows, row -> List.of(row.tenant(), Names.shown(row.caller())));
    }

    public static UsageReport byTool(List<UsageRow> rows) {
        return sum(List.of("tool"), rows, row -> List.of(row.tool()));
    }

    public List<Line> lines() {
        return lines;
    }

    /** RFC 4180 with a head line. What a spreadsheet would take for a formula begins with an apostrophe. */
    public String csv() {
        StringBuilder out = new StringBuilder();
        for (List<String> row : cells()) {
            List<String> fields = row.stream().map(UsageReport::field).toList();
            out.append(String.join(",", fields)).append("\r\n");
        }
        return out.toString();
    }

    /** Columns under their heads, numbers to the right, each line ending in a newline. */
    public String table() {
        List<List<String>> rows = cells();
        int[] widths = new int[heads.size() + 2];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], plain(row.get(i)).length());
            }
        }
        StringBuilder out = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String cell = plain(row.get(i));
                String pad = " ".repeat(widths[i] - cell.length());
                line.append(i == 0 ? "" : "  ").append(i < heads.size() ? cell + pad : pad + cell);
            }
            out.append(line.toString().stripTrailing()).append('\n');
        }
        return out.toString();
    }

    private static UsageReport sum(List<String> heads, List<UsageRow> rows, Function<UsageRow, List<String>> names) {
        Map<List<String>, Line> sums =
                new TreeMap<>((one, other) -> Arrays.compare(one.toArray(new String[0]), other.toArray(new String[0])));
        for (UsageRow row : rows) {
            Line line = new Line(names.apply(row), row.calls(), row.cost());
            sums.merge(
                    line.names(),
                    line,
                    (one, other) -> new Line(one.names(), one.calls() + other.calls(), one.cost() + other.cost()));
        }
        return new UsageReport(heads, List.copyOf(sums.values()));
    }

    private List<List<String>> cells() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(with(heads, "calls", "cost"));
        lines.forEach(line -> rows.add(with(line.names(), Long.toString(line.calls()), Long.toString(line.cost()))));
        return rows;
    }

    private static List<String> with(List<String> names, String calls, String cost) {
        List<String> row = new ArrayList<>(names);
        row.add(calls);
        row.add(cost);
        return row;
    }

    private static String field(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 && !isNumber(text);
        String safe = formula ? "'" + text : text;
        boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    private static boolean isNumber(String text) {
        return text.length() > 1 && text.chars().skip(1).allMatch(c -> c >= '0' && c <= '9');
    }

    /** A name may hold anything; a terminal gets no control characters. */
    private static String plain(String text) {
        return text.replaceAll("\\p{Cc}", "?");
    }
}
