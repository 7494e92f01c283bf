package dev.footbridge.dispatch;

import dev.footbridge.feature.Resource;
import dev.footbridge.feature.ResourceDirectory;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;
import dev.footbridge.policy.Access;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The pages of {@code resources/list} that come from directories, as one caller may see them: neither how long a page
 * is nor whether another follows tells of what is left out.
 */
final class DirectoryPages {

    private final Engine engine;
    private final List<ResourceDirectory> directories;
    private final Exchange exchange;
    private final RunningCall call;

    DirectoryPages(Engine engine, List<ResourceDirectory> directories, Exchange exchange, RunningCall call) {
        this.engine = engine;
        this.directories = directories;
        this.exchange = exchange;
        this.call = call;
    }

    /**
     * A page of this directory, or of the next that has one.
     *
     * @param after the last URI of the page before, null for the first page
     */
    JsonObject page(int number, @Nullable String after) throws Exception {
        int size = engine.pages.size();
        List<Resource> shown = shown(number, after, size + 1);
        if (shown.isEmpty() && number + 1 < directories.size()) {
            return page(number + 1, null);
        }
        List<Json> entries = new ArrayList<>();
        shown.stream().limit(size).forEach(resource -> entries.add(resource.toJson()));
        Optional<JsonObject> next = shown.size() > size
                ? Optional.of(
                        start(number).with("uri", Json.of(shown.get(size - 1).uri())))
                : from(number + 1);
        return engine.pages.page("resources", entries, next, exchange);
    }

    /** Where the first directory begins, from this one on, that has something; empty if none has. */
    Optional<JsonObject> from(int number) throws Exception {
        for (int next = number; next < directories.size(); next++) {
            if (!shown(next, null, 1).isEmpty()) {
                return Optional.of(start(next));
            }
        }
        return Optional.empty();
    }

    private List<Resource> shown(int number, @Nullable String after, int limit) throws Exception {
        int atOnce = engine.pages.size() + 1;
        List<Resource> shown = new ArrayList<>();
        List<Resource> found;
        String last = after;
        do {
            found = directories.get(number).list(last, atOnce);
            found.stream().filter(this::isShown).limit(limit - shown.size()).forEach(shown::add);
            last = found.isEmpty() ? last : found.get(found.size() - 1).uri();
        } while (found.size() >= atOnce && shown.size() < limit && !call.cancelled());
        return shown;
    }

    private boolean isShown(Resource resource) {
        return engine.gate.shows(exchange, engine.gate.other(exchange, Access.Kind.RESOURCE, resource.uri()));
    }

    private static JsonObject start(int directory) {
        return JsonObject.of("directory", Json.of(directory));
    }
}
