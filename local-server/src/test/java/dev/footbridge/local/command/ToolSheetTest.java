package dev.footbridge.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.argument.Field;
import dev.footbridge.feature.Tool;
import dev.footbridge.feature.ToolResult;
import org.junit.jupiter.api.Test;

final class ToolSheetTest {

    @Test
    void allThatAnArgumentMustBeIsShown() {
        Tool tool = Tool.named("send")
                .describedAs("Sends a parcel.")
                .takes(
                        Field.text("id").minLength(10).maxLength(10).pattern("^P[0-9]+$", id -> id.startsWith("P")),
                        Field.text("to").minLength(1).maxLength(80),
                        Field.text("note").maxLength(200),
                        Field.number("kilograms").min(0.5).max(31.5),
                        Field.list(Field.text("tag")).minItems(1).maxItems(5))
                .calls((in, call) -> ToolResult.text(""));

        String sheet = new ToolSheet(Style.PLAIN, 120).describe(tool);

        assertThat(sheet.lines().map(String::strip))
                .contains(
                        "id  string, required, like ^P[0-9]+$, exactly 10 characters",
                        "to  string, required, 1 to 80 characters",
                        "note  string, required, up to 200 characters",
                        "kilograms  number, required, at least 0.5, at most 31.5",
                        "tag  list of string, required, 1 to 5 items");
    }
}
