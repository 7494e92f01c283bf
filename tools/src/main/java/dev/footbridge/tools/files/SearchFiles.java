package dev.footbridge.tools.files;

import dev.footbridge.argument.Field;
import dev.footbridge.argument.Values;
import dev.footbridge.call.Call;
import dev.footbridge.feature.Effect;
import dev.footbridge.feature.Tool;
import dev.footbridge.feature.ToolFailure;
import dev.footbridge.feature.ToolFunction;
import dev.footbridge.feature.ToolResult;
import java.io.IOException;
import java.util.Optional;

/** The tool {@code search_files}. */
record SearchFiles(ServedFolder served, FilesSettings settings) implements ToolFunction {

    private static final Field<String> QUERY =
            Field.text("query").minLength(1).maxLength(1000).describedAs("What to look for within one line.");
    private static final Field<Boolean> REGEX = Field.flag("regex")
            .defaultsTo(false)
            .describedAs("Take the query as a regular expression (RE2 syntax, no look-around or back-references), "
                    + "such as refund(s|ed)? or ^## .*install.");
    private static final Field<Boolean> CASE = Field.flag("case_sensitive").defaultsTo(false);
    private static final Field<String> PATH = Arguments.path()
            .defaultsTo("")
            .describedAs("Folder or file to search, relative to the served folder. Empty for everything.");
    private static final Field<Long> CONTEXT = Field.integer("context_lines")
            .min(0)
            .max(20)
            .defaultsTo(1)
            .describedAs("Lines to show before and after each match.");
    private static final Field<Optional<String>> AFTER = Field.text("after")
            .maxLength(5000)
            .describedAs("To go on with a search that has more matches: what the answer before said, such as "
                    + "docs/guide.md:120. Keep the other arguments as they were.")
            .optional();
    private static final int USUAL = 50;

    Tool tool() {
        return Tool.named("search_files")
                .title("Search in files")
                .describedAs("Searches the text of all files, or of those in one folder, line by line, and shows the "
                        + "matching lines with their numbers and some context. Use it to find where something is said; "
                        + "then read the place with read_file and from_line. Looks for the query as it is, in any "
                        + "letter case, unless told otherwise. Binary files are not searched, and large ones only if "
                        + "`path` names them."
                        + Arguments.leftOut(settings))
                .effect(Effect.READ_ONLY)
                .closedWorld()
                .takes(QUERY, REGEX, CASE, PATH, Arguments.GLOB, CONTEXT, maxMatches(), AFTER)
                .calls(this);
    }

    private Field<Long> maxMatches() {
        return Field.integer("max_matches")
                .min(1)
                .max(settings.maxResults())
                .defaultsTo(Math.min(USUAL, settings.maxResults()))
                .describedAs("How many matching lines at most.");
    }

    @Override
    public ToolResult call(Values in, Call call) throws IOException {
        Query query = Query.of(in.get(QUERY), in.get(REGEX), in.get(CASE));
        Optional<Glob> glob = Arguments.glob(in.get(Arguments.GLOB));
        Optional<Place> after = in.get(AFTER).filter(text -> !text.isBlank()).map(Place::parse);
        int maxMatches = Math.toIntExact(in.get(maxMatches()));
        Search.Bounds bounds =
                new Search.Bounds(maxMatches, settings.maxReadBytes(), new Timer(call, settings.searchTime()));
        Search search = new Search(query, new Hits(Math.toIntExact(in.get(CONTEXT))), bounds);
        try (Spot start = served.find(RelativePath.parse(in.get(PATH)))) {
            if (start.attributes().isDirectory()) {
                Walk walk = new Walk(served, settings.followIgnoreFiles(), Order.BY_NAME, call::cancelled);
                new Run(walk, search, glob, start.path()).from(after);
            } else {
                start.requireFile();
                search.only(start, after.map(Place::line).orElse(0L));
            }
            return ToolResult.text(search.report(start.path()));
        }
    }

    /** Where an answer ended. */
    private record Place(RelativePath path, long line) {

        static Place parse(String text) {
            int colon = text.lastIndexOf(':');
            try {
                return new Place(
                        RelativePath.parse(text.substring(0, Math.max(colon, 0))),
                        Long.parseLong(text.substring(colon + 1)));
            } catch (NumberFormatException notALine) {
                throw new ToolFailure("`after` must be a path and a line, such as docs/guide.md:120, "
                        + "as the answer before said.");
            }
        }
    }

    /** One search through a folder. */
    private record Run(Walk walk, Search search, Optional<Glob> glob, RelativePath base) implements Walk.Visitor {

        void from(Optional<Place> after) throws IOException {
            if (after.isEmpty() || finish(after.get())) {
                String key = after.map(place -> Order.BY_NAME.key(place.path())).orElse("");
                walk.through(base, key, true, this);
            }
        }

        /** The rest of the file in which the answer before ended. */
        private boolean finish(Place place) throws IOException {
            try (Spot spot = walk.served().findUnlinked(place.path())) {
                return !spot.attributes().isRegularFile() || consider(spot, place.line());
            } catch (ToolFailure goneMeanwhile) {
                return true;
            }
        }

        @Override
        public void leftOut(LeftOut.Reason reason) {
            search.leftOut(reason);
        }

        @Override
        public boolean visit(Found found) throws IOException {
            if (found.isLink()) {
                search.link();
            }
            return !found.isFile()
                    || consider(
                            new Spot(found.path(), found.folder(), found.path().name(), found.attributes()), 0);
        }

        private boolean consider(Spot spot, long afterLine) throws IOException {
            boolean wanted = spot.path().startsWith(base)
                    && (glob.isEmpty() || glob.get().matches(spot.path().below(base)));
            return wanted ? search.file(spot, afterLine) : search.skip(spot.path());
        }
    }
}
