package dev.footbridge.benchmarks.generated;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A server with a hundred annotated tools in four classes, up to its first answer, beside one with one tool. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ManyToolsStartTest {

    private static final int CLASSES = 4;

    /** Looks for virtual threads, which JDK 17 has not; not on the way of this server, which asks for others. */
    private static final String THREADS = "dev.footbridge.local.Threads";

    /** Serves the tool that is called by a method it looks up. */
    private static final String REFLECTING = """
            features -> features.tool(dev.footbridge.feature.Tool.named("find_0_0")
                    .describedAs("Looks a method up.")
                    .takes(dev.footbridge.argument.Field.text("customer"), dev.footbridge.argument.Field.text("status"),
                            dev.footbridge.argument.Field.integer("limit"),
                            dev.footbridge.argument.Field.list(dev.footbridge.argument.Field.text("tags")))
                    .calls((in, call) -> dev.footbridge.feature.ToolResult.text(
                            (String) String.class.getMethod("valueOf", Object.class).invoke(null, "OPEN"))))
            """;

    private final ToolSources many = new ToolSources(CLASSES, 25);
    private GeneratedServer manyServer = new GeneratedServer(Path.of(""), Path.of(""));
    private LoadedClasses byOne = new LoadedClasses(Set.of());
    private LoadedClasses byMany = new LoadedClasses(Set.of());

    @BeforeAll
    void start(@TempDir Path folder) throws IOException, InterruptedException {
        ToolSources one = new ToolSources(1, 1);
        manyServer = GeneratedServer.compiled(many.all(), folder.resolve("many"));
        byOne = LoadedClasses.of(GeneratedServer.compiled(one.all(), folder.resolve("one")), one.called());
        byMany = LoadedClasses.of(manyServer, many.called());
    }

    @Test
    void onlyTheCalledToolIsLoadedItsClassIncludedAndNoListing() {
        Set<String> expected = new TreeSet<>(List.of("Main"));
        for (int desk = 0; desk < CLASSES; desk++) {
            expected.add("Desk" + desk + "Module");
        }
        expected.add("Desk2");
        expected.addAll(List.of("Desk2Module$Tools", "Desk2Module$Find212Tool"));
        expected.addAll(List.of("Desk2$Search12", "Desk2$Found1", "Desk2$Status"));

        assertThat(many.called()).isEqualTo("find_2_12");
        assertThat(byMany.generated()).isEqualTo(expected);
    }

    @Test
    void nothingElseIsLoadedThatOneToolDoesNotNeed() {
        assertThat(byMany.others()).isSubsetOf(byOne.others());
        assertThat(byMany.others()).contains("dev.footbridge.McpServer", "java.lang.String");
    }

    /**
     * What the JDK does by reflection, such as reading the values of an enum, is the same for one tool and for many.
     */
    @Test
    void noClassOfOursThatIsLoadedSpeaksOfReflection() {
        assertThat(byMany.own()).hasSizeGreaterThan(100);
        assertThat(byMany.own().stream().filter(manyServer::reflects)).containsExactly(THREADS);
    }

    @Test
    void aToolThatIsCalledByReflectionWouldBeSeen(@TempDir Path folder) throws Exception {
        Map<String, String> sources = Map.of(ToolSources.MAIN, ToolSources.server(REFLECTING));

        GeneratedServer reflecting = GeneratedServer.compiled(sources, folder.resolve("reflecting"));

        assertThat(LoadedClasses.of(reflecting, "find_0_0").own().stream().filter(reflecting::reflects))
                .containsExactly(THREADS, ToolSources.MAIN);
    }
}
