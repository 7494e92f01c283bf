package dev.footbridge.processor.read;

import java.util.List;
import java.util.stream.Stream;

/**
 * The annotations of {@code org.mcpjava:mcp-server-api}, declared again for tests with the members that are read here:
 * the artifact is not in every registry.
 */
final class NeutralApi {

    private NeutralApi() {}

    /** Sources, one a type. */
    static List<String> sources() {
        String named = "String name() default \"<<element name>>\"; String title() default \"\";"
                + " String description() default \"\";";
        String optional = "boolean required() default true; String defaultValue() default \"\";";
        return List.of(
                source("tools", "METHOD", "@interface Tool", named + """
                        Annotations annotations() default @Annotations;
                        boolean structuredContent() default false;
                        Class<?> outputSchemaFrom() default Void.class;
                        @interface Annotations {
                            String title() default "";
                            boolean readOnlyHint() default false;
                            boolean destructiveHint() default true;
                            boolean idempotentHint() default false;
                            boolean openWorldHint() default true;
                        }
                        """),
                source("tools", "PARAMETER", "@interface ToolArg", named + optional),
                source("prompts", "METHOD", "@interface Prompt", named),
                source("prompts", "PARAMETER", "@interface PromptArg", named + optional),
                source(
                        "resources",
                        "METHOD",
                        "@interface Resource",
                        named + "String uri(); String mimeType() default \"\";"),
                source(
                        "resources",
                        "METHOD",
                        "@interface ResourceTemplate",
                        named + "String uriTemplate(); String mimeType() default \"\";"),
                source("resources", "PARAMETER", "@interface ResourceTemplateArg", named),
                source("completion", "METHOD", "@interface CompletePrompt", "String value();"),
                source("completion", "METHOD", "@interface CompleteResourceTemplate", "String value();"),
                source("completion", "PARAMETER", "@interface CompleteArg", named));
    }

    /** The class to be read, and the annotations. */
    static String[] with(String source) {
        return Stream.concat(Stream.of(source), sources().stream()).toArray(String[]::new);
    }

    private static String source(String folder, String target, String type, String members) {
        return "package org.mcpjava.server." + folder + ";\n"
                + "@java.lang.annotation.Target(java.lang.annotation.ElementType." + target + ")\n"
                + "public " + type + " {\n" + members + "\n}\n";
    }
}
