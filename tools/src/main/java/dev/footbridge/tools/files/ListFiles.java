package dev.footbridge.tools.files;

import dev.footbridge.argument.Field;
import dev.footbridge.argument.Fields;
import dev.footbridge.argument.Values;
import dev.footbridge.call.Call;
import dev.footbridge.feature.Effect;
import dev.footbridge.feature.Tool;
import dev.footbridge.feature.ToolFunction;
import dev.footbridge.feature.ToolResult;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The tool {@code list_files}. */
record ListFiles(ServedFolder served, FilesSettings settings) implements ToolFunction {

    private static final Field<Boolean> RECURSIVE = Field.flag("recursive")
            .defaultsTo(false)
            .describedAs("Also list what is inside the folders. With a glob this is always so.");
    private static final Field<Optional<String>> AFTER = Field.text("after")
            .maxLength(4096)
            .describedAs("To go on with a long list: the value that the answer before gave.")
            .optional();
    private static final int USUAL = 200;

    private static final Fields ENTRY = Fields.of(
            Field.text("path").describedAs("Relative to the served folder; ends with / for a folder."),
            Field.choice("type", "file", "folder", "link"),
            Field.integer("size").describedAs("In bytes; files only.").optional(),
            Field.text("modified").describedAs("When it last changed, in UTC.").optional(),
            Field.text("target")
                    .describedAs("Where a link leads; links without one lead nowhere or out of the served folder.")
                    .optional());

    Tool tool() {
        return Tool.named("list_files")
                .title("List files")
                .describedAs("Lists files and folders with sizes and times of change (UTC), folder by folder. "
                        + "Use it to see what there is, or to find files by name. To find files by what they say, "
                        + "use search_files." + Arguments.leftOut(settings))
                .effect(Effect.READ_ONLY)
                .closedWorld()
                .takes(Arguments.FOLDER, Arguments.GLOB, RECURSIVE, limit(), AFTER)
                .returns(
                        Field.list(Field.object("entries", ENTRY)),
                        Field.text("next_after")
                                .describedAs("There only if there is more: pass it as `after`.")
                                .optional(),
                        Field.text("left_out")
                                .describedAs("How many entries are not shown, and why.")
                                .optional())
                .calls(this);
    }

    private Field<Long> limit() {
        return Field.integer("limit")
                .min(1)
                .max(settings.maxResults())
                .defaultsTo(Math.min(USUAL, settings.maxResults()))
                .describedAs("How many entries at most.");
    }

    @Override
    public ToolResult call(Values in, Call call) throws IOException {
        RelativePath folder = served.locate(RelativePath.parse(in.get(Arguments.FOLDER)));
        Optional<Glob> glob = Arguments.glob(in.get(Arguments.GLOB));
        boolean recursive = in.get(RECURSIVE) || glob.isPresent();
        String after = in.get(AFTER).orElse("");
        Page page = new Page(
                served,
                new Asked(folder, glob, after, Math.toIntExact(in.get(limit()))),
                new Timer(call, settings.searchTime()));
        new Walk(served, settings.followIgnoreFiles(), Order.BY_NAME, call::cancelled)
                .through(folder, Arguments.key(after), recursive, page);
        return page.result();
    }

    /** What one answer is to hold. */
    private record Asked(RelativePath folder, Optional<Glob> glob, String after, int limit) {

        boolean wants(Found found) {
            return glob.isEmpty()
                    || (!found.isFolder() && glob.get().matches(found.path().below(folder)));
        }
    }

    /** Collects the entries of one answer. */
    private static final class Page implements Walk.Visitor {
        private final ServedFolder served;
        private final Asked asked;
        private final BooleanSupplier late;
        private String lastSeen = "";
        private String ending = "";
        private final List<Listed> entries = new ArrayList<>();
        private final LeftOut leftOut = new LeftOut();

        Page(ServedFolder served, Asked asked, BooleanSupplier late) {
            this.served = served;
            this.asked = asked;
            this.late = late;
        }

        @Override
        public boolean visit(Found found) throws IOException {
            boolean wanted = asked.wants(found);
            if (wanted && entries.size() == asked.limit()) {
                ending = "there are more";
                return false;
            }
            if (late.getAsBoolean()) {
                ending = "then the time was up";
                return false;
            }
            lastSeen = Listed.path(found);
            if (wanted) {
                entries.add(new Listed(found, found.isLink() ? served.linkTarget(found.path()) : Optional.empty()));
            }
            return true;
        }

        @Override
        public void leftOut(LeftOut.Reason reason) {
            leftOut.add(reason);
        }

        ToolResult result() {
            List<Json> items = List.copyOf(entries.stream().map(Listed::json).toList());
            String reasons = String.join(", ", leftOut.parts());
            JsonObject json = JsonObject.builder()
                    .put("entries", new JsonArray(items))
                    .putIfPresent("next_after", ending.isEmpty() ? null : lastSeen)
                    .putIfPresent("left_out", reasons.isEmpty() ? null : reasons)
                    .build();
            StringBuilder text = new StringBuilder();
            entries.forEach(entry -> text.append(entry.line()).append('\n'));
            text.append(entries.isEmpty() ? "[" : "\n[").append(summary());
            text.append(reasons.isEmpty() ? "." : "; left out: " + reasons + ".");
            if (!ending.isEmpty()) {
                text.append(" Continue with after=")
                        .append(Shown.quoted(lastSeen))
                        .append('.');
            }
            return ToolResult.structured(json, text.append(']').toString());
        }

        private String summary() {
            String count = Shown.count(entries.size(), "entry", "entries");
            if (!ending.isEmpty()) {
                return count + ", " + ending;
            }
            if (!entries.isEmpty()) {
                return count + (leftOut.parts().isEmpty() ? ", nothing more" : "");
            }
            if (!asked.after().isEmpty()) {
                return "Nothing comes after " + Shown.quoted(asked.after());
            }
            return asked.glob().isPresent()
                    ? "No file in " + asked.folder() + " matches the glob"
                    : "There is nothing in " + asked.folder();
        }
    }
}
