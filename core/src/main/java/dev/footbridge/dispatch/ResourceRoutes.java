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
        table.put("resources/list", Method.atLength((exchange, call) -> list(exchange)));
        table.put("resources/templates/list", Method.atOnce((exchange, call) -> templates(exchange)));
        table.put("resources/read", Method.atLength(this::read));
    }

    /** Fixed resources first, then one directory after the other; a page never mixes two of them. */
    private JsonObject list(Exchange exchange) throws Exception {
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
            boolean more = page.has("nextCursor") || directories.isEmpty();
            boolean empty =
                    page.array("resources").orElse(JsonArray.EMPTY).items().isEmpty();
            if (more || !empty) {
                return more ? page : engine.pages.page("resources", items(page), Optional.of(start(0)), exchange);
            }
            directory = 0;
        }
        String after = position.flatMap(at -> at.string("uri")).orElse(null);
        return directoryPage(directories, directory, after, exchange);
    }

    private JsonObject directoryPage(
            List<ResourceDirectory> directories, int number, @Nullable String after, Exchange exchange)
            throws Exception {
        int size = engine.pages.size();
        List<Resource> found = directories.get(number).list(after, size + 1);
        List<Json> entries = new ArrayList<>();
        found.stream()
                .limit(size)
                .filter(resource -> shows(exchange, resource.uri()))
                .forEach(resource -> entries.add(resource.toJson()));
        Optional<JsonObject> next = Optional.empty();
        if (found.size() > size) {
            next = Optional.of(
                    start(number).with("uri", Json.of(found.get(size - 1).uri())));
        } else if (number + 1 < directories.size()) {
            next = Optional.of(start(number + 1));
        }
        return engine.pages.page("resources", entries, next, exchange);
    }

    private boolean shows(Exchange exchange, String uri) {
        return engine.gate.shows(exchange, engine.gate.other(exchange, Access.Kind.RESOURCE, uri));
    }

    private static JsonObject start(int directory) {
        return JsonObject.of("directory", Json.of(directory));
    }

    private static List<Json> items(JsonObject page) {
        return page.array("resources").orElse(JsonArray.EMPTY).items();
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
