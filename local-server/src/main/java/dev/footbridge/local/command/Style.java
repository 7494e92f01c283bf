package dev.footbridge.local.command;

import java.util.ArrayList;
import java.util.List;

/** How text for people looks: emphasis on terminals that show it, and lines of a bounded width. */
enum Style {
    PLAIN("", "", ""),
    COLOURED("\u001b[1m", "\u001b[2m", "\u001b[0m");

    private final String bold;
    private final String dim;
    private final String reset;

    Style(String bold, String dim, String reset) {
        this.bold = bold;
        this.dim = dim;
        this.reset = reset;
    }

    String bold(String text) {
        return bold + text + reset;
    }

    String dim(String text) {
        return dim + text + reset;
    }

    /** The text in lines of at most {@code width} characters where its words allow, each with the indent in front. */
    static String wrap(String text, String indent, int width) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.strip().split("\n", -1)) {
            StringBuilder line = new StringBuilder(indent);
            for (String word : paragraph.strip().split("\\s+", -1)) {
                if (line.length() > indent.length() && line.length() + 1 + word.length() > width) {
                    lines.add(line.toString());
                    line = new StringBuilder(indent);
                }
                line.append(line.length() > indent.length() ? " " : "").append(word);
            }
            lines.add(line.toString().stripTrailing());
        }
        return String.join("\n", lines);
    }
}
