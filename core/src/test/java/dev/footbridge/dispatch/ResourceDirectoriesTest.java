package dev.footbridge.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.McpServer;
import dev.footbridge.feature.FeatureSet;
import dev.footbridge.feature.Resource;
import dev.footbridge.feature.ResourceDirectory;
import dev.footbridge.http.HttpHandler;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonReader;
import dev.footbridge.policy.PolicyReader;
import dev.footbridge.protocol.Implementation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Pages of directories hold what their reader may see, and say nothing of the rest. */
final class ResourceDirectoriesTest {

    private static final String POLICY = """
            {"rules":[{"id":"open","allow":"*","resources":"open:*"}]}
            """;

    @Test
    void hiddenEntriesMakeNoPageShorter() throws Exception {
        HttpHandler server = server(directory("hidden:", 250, "open:", 3));

        JsonObject page = list(server, Optional.empty());

        assertThat(uris(page)).containsExactly("open:0000", "open:0001", "open:0002");
        assertThat(page.has("nextCursor")).isFalse();
    }

    @Test
    void hiddenEntriesPromiseNoNextPage() throws Exception {
        HttpHandler server = server(directory("open:", 3, "x-hidden:", 250), directory("hidden:", 5, "hidden:z", 5));

        JsonObject page = list(server, Optional.empty());

        assertThat(uris(page)).hasSize(3);
        assertThat(page.has("nextCursor")).isFalse();
    }

    @Test
    void everyVisibleEntryOfEveryDirectoryIsListedOnce() throws Exception {
        HttpHandler server = server(
                directory("hidden:", 120, "open:", 230),
                directory("hidden:", 3, "hidden:z", 3),
                directory("open:late", 2, "x-hidden:", 1));

        List<String> seen = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            JsonObject page = list(server, cursor);
            assertThat(uris(page)).isNotEmpty();
            seen.addAll(uris(page));
            cursor = page.string("nextCursor");
        } while (cursor.isPresent());

        assertThat(seen).hasSize(232).doesNotHaveDuplicates().allMatch(uri -> uri.startsWith("open:"));
    }

    @Test
    void fixedResourcesPromiseNoPageOfAHiddenDirectory() throws Exception {
        JsonObject page = list(server(fixed("open:a"), directory("hidden:", 3, "hidden:z", 3)), Optional.empty());

        assertThat(uris(page)).containsExactly("open:a");
        assertThat(page.has("nextCursor")).isFalse();
    }

    @Test
    void whereNoFixedResourceIsVisibleTheDirectoriesComeFirst() throws Exception {
        JsonObject page = list(server(fixed("hidden:a"), directory("hidden:", 3, "open:", 1)), Optional.empty());

        assertThat(uris(page)).containsExactly("open:0000");
    }

    private static Optional<Resource> fixed(String uri) {
        return Optional.of(Resource.at(uri).named(uri).reads((asked, variables, call) -> List.of()));
    }

    private static HttpHandler server(ResourceDirectory... directories) throws Exception {
        return server(Optional.empty(), directories);
    }

    private static HttpHandler server(Optional<Resource> fixed, ResourceDirectory... directories) throws Exception {
        FeatureSet.Builder features = FeatureSet.builder();
        fixed.ifPresent(features::resource);
        List.of(directories).forEach(features::directory);
        return McpServer.named(Implementation.of("test", "1"))
                .features(features.build())
                .policy(PolicyReader.read((JsonObject) JsonReader.read(POLICY)))
                .build()
                .http();
    }

    private static ResourceDirectory directory(String first, int many, String then, int more) {
        List<String> uris = Stream.concat(numbered(first, many), numbered(then, more))
                .sorted()
                .toList();
        return (after, limit) -> uris.stream()
                .filter(uri -> after == null || uri.compareTo(after) > 0)
                .limit(limit)
                .map(uri -> Resource.at(uri).named(uri).listed())
                .toList();
    }

    private static Stream<String> numbered(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(number -> prefix + String.format("%04d", number));
    }

    private static JsonObject list(HttpHandler server, Optional<String> cursor) throws Exception {
        String params = cursor.map(text -> "\"cursor\":\"" + text + "\"").orElse("");
        return Post.modern(server, "resources/list", "", params)
                .json()
                .object("result")
                .orElseThrow();
    }

    private static List<String> uris(JsonObject page) {
        return page.array("resources").orElseThrow().items().stream()
                .map(entry -> ((JsonObject) entry).string("uri").orElseThrow())
                .toList();
    }
}
