package dev.footbridge.processor.read;

/** Qualified names of our annotations and of the types that signatures may hold. */
final class Names {

    private static final String TOOL_PACKAGE = "dev.footbridge.tool.";
    private static final String CONSTRAINT_PACKAGE = "dev.footbridge.constraint.";

    static final String MCP_TOOLS = TOOL_PACKAGE + "McpTools";
    static final String TOOL = TOOL_PACKAGE + "Tool";
    static final String RESOURCE = TOOL_PACKAGE + "Resource";
    static final String PROMPT = TOOL_PACKAGE + "Prompt";
    static final String COMPLETE = TOOL_PACKAGE + "Complete";
    static final String QUESTION = TOOL_PACKAGE + "Question";
    static final String NAME = TOOL_PACKAGE + "Name";
    static final String TITLE = TOOL_PACKAGE + "Title";
    static final String DESCRIPTION = TOOL_PACKAGE + "Description";
    static final String HEADER = TOOL_PACKAGE + "Header";
    static final String TAG = TOOL_PACKAGE + "Tag";
    static final String PRESENCE = TOOL_PACKAGE + "Presence";

    static final String MIN = CONSTRAINT_PACKAGE + "Min";
    static final String MAX = CONSTRAINT_PACKAGE + "Max";
    static final String EXCLUSIVE_MIN = CONSTRAINT_PACKAGE + "ExclusiveMin";
    static final String EXCLUSIVE_MAX = CONSTRAINT_PACKAGE + "ExclusiveMax";
    static final String MULTIPLE_OF = CONSTRAINT_PACKAGE + "MultipleOf";
    static final String LENGTH = CONSTRAINT_PACKAGE + "Length";
    static final String ITEMS = CONSTRAINT_PACKAGE + "Items";
    static final String PATTERN = CONSTRAINT_PACKAGE + "Pattern";
    static final String FORMAT = CONSTRAINT_PACKAGE + "Format";
    static final String DEFAULT = CONSTRAINT_PACKAGE + "Default";
    static final String ALLOWED = CONSTRAINT_PACKAGE + "Allowed";
    static final String EXAMPLE = CONSTRAINT_PACKAGE + "Example";
    static final String AT_LEAST_ONE = CONSTRAINT_PACKAGE + "AtLeastOne";
    static final String REQUIRES = CONSTRAINT_PACKAGE + "Requires";

    /** Stands for every annotation that says so: only the end of its name counts. */
    static final String NULLABLE = "org.jspecify.annotations.Nullable";
    /** What was translated to a mistake, with its {@code message}; no annotation has this name. */
    static final String REFUSED = "refused";
    /** What was translated to a warning, with its {@code message}; no annotation has this name. */
    static final String UNREAD = "unread";

    static final String CALL = "dev.footbridge.call.Call";
    static final String TOOL_RESULT = "dev.footbridge.feature.ToolResult";
    static final String PROMPT_RESULT = "dev.footbridge.feature.PromptResult";
    static final String PROMPT_MESSAGE = "dev.footbridge.feature.PromptResult.Message";
    static final String CONTENT = "dev.footbridge.protocol.Content";
    static final String CONTENTS = "dev.footbridge.protocol.ResourceContents";
    static final String JSON = "dev.footbridge.json.Json";
    static final String JSON_OBJECT = "dev.footbridge.json.JsonObject";

    private Names() {}
}
