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
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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

    /** Which modules a module may know, beside the core. No adapter is among those that an adapter knows. */
    private static final Map<String, List<String>> KNOWS = Map.ofEntries(
            Map.entry("core", List.of()),
            Map.entry("schema", List.of()),
            Map.entry("oauth", List.of()),
            Map.entry("settings", List.of("oauth")),
            Map.entry("telemetry", List.of()),
            Map.entry("outbound", List.of()),
            Map.entry("processor", List.of()),
            Map.entry("closures", List.of()),
            Map.entry("local-server", List.of("oauth", "settings", "telemetry")),
            Map.entry("function", List.of("oauth", "settings")),
            Map.entry("aws-adapter", List.of("function", "oauth", "settings")),
            Map.entry("azure-adapter", List.of("function", "oauth", "settings")),
            Map.entry("bridges/sdk", List.of("schema")),
            Map.entry("tools", List.of()),
            Map.entry("app", List.of("tools")),
            Map.entry("dist", List.of("app", "local-server", "function", "aws-adapter", "azure-adapter")),
            Map.entry("testkit", List.of()));

    private static final Map<String, JavaClasses> CLASSES = new ConcurrentHashMap<>();

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
    void everyModuleThatShipsSaysWhichOthersItKnows() throws IOException {
        assertThat(KNOWS.keySet()).containsExactlyInAnyOrderElementsOf(shipped());
    }

    @Test
    void aModuleKnowsOnlyTheModulesThatItSays() throws IOException {
        for (String module : shipped()) {
            Set<String> known = new HashSet<>();
            Stream.concat(Stream.of(module, "core"), KNOWS.getOrDefault(module, List.of()).stream())
                    .forEach(other -> classesOf(other).forEach(type -> known.add(type.getName())));
            noClasses()
                    .should()
                    .dependOnClassesThat(DescribedPredicate.describe(
                            "are of modules that " + module + " must not know",
                            type -> type.getName().startsWith(HOME) && !known.contains(type.getName())))
                    .check(classesOf(module));
        }
    }

    /** What a feature needs is loaded with the feature only, so that nobody else may name it. */
    @Test
    void librariesAreKnownInOnePlaceOnly() throws IOException {
        onlyIn("schema", "com.networknt..");
        onlyIn("schema", "tools.jackson..");
        onlyIn("oauth", "com.nimbusds..");
        onlyIn("settings", "org.snakeyaml..", "dev.footbridge.local.deploy.TaggedYaml");
        onlyIn("telemetry", "io.opentelemetry..", "dev.footbridge.local.command.Telemetry");
        onlyIn("local-server", "org.apache.hc..");
        onlyIn("aws-adapter", "com.amazonaws..");
        onlyIn("azure-adapter", "com.microsoft.azure..", "dev.footbridge.testkit.functions.");
    }

    private static void onlyIn(String home, String library, String... besides) throws IOException {
        DescribedPredicate<JavaClass> ofLibrary = in(library);
        assertThat(classesOf(home).stream().flatMap(type -> type.getDirectDependenciesFromSelf().stream()))
                .as(home + " knows " + library)
                .anyMatch(dependency -> ofLibrary.test(dependency.getTargetClass()));
        for (String module : shipped()) {
            if (!module.equals(home)) {
                noClasses()
                        .that(DescribedPredicate.describe(
                                "are not let in", type -> Stream.of(besides).noneMatch(type.getName()::startsWith)))
                        .should()
                        .dependOnClassesThat(ofLibrary)
                        .allowEmptyShould(true)
                        .check(classesOf(module));
            }
        }
    }

    private static List<String> shipped() throws IOException {
        return House.modules().stream()
                .map(module -> House.ROOT.relativize(module).toString())
                .filter(module -> !SHIPS_NOTHING.contains(module))
                .toList();
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
        return CLASSES.computeIfAbsent(module, unused -> {
            Path folder = House.ROOT.resolve(module).resolve("target/classes");
            JavaClasses classes = new ClassFileImporter().importPath(folder);
            if (classes.isEmpty()) {
                throw new IllegalStateException(module + " has no classes: build it first");
            }
            return classes;
        });
    }
}
