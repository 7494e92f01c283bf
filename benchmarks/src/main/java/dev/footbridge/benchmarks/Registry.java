package dev.footbridge.benchmarks;

import dev.footbridge.argument.ChoiceField;
import dev.footbridge.argument.Field;
import dev.footbridge.argument.IntegerField;
import dev.footbridge.argument.TextField;
import dev.footbridge.feature.Effect;
import dev.footbridge.feature.Tool;
import dev.footbridge.feature.ToolResult;
import java.util.List;
import java.util.stream.IntStream;

/** Tools as a large registry would have them: a sentence, a text, a number, a choice; nothing shared between two. */
final class Registry {

    private static final int LONGEST_NAME = 200;
    private static final int MOST_LINES = 1_000;

    private Registry() {}

    static List<Tool> of(int count) {
        return IntStream.range(0, count).mapToObj(Registry::tool).toList();
    }

    private static Tool tool(int number) {
        TextField name =
                Field.text("name").maxLength(LONGEST_NAME).describedAs("Name of the record in table " + number);
        IntegerField limit = Field.integer("limit").min(1).max(MOST_LINES).describedAs("Lines to return");
        ChoiceField order = Field.choice("order", "oldest", "newest").describedAs("Which lines come first");
        return Tool.named("find_in_table_" + number)
                .describedAs("Finds the lines of table " + number + " that belong to one record.")
                .effect(Effect.READ_ONLY)
                .takes(name, limit, order)
                .calls((in, call) -> ToolResult.text(in.get(name) + " " + in.get(limit) + " " + in.get(order)));
    }
}
