package dev.footbridge.dispatch;

import dev.footbridge.feature.FeatureSet;
import dev.footbridge.feature.Resource;
import dev.footbridge.feature.ResourceDirectory;
import dev.footbridge.feature.ResourceReader;
import dev.footbridge.feature.ResourceTemplate;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonObject;
import dev.footbridge.policy.Access;
import dev.footbridge.protocol.ErrorCode;
import dev.footbridge.protocol.ResourceContents;
import dev.footbridge.protocol.RpcError;
import dev.footbridge.protocol.RpcException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * {@code resources/list}, {@code resources/templates/list} and {@code resources/read}.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/server/resources">Resources</a>
 */
final class ResourceRoutes {

    private final Engine engine;

    ResourceRoutes(Engine engine) {
        this.engine = engine;
    }

    void addTo(Map<String, Method> table) {
        table.put("resources/list", Method.atLength(this::list));
        table.put("resources/templates/list", Method.atOnce((exchange, call) -> templates(exchange)));
        table.put("resources/read", Method.atLength(this::read));
    }

    /** Fixed resources first, then one directory after the other; a page never mixes two of them. */
    private JsonObject list(Exchange exchange, RunningCall call) throws Exception {
        FeatureSet features = features();
        Optional<JsonObject> position = engine.pages.cursor(exchange);
        int directory = (int) position.map(at -> at.integer("directory").orElse(-1))
                .orElse(-1L)
                .longValue();
        List<ResourceDirectory> directories = features.directories();
        if (directory >= directories.size()) {
            throw Pages.invalidCursor();
        }
        if (directory < 0) {
            JsonObject page = engine.pages.of(
                    features.resources(),
                    "resources",
                    resource -> shows(exchange, resource.uri()),
                    Resource::toJson,
                    exchange);
            OptionalInt first = page.has("nextCursor") ? OptionalInt.empty() : following(0, exchange, call);
            List<Json> fixed = page.array("resources").orElse(JsonArray.EMPTY).items();
            if (first.isEmpty()) {
                return page;
            }
            if (!fixed.isEmpty()) {
                return engine.pages.page("resources", fixed, Optional.of(start(first.getAsInt())), exchange);
            }
            directory = first.getAsInt();
        }
        String after = position.flatMap(at -> at.string("uri")).orElse(null);
        return directoryPage(directories.get(directory), directory, after, exchange, call);
    }

    private JsonObject directoryPage(
            ResourceDirectory directory, int number, @Nullable String after, Exchange exchange, RunningCall call)
            throws Exception {
        int size = engine.pages.size();
        List<Resource> shown = shown(directory, after, size + 1, exchange, call);
        List<Json> entries = new ArrayList<>();
        shown.stream().limit(size).forEach(resource -> entries.add(resource.toJson()));
        if (shown.size() > size) {
            JsonObject next =
                    start(number).with("uri", Json.of(shown.get(size - 1).uri()));
            return engine.pages.page("resources", entries, Optional.of(next), exchange);
        }
        OptionalInt following = following(number + 1, exchange, call);
        Optional<JsonObject> next = following.isPresent() ? Optional.of(start(following.getAsInt())) : Optional.empty();
        return engine.pages.page("resources", entries, next, exchange);
    }

    /** The first directory, from this one on, that has something for this caller. */
    private OptionalInt following(int number, Exchange exchange, RunningCall call) throws Exception {
        List<ResourceDirectory> directories = features().directories();
        for (int next = number; next < directories.size(); next++) {
            if (!shown(directories.get(next), null, 1, exchange, call).isEmpty()) {
                return OptionalInt.of(next);
            }
        }
        return OptionalInt.empty();
    }

    /** So many of a directory as this caller may see: what a page leaves out must not show in how long it is. */
    private List<Resource> shown(
            ResourceDirectory directory, @Nullable String after, int limit, Exchange exchange, RunningCall call)
            throws Exception {
        List<Resource> shown = new ArrayList<>();
        List<Resource> found;
        String last = after;
        do {
            found = directory.list(last, engine.pages.size() + 1);
            found.stream()
                    .filter(resource -> shows(exchange, resource.uri()))
                    .limit(limit - shown.size())
                    .forEach(shown::add);
            last = found.isEmpty() ? last : found.get(found.size() - 1).uri();
        } while (found.size() > engine.pages.size() && shown.size() < limit && !call.cancelled());
        return shown;
    }

    private boolean shows(Exchange exchange, String uri) {
        return engine.gate.shows(exchange, engine.gate.other(exchange, Access.Kind.RESOURCE, uri));
    }

    private static JsonObject start(int directory) {
        return JsonObject.of("directory", Json.of(directory));
    }

    private JsonObject templates(Exchange exchange) {
        return engine.pages.of(
                features().templates(),
                "resourceTemplates",
                template -> shows(exchange, template.uriTemplate().text()),
                ResourceTemplate::toJson,
                exchange);
    }

    private JsonObject read(Exchange exchange, RunningCall call) throws Exception {
        FeatureSet features = features();
        String uri = Refusals.requiredText(exchange, "uri");
        RpcError unknown = new RpcError(ErrorCode.RESOURCE_NOT_FOUND, "Resource not found", JsonObject.of("uri", uri));
        admit(exchange, uri, unknown);
        List<ResourceContents> contents = contents(features, uri, call, template -> admit(exchange, template, unknown));
        if (contents.isEmpty()) {
            throw new RpcException(unknown);
        }
        List<Json> wire = new ArrayList<>();
        contents.forEach(part -> wire.add(part.toJson()));
        return JsonObject.of("contents", new JsonArray(wire));
    }

    private void admit(Exchange exchange, String uri, RpcError unknown) {
        engine.gate.admit(exchange, engine.gate.other(exchange, Access.Kind.RESOURCE, uri), JsonObject.EMPTY, unknown);
    }

    /**
     * A fixed resource wins over a template; of several templates the first that has something wins.
     *
     * @param gate is asked about a resource of a template under the name that the template gives it, too: otherwise
     *     what is denied could be had by writing its URI in another way
     */
    private static List<ResourceContents> contents(
            FeatureSet features, String uri, RunningCall call, Consumer<String> gate) throws Exception {
        Resource fixed = features.resources().get(uri);
        ResourceReader reader = fixed == null ? null : fixed.reader();
        if (reader != null) {
            return reader.read(uri, Map.of(), call);
        }
        for (ResourceTemplate template : features.templates().values()) {
            Optional<Map<String, String>> variables = template.uriTemplate().match(uri);
            if (variables.isPresent()) {
                String plain = template.uriTemplate().expand(variables.get());
                if (hasDotSegment(plain)) {
                    return List.of();
                }
                if (!plain.equals(uri)) {
                    gate.accept(plain);
                }
                List<ResourceContents> contents = template.reader().read(uri, variables.get(), call);
                if (!contents.isEmpty()) {
                    return contents;
                }
            }
        }
        return List.of();
    }

    /**
     * RFC 3986 §5.2.4: with one it names what another URI names, and it is that one of which rules speak. What is
     * escaped counts too, and so do backslashes, for whoever makes a path of a value.
     */
    private static boolean hasDotSegment(String uri) {
        String plain = uri.toUpperCase(Locale.ROOT)
                .replace("%2E", ".")
                .replace("%2F", "/")
                .replace("%5C", "/");
        String path = plain.replace('?', '/').replace('#', '/') + '/';
        return path.contains("/../") || path.contains("/./");
    }

    private FeatureSet features() {
        FeatureSet features = engine.catalog.current();
        if (!features.hasResources()) {
            throw Refusals.methodNotFound();
        }
        return features;
    }
}
