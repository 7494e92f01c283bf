package dev.footbridge.dispatch;

import dev.footbridge.json.JsonObject;

/** What a method calls by name, and how OpenTelemetry calls that name. */
enum Targets {
    TOOL("name", "gen_ai.tool.name"),
    PROMPT("name", "gen_ai.prompt.name"),
    RESOURCE("uri", "mcp.resource.uri"),
    NONE("", "");

    private final String member;
    private final String fact;

    Targets(String member, String fact) {
        this.member = member;
        this.fact = fact;
    }

    static Targets of(String method) {
        return switch (method) {
            case "tools/call" -> TOOL;
            case "prompts/get" -> PROMPT;
            case "resources/read" -> RESOURCE;
            default -> NONE;
        };
    }

    /** What is called there, empty where nothing is named. */
    String named(JsonObject params) {
        return this == NONE ? "" : params.string(member).orElse("");
    }

    String fact() {
        return fact;
    }
}
