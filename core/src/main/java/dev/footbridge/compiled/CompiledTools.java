package dev.footbridge.compiled;

import dev.footbridge.call.Call;
import dev.footbridge.feature.Effect;
import dev.footbridge.feature.HeaderParams;
import dev.footbridge.feature.Tool;
import dev.footbridge.feature.ToolBody;
import dev.footbridge.feature.ToolListing;
import dev.footbridge.feature.ToolResult;
import dev.footbridge.feature.ToolTerms;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;
import dev.footbridge.protocol.ProtocolVersion;
import org.jspecify.annotations.Nullable;

/**
 * The tools of one compiled class, by number. Neither the code of a tool nor its listing is loaded before somebody
 * calls it or lists it. Thread-safe if its subclass is.
 */
public abstract class CompiledTools {

    /** The tool of that name, null if there is none. */
    public abstract @Nullable Tool make(String name);

    /** Reads the arguments, calls the method, writes the result. */
    protected abstract ToolResult call(int number, JsonObject arguments, Call call) throws Exception;

    protected abstract ListedTool listing(int number);

    protected final Tool tool(String name, int number, Effect effect, boolean openWorld) {
        return new Tool(
                name,
                new Listing(this, number),
                effect,
                openWorld,
                null,
                HeaderParams.NONE,
                ToolTerms.USUAL,
                new Body(this, number));
    }

    protected static IllegalArgumentException unknown(int number) {
        return new IllegalArgumentException("there is no tool of number " + number);
    }

    private record Body(CompiledTools tools, int number) implements ToolBody {

        @Override
        public ToolResult call(JsonObject arguments, Call call) throws Exception {
            return tools.call(number, arguments, call);
        }
    }

    private record Listing(CompiledTools tools, int number) implements ToolListing {

        @Override
        public @Nullable String title() {
            return tools.listing(number).title();
        }

        @Override
        public String description() {
            return tools.listing(number).description();
        }

        @Override
        public JsonObject input() {
            return tools.listing(number).input();
        }

        @Override
        public @Nullable JsonObject output() {
            return tools.listing(number).output();
        }

        @Override
        public Json toJson(ProtocolVersion revision) {
            return tools.listing(number).toJson(revision);
        }
    }
}
