package dev.footbridge.tools.files;

import dev.footbridge.call.Call;
import dev.footbridge.feature.Completer;
import dev.footbridge.feature.ToolFailure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Proposes paths, one name further than what is typed; folders end with a / so that typing can go on. */
record PathCompleter(ServedFolder served, Kind kind) implements Completer {

    /** What is proposed. */
    enum Kind {
        FILES_AND_FOLDERS,
        FOLDERS
    }

    private static final int MAX = 100;
    private static final int MAX_LOOKED_AT = 10_000;

    @Override
    public List<String> complete(String typed, Map<String, String> others, Call call) throws IOException {
        int slash = typed.lastIndexOf('/');
        String start = typed.substring(slash + 1).toLowerCase(Locale.ROOT);
        List<String> beginning = new ArrayList<>();
        List<String> holding = new ArrayList<>();
        int[] looked = {0};
        try {
            RelativePath folder = RelativePath.parse(typed.substring(0, slash + 1));
            String prefix = folder.isRoot() ? "" : folder.joined() + "/";
            new Walk(served, true, Order.BY_NAME, call::cancelled).through(folder, "", false, found -> {
                String name = found.path().name();
                String lower = name.toLowerCase(Locale.ROOT);
                String proposal = prefix + name + (found.isFolder() ? "/" : "");
                if (kind == Kind.FOLDERS && !found.isFolder()) {
                    return ++looked[0] < MAX_LOOKED_AT;
                }
                if (lower.startsWith(start)) {
                    beginning.add(proposal);
                } else if (lower.contains(start)) {
                    holding.add(proposal);
                }
                return ++looked[0] < MAX_LOOKED_AT && beginning.size() < MAX;
            });
        } catch (ToolFailure noSuchFolder) {
            return List.of();
        }
        return Stream.concat(beginning.stream(), holding.stream()).limit(MAX).toList();
    }
}
