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

/** The tool {@code list_files}. */
record ListFiles(ServedFolder served, FilesSettings settings) implements ToolFunction {

    private static final Field<Boolean> RECURSIVE = Field.flag("recursive")
            .defaultsTo(false)
            .describedAs("Also list what is inside the folders. A glob with / or ** does so anyway.");
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
                        "Lists files and folders of the served folder with sizes and times of change, in the order "
                                + "of their paths. Use it to find out what there is or to find files by name. To find files by "
                                + "what is in them, use search_files. Hidden files and files named in .gitignore are left out.")
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
        Optional<String> glob = in.get(Arguments.GLOB);
        boolean recursive =
                in.get(RECURSIVE) || glob.filter(ListFiles::spansFolders).isPresent();
        Page page = new Page(folder, Arguments.glob(glob), Math.toIntExact(in.get(limit())));
        boolean complete = new Walk(served, settings.followIgnoreFiles(), call::cancelled)
                .through(
                        folder,
                        in.get(AFTER).map(Arguments::key).orElse(""),
                        recursive ? Walk.MAX_DEPTH : 1,
                        page::add);
        return page.result(complete, glob.isPresent());
    }

    private static boolean spansFolders(String glob) {
        return glob.contains("/") || glob.contains("**");
    }

    /** Collects the entries of one answer. */
    private static final class Page {
        private final RelativePath folder;
        private final Optional<Glob> glob;
        private final int limit;
        private final List<Found> entries = new ArrayList<>();

        Page(RelativePath folder, Optional<Glob> glob, int limit) {
            this.folder = folder;
            this.glob = glob;
            this.limit = limit;
        }

        boolean add(Found found) {
            if (glob.isPresent()
                    && (found.isFolder() || !glob.get().matches(found.path().below(folder)))) {
                return true;
            }
            if (entries.size() == limit) {
                return false;
            }
            entries.add(found);
            return true;
        }

        ToolResult result(boolean complete, boolean filtered) {
            JsonObject.Builder json = JsonObject.builder()
                    .put(
                            "entries",
                            new JsonArray(
                                    List.copyOf(entries.stream().map(Page::json).toList())));
            StringBuilder text = new StringBuilder();
            entries.forEach(entry -> text.append(line(entry)).append('\n'));
            if (entries.isEmpty()) {
                text.append(filtered ? "No file in " : "There is nothing in ").append(folder);
                text.append(filtered ? " matches the glob." : ".").append('\n');
            } else if (complete) {
                text.append('\n')
                        .append(Shown.count(entries.size(), "entry", "entries"))
                        .append(", nothing more.");
            } else {
                String last = path(entries.get(entries.size() - 1));
                json.put("next_after", last);
                text.append('\n').append(Shown.count(entries.size(), "entry", "entries"));
                text.append(", and there are more. Continue with after=")
                        .append(Shown.quoted(last))
                        .append('.');
            }
            return ToolResult.structured(json.build(), text.toString().strip());
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
