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
            .describedAs("To go on with a long list: the last path of the answer before.")
            .optional();
    private static final int USUAL = 200;

    private static final Fields ENTRY = Fields.of(
            Field.text("path").describedAs("Relative to the served folder; ends with / for a folder."),
            Field.choice("type", "file", "folder", "link"),
            Field.integer("size").describedAs("In bytes; files only.").optional(),
            Field.text("modified").describedAs("When it last changed, in UTC.").optional());

    Tool tool() {
        return Tool.named("list_files")
                .title("List files")
                .describedAs(
                        "Lists files and folders with sizes and times of change (UTC), in the order of their paths. "
                                + "Use it to see what there is, or to find files by name. To find files by what they say, "
                                + "use search_files." + Arguments.leftOut(settings))
                .effect(Effect.READ_ONLY)
                .closedWorld()
                .takes(Arguments.FOLDER, Arguments.GLOB, RECURSIVE, limit(), AFTER)
                .returns(
                        Field.list(Field.object("entries", ENTRY)),
                        Field.text("next_after")
                                .describedAs("There only if there is more: pass it as `after`.")
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
        Page page = new Page(folder, glob, Math.toIntExact(in.get(limit())), new Timer(call, settings.searchTime()));
        new Walk(served, settings.followIgnoreFiles(), call::cancelled)
                .through(
                        folder,
                        in.get(AFTER).map(Arguments::key).orElse(""),
                        recursive ? Walk.MAX_DEPTH : 1,
                        page::add);
        return page.result();
    }

    /** Collects the entries of one answer. */
    private static final class Page {
        private final RelativePath folder;
        private final Optional<Glob> glob;
        private final int limit;
        private final BooleanSupplier late;
        private String lastSeen = "";
        private String ending = "";
        private final List<Found> entries = new ArrayList<>();

        Page(RelativePath folder, Optional<Glob> glob, int limit, BooleanSupplier late) {
            this.folder = folder;
            this.glob = glob;
            this.limit = limit;
            this.late = late;
        }

        boolean add(Found found) {
            boolean wanted = glob.isEmpty()
                    || (!found.isFolder() && glob.get().matches(found.path().below(folder)));
            if (wanted && entries.size() == limit) {
                ending = "there are more";
                return false;
            }
            if (late.getAsBoolean()) {
                ending = "then the time was up";
                return false;
            }
            lastSeen = path(found);
            if (wanted) {
                entries.add(found);
            }
            return true;
        }

        ToolResult result() {
            List<Json> items = List.copyOf(entries.stream().map(Page::json).toList());
            JsonObject json = JsonObject.builder()
                    .put("entries", new JsonArray(items))
                    .putIfPresent("next_after", ending.isEmpty() ? null : lastSeen)
                    .build();
            StringBuilder text = new StringBuilder();
            entries.forEach(entry -> text.append(line(entry)).append('\n'));
            return ToolResult.structured(
                    json,
                    text.append(entries.isEmpty() ? "" : "\n").append(note()).toString());
        }

        private String note() {
            String count = Shown.count(entries.size(), "entry", "entries");
            if (!ending.isEmpty()) {
                return "[" + count + ", " + ending + ". Continue with after=" + Shown.quoted(lastSeen) + ".]";
            }
            if (!entries.isEmpty()) {
                return "[" + count + ", nothing more.]";
            }
            return glob.isPresent()
                    ? "[No file in " + folder + " matches the glob.]"
                    : "[There is nothing in " + folder + ".]";
        }

        private static String path(Found found) {
            return String.join("/", found.path().names()) + (found.isFolder() ? "/" : "");
        }

        private static String line(Found found) {
            String path = Shown.name(path(found));
            if (found.isFolder()) {
                return path;
            }
            if (found.isLink()) {
                return path + "  (link)";
            }
            return path + "  " + Shown.bytes(found.attributes().size()) + "  "
                    + Shown.time(found.attributes().lastModifiedTime().toInstant());
        }

        private static Json json(Found found) {
            JsonObject.Builder entry = JsonObject.builder()
                    .put("path", path(found))
                    .put("type", found.isFolder() ? "folder" : found.isLink() ? "link" : "file");
            if (found.isFile()) {
                entry.put("size", found.attributes().size());
                entry.put(
                        "modified",
                        found.attributes().lastModifiedTime().toInstant().toString());
            }
            return entry.build();
        }
    }
}
