package dev.footbridge.feature;

import dev.footbridge.argument.Problem;
import dev.footbridge.argument.Schema;
import dev.footbridge.argument.Values;
import dev.footbridge.call.Call;
import dev.footbridge.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A function between the checks of its two schemas. */
record CheckedBody(String name, Schema input, @Nullable Schema output, ToolFunction function) implements ToolBody {

    @Override
    public ToolResult call(JsonObject arguments, Call call) throws Exception {
        List<Problem> problems = input.check(arguments);
        if (!problems.isEmpty()) {
            throw new InvalidArguments(problems);
        }
        return checked(function.call(new Values(arguments), call));
    }

    /** Clients may rely on the output schema, so a result that breaks it is our fault and not sent. */
    private ToolResult checked(ToolResult result) {
        if (output == null || result.failed()) {
            return result;
        }
        if (result.structured() == null) {
            throw new IllegalStateException("tool " + name + " has an output schema but gave nothing structured");
        }
        List<Problem> problems = output.check(result.structured());
        if (!problems.isEmpty()) {
            throw new IllegalStateException("tool " + name + " broke its output schema: " + problems);
        }
        return result;
    }
}
