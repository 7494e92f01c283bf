package dev.footbridge.local.command;

import java.util.ArrayList;
import java.util.List;

/** Rows under headings, in columns as wide as they must be. */
record Table(List<String> headings, List<List<String>> rows) {

    private static final String GAP = "  ";

    List<String> lines(Style style) {
        List<String> lines = new ArrayList<>();
        lines.add(style.bold(line(headings)));
        rows.forEach(row -> lines.add(line(row)));
        return lines;
    }

    private String line(List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            line.append(cell).append(" ".repeat(width(column) - length(cell))).append(GAP);
        }
        return line.toString().stripTrailing();
    }

    private int width(int column) {
        int widest = length(headings.get(column));
        for (List<String> row : rows) {
            widest = Math.max(widest, length(row.get(column)));
        }
        return widest;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
