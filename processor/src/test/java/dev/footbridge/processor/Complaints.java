package dev.footbridge.processor;

import java.nio.file.Path;
import java.util.List;
import javax.tools.Diagnostic;

/** What the processor says of the members of one annotated class. */
public record Complaints(Path folder) {

    private static final String HEAD = """
            package shop;
            import dev.footbridge.call.Call;
            import dev.footbridge.constraint.*;
            import dev.footbridge.feature.*;
            import dev.footbridge.tool.*;
            import dev.footbridge.tool.Prompt;
            import dev.footbridge.tool.Resource;
            import dev.footbridge.tool.Tool;
            import java.util.*;
            import java.time.*;
            @McpTools
            public class Shop {
            """;

    /** Errors as {@code line: message}; line 1 is the first of the members. */
    public List<String> errors(String members) {
        return of(Diagnostic.Kind.ERROR, members);
    }

    public List<String> warnings(String members) {
        return of(Diagnostic.Kind.WARNING, members);
    }

    private List<String> of(Diagnostic.Kind kind, String members) {
        int above = (int) HEAD.lines().count();
        Workshop.Outcome outcome = Workshop.in(folder)
                .with(new FootbridgeProcessor())
                .source(HEAD + members + "\n}\n")
                .compile();
        return outcome.messages(kind).stream()
                .map(message -> {
                    int colon = message.indexOf(':');
                    return Integer.parseInt(message.substring(0, colon)) - above + message.substring(colon);
                })
                .toList();
    }
}
