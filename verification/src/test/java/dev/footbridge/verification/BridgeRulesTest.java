package dev.footbridge.verification;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A bridge is for servers that ask for it: nobody else has it, or what it stands on, on the class path. */
final class BridgeRulesTest {

    private static final Path BRIDGE = House.ROOT.resolve("bridges/sdk");

    @Test
    void noOtherModuleThatShipsDependsOnTheBridgeOrOnTheSdk() throws IOException {
        List<Path> others = House.modules().stream()
                .filter(module -> !module.equals(BRIDGE))
                .filter(module -> !module.endsWith("verification") && !module.endsWith("benchmarks"))
                .toList();

        assertThat(others)
                .hasSizeGreaterThan(5)
                .allSatisfy(module -> assertThat(shipped(Files.readString(module.resolve("pom.xml"))))
                        .doesNotContain("footbridge-bridge-sdk", "io.modelcontextprotocol.sdk"));
    }

    /** A POM without what its tests alone need. */
    private static String shipped(String pom) {
        return pom.replaceAll("(?s)<dependency>(?:(?!</dependency>).)*<scope>test</scope>.*?</dependency>", "");
    }

    @Test
    void theBridgeItselfKnowsNoReactorAndNoAdapter() {
        JavaClasses bridge = new ClassFileImporter().importPath(BRIDGE.resolve("target/classes"));

        assertThat(bridge).isNotEmpty();
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "reactor..",
                        "org.reactivestreams..",
                        "java.lang.reflect..",
                        "tools.jackson..",
                        "dev.footbridge.local..",
                        "dev.footbridge.dispatch..")
                .check(bridge);
    }
}
