package dev.footbridge.processor.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;

/** Annotations of parameters. */
final class ArgumentDialect {

    /** What LangChain4j lets a default be empty by; elsewhere the empty text says that there is none. */
    private static final String LANGCHAIN4J = "dev.langchain4j.agent.tool.P";

    private ArgumentDialect() {}

    static Map<String, Dialect> table() {
        Map<String, Dialect> table = new HashMap<>();
        for (String argument : List.of(
                "io.quarkiverse.mcp.server.ToolArg",
                "io.quarkiverse.mcp.server.PromptArg",
                "io.quarkiverse.mcp.server.ResourceTemplateArg",
                "io.quarkiverse.mcp.server.CompleteArg",
                "org.mcpjava.server.tools.ToolArg",
                "org.mcpjava.server.prompts.PromptArg",
                "org.mcpjava.server.resources.ResourceTemplateArg",
                "org.mcpjava.server.completion.CompleteArg",
                "org.springframework.ai.mcp.annotation.McpToolParam",
                "org.springframework.ai.tool.annotation.ToolParam",
                "org.springaicommunity.mcp.annotation.McpToolParam",
                LANGCHAIN4J)) {
            table.put(argument, (mark, place) -> marks(mark, place, mark.flag("required", true)));
        }
        for (String argument : List.of(
                "org.springframework.ai.mcp.annotation.McpArg", "org.springaicommunity.mcp.annotation.McpArg")) {
            table.put(argument, (mark, place) -> marks(mark, place, mark.flag("required", false)));
        }
        Dialect token = Dialect.refused("a token is no argument: take a Call, and use call.progress(…)");
        table.put("org.springframework.ai.mcp.annotation.McpProgressToken", token);
        table.put("org.springaicommunity.mcp.annotation.McpProgressToken", token);
        table.put(
                "dev.langchain4j.agent.tool.ToolMemoryId",
                Dialect.refused("there is no memory here: take a Call, which knows the caller"));
        table.put("dev.langchain4j.model.output.structured.Description", ArgumentDialect::description);
        return table;
    }

    /**
     * What other frameworks take for granted of every parameter: a record is one argument, and never all of them; an
     * argument of a Spring prompt may be left out unless it says otherwise.
     */
    static List<Mark> implied(Element element, Element method) {
        Optional<Mark> feature = Dialects.foreignFeature(method);
        if (feature.isEmpty()) {
            return List.of();
        }
        List<Mark> implied = new ArrayList<>();
        implied.add(feature.get()
                .as(Names.NAME, Map.of("value", element.getSimpleName().toString())));
        boolean isSaid = Mark.of(element, element.getAnnotationMirrors()).stream()
                .anyMatch(mark -> mark.shown().equals("@McpArg"));
        if (feature.get().shown().equals("@McpPrompt") && !isSaid) {
            implied.addAll(optional(feature.get(), element));
        }
        return implied;
    }

    /** The mark of what may be left out; an {@code Optional} says it already. */
    static List<Mark> optional(Mark mark, Element place) {
        return JavaTypes.text(place.asType()).startsWith("java.util.Optional") || Signature.isCall(place)
                ? List.of()
                : List.of(mark.as(Names.NULLABLE, Map.of()));
    }

    private static List<Mark> marks(Mark mark, Element place, boolean isRequired) {
        List<Mark> marks = new ArrayList<>();
        String meaning = mark.text("description").isEmpty() ? mark.text("value") : mark.text("description");
        add(marks, mark, Names.NAME, FeatureDialect.name(mark));
        add(marks, mark, Names.TITLE, mark.text("title"));
        add(marks, mark, Names.DESCRIPTION, meaning);
        boolean isDefaulted = mark.name().equals(LANGCHAIN4J)
                ? mark.has("defaultValue")
                : !mark.text("defaultValue").isEmpty();
        if (isDefaulted) {
            marks.add(mark.as(Names.DEFAULT, Map.of("value", mark.text("defaultValue"))));
        } else if (!isRequired) {
            marks.addAll(optional(mark, place));
        }
        return marks;
    }

    private static void add(List<Mark> marks, Mark mark, String ours, String value) {
        if (!value.isEmpty()) {
            marks.add(mark.as(ours, Map.of("value", value)));
        }
    }

    private static List<Mark> description(Mark mark, Element place) {
        return List.of(mark.as(Names.DESCRIPTION, Map.of("value", String.join(" ", mark.texts("value")))));
    }
}
