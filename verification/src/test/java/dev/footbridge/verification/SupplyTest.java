package dev.footbridge.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the house is built of is written down to the last number, and nothing is fetched to be run later. */
final class SupplyTest {

    /** A range of versions, or a word for whatever is newest. Rules about the build tools themselves are no parts. */
    private static final Pattern LOOSE = Pattern.compile("<version>\\s*([\\[(]|LATEST|RELEASE)[^<]*</version>");

    /** Stands in for the worker of Azure Functions, which loads what was deployed. Nothing that ships knows it. */
    private static final String HOST = "testkit/src/main/java/dev/footbridge/testkit/functions/WorkerClasses.java";

    /** Loads what is in the package again, quickly (docs/adr/0017): nothing that is not deployed with it. */
    private static final String PACKAGE = "function/src/main/java/dev/footbridge/function/packed/PackageClasses.java";

    private static final Pattern LOADS_CODE = Pattern.compile("\\b(URLClassLoader|defineClass|ServiceLoader)\\b");

    @Test
    void everyPartHasOneVersion() throws IOException {
        List<Path> poms = House.poms();
        assertThat(poms)
                .contains(
                        House.ROOT.resolve("dist/src/main/lambda-client/pom.xml"),
                        House.ROOT.resolve("benchmarks/peers/quarkus/pom.xml"));
        for (Path pom : poms) {
            String text = Files.readString(pom).replaceAll("(?s)<require\\w+Version>.*?</require\\w+Version>", "");
            assertThat(LOOSE.matcher(text).find()).as(pom.toString()).isFalse();
        }
    }

    @Test
    void theBuildInsistsOnItAndCanListItsParts() throws IOException {
        assertThat(Files.readString(House.ROOT.resolve("pom.xml")))
                .contains("<requirePluginVersions>", "<dependencyConvergence>", "<goal>makeAggregateBom</goal>");
    }

    @Test
    void nothingLoadsCodeThatWasNotThereWhenItWasBuilt() throws IOException {
        List<String> loading = new ArrayList<>();
        for (Path file : House.sources("main")) {
            if (!file.endsWith(HOST)
                    && !file.endsWith(PACKAGE)
                    && LOADS_CODE.matcher(Files.readString(file)).find()) {
                loading.add(file.toString());
            }
        }

        assertThat(loading).isEmpty();
    }
}
