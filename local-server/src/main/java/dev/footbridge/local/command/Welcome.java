package dev.footbridge.local.command;

import dev.footbridge.feature.FeatureSet;

/** What {@code serve} says when it is up: where, what, and how to connect. */
record Welcome(Io io, String url, ServeOptions options) {

    void print(FeatureSet features) {
        Style style = io.style();
        String header = options.token().isPresent() ? " --header \"Authorization: Bearer $FOOTBRIDGE_TOKEN\"" : "";
        io.out()
                .println(style.bold("Serving MCP at " + url)
                        + (options.token().isPresent() ? " with a bearer token" : ""));
        io.out().println("  " + count(features));
        if (options.sse()) {
            io.out()
                    .println(style.dim("  clients of 2024-11-05: "
                            + url.replace(options.config().path(), "/sse")));
        }
        io.out().println();
        io.out().println("Connect:");
        io.out().println("  Claude Code   claude mcp add --transport http footbridge " + url + header);
        io.out()
                .println("  Inspector     npx @modelcontextprotocol/inspector --cli " + url + " --method tools/list"
                        + header);
        io.out().println("  any other     " + io.launcherWord() + " config CLIENT   (" + ClientSnippets.names() + ")");
        io.out().println(style.dim("Stop with Ctrl-C."));
        io.out().flush();
    }

    private static String count(FeatureSet features) {
        return features.tools().size() + " tools ("
                + String.join(", ", features.tools().keySet()) + "), "
                + features.prompts().size() + " prompts"
                + (features.hasResources() ? ", resources" : "");
    }
}
