package dev.footbridge.processor.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;

/** Annotations of methods: tools, prompts and resources. Frameworks differ in names, hardly in members. */
final class FeatureDialect {

    /** How the defaults of some frameworks say "the name of the method" or "of the parameter". */
    private static final String ELEMENT_NAME = "<<element name>>";

    /** Members that are read, and those that say what is done here anyway. */
    private static final Set<String> READ = Set.of(
            "name",
            "title",
            "description",
            "value",
            "uri",
            "uriTemplate",
            "mimeType",
            "structuredContent",
            "generateOutputSchema");

    private FeatureDialect() {}

    static Map<String, Dialect> table() {
        Map<String, Dialect> table = new HashMap<>();
        for (String tool : List.of(
                "io.quarkiverse.mcp.server.Tool",
                "org.mcpjava.server.tools.Tool",
                "org.springframework.ai.mcp.annotation.McpTool",
                "org.springframework.ai.tool.annotation.Tool",
                "org.springaicommunity.mcp.annotation.McpTool",
                "dev.langchain4j.agent.tool.Tool")) {
            table.put(tool, FeatureDialect::tool);
        }
        for (String prompt : List.of(
                "io.quarkiverse.mcp.server.Prompt",
                "org.mcpjava.server.prompts.Prompt",
                "org.springframework.ai.mcp.annotation.McpPrompt",
                "org.springaicommunity.mcp.annotation.McpPrompt")) {
            table.put(prompt, FeatureDialect::prompt);
        }
        for (String resource : List.of(
                "io.quarkiverse.mcp.server.Resource",
                "io.quarkiverse.mcp.server.ResourceTemplate",
                "org.mcpjava.server.resources.Resource",
                "org.mcpjava.server.resources.ResourceTemplate",
                "org.springframework.ai.mcp.annotation.McpResource",
                "org.springaicommunity.mcp.annotation.McpResource")) {
            table.put(resource, FeatureDialect::resource);
        }
        table.putAll(CompletionDialect.table());
        return table;
    }

    /** The name that was given; empty if the Java name stands. */
    static String name(Mark mark) {
        return mark.text("name").equals(ELEMENT_NAME) ? "" : mark.text("name");
    }

    private static List<Mark> tool(Mark mark, Element method) {
        List<Mark> hints = mark.marks("annotations");
        Map<String, Object> members = common(mark);
        hints.forEach(hint -> {
            members.put("effect", effect(hint));
            members.put("openWorld", hint.flag("openWorldHint", true));
            if (mark.text("title").isEmpty()) {
                members.put("title", hint.text("title"));
            }
        });
        return marks(mark.as(Names.TOOL, members), mark, Set.of("annotations"));
    }

    /** The protocol heeds the other hints only where a tool is not read-only, and assumes the worst. */
    private static String effect(Mark hints) {
        if (hints.flag("readOnlyHint", false)) {
            return "READ_ONLY";
        }
        if (!hints.flag("destructiveHint", true)) {
            return "ADDITIVE";
        }
        return hints.flag("idempotentHint", false) ? "IDEMPOTENT" : "DESTRUCTIVE";
    }

    private static List<Mark> prompt(Mark mark, Element method) {
        return marks(mark.as(Names.PROMPT, common(mark)), mark, Set.of());
    }

    private static List<Mark> resource(Mark mark, Element method) {
        Map<String, Object> members = common(mark);
        members.put("uri", mark.has("uriTemplate") ? mark.text("uriTemplate") : mark.text("uri"));
        members.put("mimeType", mark.text("mimeType"));
        return marks(mark.as(Names.RESOURCE, members), mark, Set.of());
    }

    private static Map<String, Object> common(Mark mark) {
        Map<String, Object> members = new HashMap<>();
        members.put("name", name(mark));
        members.put("title", mark.text("title"));
        members.put(
                "description", mark.has("value") ? String.join("\n", mark.texts("value")) : mark.text("description"));
        return members;
    }

    private static List<Mark> marks(Mark ours, Mark theirs, Set<String> alsoRead) {
        List<Mark> marks = new ArrayList<>();
        marks.add(ours);
        for (String member : theirs.members()) {
            if (!READ.contains(member) && !alsoRead.contains(member)) {
                String message = "'" + member + "' of " + theirs.shown() + " is not read here and does nothing";
                marks.addAll(Dialect.unread(theirs, message));
            }
        }
        return marks;
    }
}
