package dev.footbridge.local.command;

import dev.footbridge.feature.Tool;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonWriter;
import dev.footbridge.protocol.ProtocolVersion;
import java.util.Collection;
import java.util.List;

/** {@code tools}: what the server offers, for people or for programs. */
final class ToolsCommand {

    private ToolsCommand() {}

    static ExitCode run(Arguments arguments, Offer offer, Io io) {
        Collection<Tool> tools = offer.features().tools().values();
        if (arguments.has("--json")) {
            List<Json> listed = tools.stream()
                    .map(tool -> tool.listing().toJson(ProtocolVersion.V2026_07_28))
                    .toList();
            io.out().println(JsonWriter.pretty(new JsonArray(listed)));
            return ExitCode.OK;
        }
        ToolSheet sheet = new ToolSheet(io.style(), io.width());
        tools.forEach(tool -> io.out().println(sheet.describe(tool)));
        io.out().println(io.style().dim("call one: " + io.launcherWord() + " call TOOL name=value …"));
        return ExitCode.OK;
    }
}
