package dev.footbridge.verification;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.footbridge.http.Body;
import dev.footbridge.http.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The picture in the package-info of the core: a package knows only the rows above its own. */
final class ArchitectureTest {

    private static final String HOME = "dev.footbridge.";

    private static final List<List<String>> ROWS = List.of(
            List.of("secret"),
            List.of("json", "http", "state", "log", "text"),
            List.of("argument"),
            List.of("protocol"),
            List.of("call"),
            List.of("session", "security", "limit", "policy", "audit", "observe"),
            List.of("feature", "key"),
            List.of("definition"),
            List.of("tool", "constraint"),
            List.of("compiled"),
            List.of("config"),
            List.of("dispatch"));

    private static final List<String> SHIPS_NOTHING = List.of("verification", "benchmarks");

    private static final JavaClasses CORE = classesOf("core");

    @Test
    void packagesKnowOnlyTheRowsAbove() {
        for (int row = 0; row < ROWS.size(); row++) {
            for (String name : ROWS.get(row)) {
                assertThat(CORE.stream().anyMatch(type -> type.getPackageName().equals(HOME + name)))
                        .as("package " + name + " exists")
                        .isTrue();
                for (String stranger : strangersTo(name, row)) {
                    forbid(name, HOME + stranger);
                }
            }
        }
    }

    @Test
    void everyPackageOfTheCoreIsInThePicture() {
        List<String> known = ROWS.stream().flatMap(List::stream).toList();

        assertThat(CORE.stream().map(JavaClass::getPackageName).distinct())
                .allMatch(name -> name.equals("dev.footbridge") || known.contains(name.substring(HOME.length())));
    }

    @Test
    void nothingBelowKnowsTheDoor() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.footbridge")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.footbridge")
                .check(CORE);
    }

    @Test
    void protocolTakesOnlyBytesFromHttp() {
        noClasses()
                .that()
                .resideInAPackage(HOME + "protocol")
                .should()
                .dependOnClassesThat(in(HOME + "http")
                        .and(DescribedPredicate.not(JavaClass.Predicates.assignableTo(Bytes.class)))
                        .and(DescribedPredicate.not(DescribedPredicate.describe(
                                "Body", type -> type.getName().equals(Body.class.getName())))))
                .check(CORE);
    }

    @Test
    void theCoreStandsOnTheJdkAlone() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages(
                        "dev.footbridge..", "java..", "javax.crypto..", "javax.security.auth.x500..", "org.jspecify..")
                .check(CORE);
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net.http..", "java.lang.reflect..", "java.util.logging..")
                .check(CORE);
    }

    @Test
    void theCoreAndTheToolsAskNoEnvironment() {
        for (String module : List.of("core", "schema", "tools", "app")) {
            noClasses()
                    .should()
                    .callMethod(System.class, "getenv", String.class)
                    .orShould()
                    .callMethod(System.class, "getenv")
                    .allowEmptyShould(true)
                    .check(classesOf(module));
        }
    }

    @Test
    void toolsAndAppKnowNoAdapter() {
        for (String module : List.of("core", "schema", "tools", "app")) {
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            HOME + "local..", HOME + "azure..", "org.apache.hc..", "com.amazonaws..", "com.azure..")
                    .allowEmptyShould(true)
                    .check(classesOf(module));
        }
    }

    @Test
    void onlyTheSchemaModuleKnowsTheValidator() {
        for (String module : List.of("core", "tools", "app", "local-server", "testkit")) {
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("com.networknt..", "tools.jackson..")
                    .allowEmptyShould(true)
                    .check(classesOf(module));
        }
    }

    /** What a feature needs is loaded with the feature only, so that nobody else may name it. */
    @Test
    void librariesAreKnownInOnePlaceOnly() throws IOException {
        onlyIn("oauth", "com.nimbusds..");
        onlyIn("settings", "org.snakeyaml..", "dev.footbridge.local.deploy.TaggedYaml");
        onlyIn("telemetry", "io.opentelemetry..", "dev.footbridge.local.command.Telemetry");
    }

    private static void onlyIn(String home, String library, String... besides) throws IOException {
        for (Path module : House.modules()) {
            String name = String.valueOf(module.getFileName());
            Path classes = module.resolve("target/classes");
            if (!name.equals(home) && !SHIPS_NOTHING.contains(name) && Files.isDirectory(classes)) {
                noClasses()
                        .that(DescribedPredicate.describe(
                                "are not let in", type -> !List.of(besides).contains(type.getName())))
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(library)
                        .allowEmptyShould(true)
                        .check(new ClassFileImporter().importPath(classes));
            }
        }
    }

    private static void forbid(String name, String stranger) {
        noClasses()
                .that()
                .resideInAPackage(HOME + name)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(stranger)
                .allowEmptyShould(true)
                .check(CORE);
    }

    private static List<String> strangersTo(String name, int row) {
        return Stream.concat(
                        ROWS.get(row).stream(),
                        ROWS.subList(row + 1, ROWS.size()).stream().flatMap(List::stream))
                .filter(other -> !other.equals(name))
                .toList();
    }

    private static DescribedPredicate<JavaClass> in(String packageName) {
        return JavaClass.Predicates.resideInAPackage(packageName);
    }

    private static JavaClasses classesOf(String module) {
        Path folder = House.ROOT.resolve(module).resolve("target/classes");
        if (!Files.isDirectory(folder)) {
            throw new IllegalStateException(module + " has no classes: build it first");
        }
        return new ClassFileImporter().importPath(folder);
    }

    @Test
    void everyModuleThatShipsIsLookedAt() throws IOException {
        assertThat(House.modules().stream().map(path -> path.getFileName().toString()))
                .contains("core", "schema", "tools", "app", "local-server", "testkit", "verification");
    }
}
