package dev.footbridge.processor.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.feature.FeatureSet;
import dev.footbridge.feature.McpModule;
import dev.footbridge.processor.Workshop;
import dev.footbridge.protocol.ProtocolVersion;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written costs nothing at start, however much it is. */
final class ClassFilesTest {

    @TempDir
    Path folder;

    @Test
    void nothingIsLinkedAtRunTimeAndNothingIsReflected() throws IOException {
        String source = Files.readString(Path.of("src/test/resources/golden/OrderTools.java"));

        Workshop.Outcome outcome = Kit.compile(folder, source);

        List<String> written = outcome.files().stream()
                .filter(file -> file.matches("shop/OrderToolsModule.*\\.class"))
                .toList();
        assertThat(written).hasSizeGreaterThan(10);
        for (String file : written) {
            ConstantPool pool = ConstantPool.of(folder.resolve(file));
            assertThat(pool.linksAtRunTime()).as(file).isFalse();
            assertThat(pool.texts())
                    .as(file)
                    .noneMatch(text -> text.contains("java/lang/reflect") || text.equals("forName"));
        }
    }

    @Test
    void thePoolOfAClassWithALambdaTellsSo() throws IOException {
        Kit.compile(
                folder,
                Kit.source("/** Acts. */ @Tool Runnable1 act() { Runnable run = () -> {}; return null; }"
                        + " record Runnable1() {}"));

        assertThat(ConstantPool.of(folder.resolve("shop/Kit.class")).linksAtRunTime())
                .isTrue();
    }

    @Test
    void aThousandToolsCompileAndAreServed() {
        Kit kit = Kit.of(folder, tools(1000));

        assertThat(kit.features().tools()).hasSize(1000);
        for (int number : List.of(0, 499, 500, 501, 999)) {
            assertThat(kit.call("t" + number, "{\"a\":" + number + "}")).isEqualTo("{\"a\":" + number + "}");
            assertThat(kit.tool("t" + number).listing().description()).isEqualTo("Acts " + number + ".");
        }
    }

    @Test
    void threeHundredPromptsAndResourcesCompile() {
        StringBuilder members = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            members.append("/** P. @param a a @param b b */ @Prompt String p%d(String a, String b) { return a; }\n"
                    .formatted(i));
            members.append("/** R. */ @Resource(uri = \"kit://r%d\") String r%d() { return \"\"; }\n".formatted(i, i));
        }

        Kit kit = Kit.of(folder, members.toString());

        assertThat(kit.features().prompts()).hasSize(300);
        assertThat(kit.features().resources()).hasSize(300);
    }

    @Test
    void aToolIsLoadedByItsFirstCallAndTheListingsByTheFirstList() throws Exception {
        Kit.compile(folder, Kit.source(tools(3)));
        try (Watching loader = new Watching(folder)) {
            Object target = loader.loadClass("shop.Kit").getConstructor().newInstance();
            Object module =
                    loader.loadClass("shop.KitModule").getConstructors()[0].newInstance(target);
            Kit kit = new Kit(FeatureSet.of((McpModule) module));
            kit.tool("t0");
            assertThat(loader.has("shop.KitModule$Tools")).isTrue();
            assertThat(loader.has("shop.KitModule$T0Tool")).isFalse();

            kit.call("t1", "{\"a\":1}");

            assertThat(loader.has("shop.KitModule$T1Tool")).isTrue();
            assertThat(loader.has("shop.KitModule$T0Tool")).isFalse();
            assertThat(loader.has("shop.KitModule$Listings")).isFalse();
            kit.tool("t0").listing().toJson(ProtocolVersion.V2026_07_28);
            assertThat(loader.has("shop.KitModule$Listings")).isTrue();
            assertThat(loader.has("shop.KitModule$T0Tool")).isFalse();
        }
    }

    @Test
    void anAnnotatedClassThatIsMadeOnDemandIsLoadedByTheFirstCall() throws Exception {
        Kit.compile(folder, Kit.source(tools(3)));
        try (Watching loader = new Watching(folder)) {
            Object module =
                    loader.loadClass("shop.KitModule").getMethod("onDemand").invoke(null);
            Kit kit = new Kit(FeatureSet.of((McpModule) module));
            kit.tool("t0").listing().toJson(ProtocolVersion.V2026_07_28);
            assertThat(loader.has("shop.Kit")).isFalse();

            kit.call("t1", "{\"a\":1}");

            assertThat(loader.has("shop.Kit")).isTrue();
        }
    }

    private static String tools(int count) {
        StringBuilder members = new StringBuilder("/** @param a a */ public record R(int a) {}\n");
        for (int i = 0; i < count; i++) {
            members.append("/** Acts %d. */ @Tool R t%d(R in) { return in; }\n".formatted(i, i));
        }
        return members.toString();
    }

    private static final class Watching extends URLClassLoader {
        Watching(Path folder) throws IOException {
            super(new URL[] {folder.toUri().toURL()}, Watching.class.getClassLoader());
        }

        boolean has(String className) {
            return findLoadedClass(className) != null;
        }
    }
}
