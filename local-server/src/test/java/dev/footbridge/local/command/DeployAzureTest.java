package dev.footbridge.local.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footbridge.local.deploy.Place;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What this house deploys to Azure with, in a folder with programs that only say they are there. */
final class DeployAzureTest {

    private static final String CLIENT = "00000000-1111-2222-3333-444444444444";
    private static final String DIST = "dist/target/azure-functions/footbridge";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Map<String, String> env = new HashMap<>();

    @TempDir
    Path home;

    @BeforeEach
    void makeAProjectThatIsReady() throws IOException {
        Files.createDirectories(home.resolve("infra"));
        for (String name : List.of("infra/main.bicep", "infra/main.parameters.json", "azure.yaml")) {
            Files.copy(Path.of("..").resolve(name), home.resolve(name));
        }
        write("src/main/azure/footbridge.yaml", """
                version: 1
                oauth:
                  resource: http://127.0.0.1:8080/mcp
                  issuers: [ { issuer: "https://id.example.com", jwks: "https://id.example.com/jwks" } ]
                """);
        write("src/main/azure/a.yaml", "version: 1\nsecrets: { key_pepper: \"env:PEPPER\" }");
        program("mvn", "exit 1");
        program("az", "exit 1");
        program("azd", "echo 'azd version 1.25.6 (commit 0123456789abcdef)'");
        write(DIST + "/host.json", "{}");
        write(DIST + "/mcp/function.json", "{\"scriptFile\":\"../footbridge.jar\"}");
        write(DIST + "/footbridge.jar", "jar");
        write(DIST + "/lib/footbridge-core-0.1.0.jar", "jar");
        write(".azure/config.json", "{\"version\":1,\"defaultEnvironment\":\"dev\"}");
        env.put("PATH", home.resolve("bin") + ":/bin:/usr/bin");
    }

    @Test
    void whatIsReadyIsToldHowToBeDeployed() throws CommandFailure {
        assertThat(run(
                        "azure",
                        "--dry-run",
                        "auth=entra",
                        "apiClientId=" + CLIENT,
                        "allowedOrigins=https://a https://b"))
                .isEqualTo(ExitCode.OK);

        assertThat(output())
                .contains(
                        "ok       Azure Developer CLI 1.25\n",
                        "ok       azd's environment dev\n",
                        "ok       " + DIST + ", 0.0 MB\n",
                        "ok       parameters\n")
                .doesNotContain("missing", "note ", "azd env new")
                .containsSubsequence(
                        "Ready. These commands deploy it:\n",
                        "  cd " + home,
                        "  azd auth login\n",
                        "  azd env set MCP_AUTH entra\n",
                        "  azd env set MCP_API_CLIENT_ID " + CLIENT,
                        "  azd env set MCP_ALLOWED_ORIGINS 'https://a https://b'\n",
                        "  azd up\n");
    }

    @Test
    void whatTheEnvironmentOfAzdSetsNeedsNoSayingAgain() throws IOException, CommandFailure {
        write(".azure/dev/.env", "MCP_AUTH=\"settings\"\nMCP_SETTINGS_FILE=\"footbridge.yaml\"\n# a note\n");

        assertThat(run("azure", "--dry-run")).isEqualTo(ExitCode.OK);
        assertThat(run("azure", "--dry-run", "settingsFile=")).isEqualTo(ExitCode.TOOL);
        assertThat(output()).contains("settings needs settingsFile");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "auth=entra|entra needs apiClientId, or audiences.",
                "auth=easy-auth|easy-auth needs apiClientId.",
                "auth=easy-auth apiClientId=x allowedClients=|easy-auth needs allowedClients, or nobody gets in.",
                "auth=settings|settings needs settingsFile",
                "auth=settings settingsFile=a.yaml tenants=t|tenants is for entra and easy-auth.",
                "auth=settings settingsFile=a.yaml scopes=s|scopes is for entra and easy-auth",
                "auth=entra audiences=a apiIdentifierUri=api://x|apiIdentifierUri needs apiClientId.",
                "auth=entra apiClientId=x apiIdentifierUri=https://a/mcp/|apiIdentifierUri has no slash at its end.",
                "auth=entra audiences=a publicUrl=http://a/mcp|publicUrl begins with https://.",
                "auth=entra audiences=a customDomain=a.example/mcp|customDomain is a host name, not a URL.",
                "auth=entra audiences=a allowedOrigins=*|allowedOrigins names each origin",
                "auth=entra audiences=a alwaysReady=4 maximumInstances=3|alwaysReady is at most maximumInstances.",
                "auth=nobody|auth is one of entra, easy-auth, settings, is 'nobody'",
                "tenants=t|auth needs a value",
                "auth=entra audiences=a memory=1024|memory is one of 512, 2048, 4096",
                "auth=entra audiences=a alwaysReady=many|alwaysReady is a number, is 'many'",
                "auth=entra audiences=a alwaysReady=21|alwaysReady is at most 20",
                "auth=entra audiences=a logGigabytesPerDay=-2|logGigabytesPerDay is at least -1",
                "auth=entra audiences=a sealingKey=|sealingKey has 1 characters at least",
                "auth=entra audiencs=a audiences=a|the template has no parameter audiencs; did you mean audiences?"
            })
    void parametersAreJudgedAsTheTemplateWould(String pairs, String problem) throws CommandFailure {
        assertThat(run(("azure --dry-run " + pairs).split(" ", -1))).isEqualTo(ExitCode.TOOL);

        assertThat(output())
                .contains("missing  right parameters: " + problem, "Not ready: 1 thing is missing, see above.");
    }

    @ParameterizedTest
    @CsvSource({
        "auth=entra apiClientId=x",
        "auth=entra audiences=api://x publicUrl=https://a.example/mcp",
        "auth=easy-auth apiClientId=x apiIdentifierUri=https://a.example/mcp customDomain=a.example",
        "auth=settings settingsFile=footbridge.yaml alwaysReady=2 memory=512 table="
    })
    void whatGoesTogetherIsLetThrough(String pairs) throws CommandFailure {
        assertThat(run(("azure --dry-run " + pairs).split(" ", -1))).isEqualTo(ExitCode.OK);
    }

    @Test
    void everythingThatIsMissingIsNamedAtOnce() throws IOException, CommandFailure {
        Files.delete(home.resolve("bin/azd"));
        Files.delete(home.resolve("bin/az"));
        Files.delete(home.resolve("bin/mvn"));
        Files.delete(home.resolve(".azure/config.json"));
        Files.delete(home.resolve(DIST + "/host.json"));
        Files.delete(home.resolve(DIST + "/footbridge.jar"));
        write(DIST + "/local.settings.json", "{}");
        write(DIST + "/lib/gson-2.9.0.jar", "jar");
        env.put("PATH", home.resolve("bin").toString());

        assertThat(run("azure", "--dry-run", "auth=entra", "audiences=a")).isEqualTo(ExitCode.TOOL);

        assertThat(output())
                .contains(
                        "missing  Maven: mvn is not on the PATH\n",
                        "missing  the Azure Developer CLI: azd is not on the PATH.",
                        "note     the Azure CLI is not on the PATH",
                        "note     azd has no environment here yet",
                        "missing  a whole package " + DIST + ": it has no host.json\n",
                        "mcp/function.json names the jar '../footbridge.jar', which is not there\n",
                        "local.settings.json is in it",
                        "lib/gson-2.9.0.jar is in it, of which the worker has one of its own\n",
                        "Not ready: 6 things are missing",
                        "  azd env new NAME\n");
    }

    @Test
    void severalTenantsAreNotForAppServiceAuthentication() throws CommandFailure {
        assertThat(run("azure", "--dry-run", "auth=easy-auth", "apiClientId=x", "tenants=a b"))
                .isEqualTo(ExitCode.TOOL);
        assertThat(output()).contains("missing  right parameters: easy-auth takes callers of one tenant");

        assertThat(run("azure", "--dry-run", "auth=entra", "apiClientId=x", "tenants=a b"))
                .isEqualTo(ExitCode.OK);
    }

    @Test
    void aFileThatIsNamedHasToBeThere() throws CommandFailure {
        assertThat(run(
                        "azure",
                        "--dry-run",
                        "auth=settings",
                        "settingsFile=other.yaml",
                        "clientAuthorities=authorities.pem"))
                .isEqualTo(ExitCode.TOOL);

        assertThat(output())
                .contains(
                        "missing  other.yaml in src/main/azure, which settingsFile names\n",
                        "missing  authorities.pem in src/main/azure, which clientAuthorities names\n",
                        "Not ready: 2 things");
    }

    @Test
    void settingsWithWhichTheFunctionWouldNotStartAreMissing() throws IOException, CommandFailure {
        write("src/main/azure/footbridge.yaml", "version: 1");
        assertThat(run("azure", "--dry-run", "auth=settings", "settingsFile=footbridge.yaml"))
                .isEqualTo(ExitCode.TOOL);
        assertThat(output())
                .contains("missing  right settings: footbridge.yaml: FOOTBRIDGE_AUTH=settings needs oauth, or");

        write("src/main/azure/footbridge.yaml", "version: 1\nsecrets: { key_pepper: \"azure-kv:vault/pepper\" }");
        assertThat(run("azure", "--dry-run", "auth=settings", "settingsFile=footbridge.yaml"))
                .isEqualTo(ExitCode.OK);
        assertThat(output()).contains("ok       footbridge.yaml, with which the function can start\n");
        assertThat(run("azure", "--dry-run", "auth=settings", "settingsFile=footbridge.yaml", "table="))
                .isEqualTo(ExitCode.TOOL);
        assertThat(output()).contains("API keys, which are kept in FOOTBRIDGE_TABLE, and none is named\n");
        assertThat(run("azure", "--dry-run", "auth=entra", "audiences=a", "settingsFile=footbridge.yaml"))
                .isEqualTo(ExitCode.TOOL);
        assertThat(output()).contains("somebody else checks who calls\n");
    }

    @Test
    void everySecretThatTheFunctionWouldNotGetAtIsMissing() throws IOException, CommandFailure {
        Files.copy(Path.of("../infra/app.bicep"), home.resolve("infra/app.bicep"));
        write(
                "src/main/azure/a.yaml",
                "version: 1\nsecrets: { key_pepper: [ \"env:PEPPER\", \"env:FOOTBRIDGE_TABLE\", \"aws-sm:a\" ] }");

        assertThat(run("azure", "--dry-run", "auth=settings", "settingsFile=a.yaml"))
                .isEqualTo(ExitCode.TOOL);

        assertThat(output())
                .contains(
                        "a.yaml: /secrets/key_pepper/0 refers to env:PEPPER: infra/app.bicep sets no variable PEPPER\n",
                        "a.yaml: /secrets/key_pepper/2 refers to aws-sm:a: a function on Azure knows env and azure-kv"
                                + " only\n",
                        "Not ready: 2 things");
    }

    @Test
    void parametersThatWereRefusedAreNotAmongTheCommands() throws CommandFailure {
        assertThat(run("azure", "--dry-run", "auth=entra", "audiencs=a", "memory=1024"))
                .isEqualTo(ExitCode.TOOL);

        assertThat(output()).contains("  azd env set MCP_AUTH entra\n").doesNotContain("audiencs a", "1024\n");
    }

    @Test
    void theFormThatStreamsIsWholeWithoutAFunctionAndNeedsItsParameter() throws IOException, CommandFailure {
        write(DIST + "/host.json", "{\"customHandler\": {}}");
        Files.delete(home.resolve(DIST + "/mcp/function.json"));
        assertThat(run("azure", "--dry-run", "auth=entra", "audiences=a", "streaming=on"))
                .isEqualTo(ExitCode.TOOL);
        assertThat(output()).contains("it has no start.sh\n", "Not ready: 1 thing");

        write(DIST + "/start.sh", "");
        assertThat(run("azure", "--dry-run", "auth=entra", "audiences=a", "streaming=on"))
                .isEqualTo(ExitCode.OK);

        assertThat(run("azure", "--dry-run", "auth=entra", "audiences=a")).isEqualTo(ExitCode.TOOL);
        assertThat(output()).contains("missing  one form: what azure.yaml deploys streams, and streaming is off");
    }

    @Test
    void aPackageOfAnEarlierTimeIsAsOldAsItsWriting() throws IOException, CommandFailure {
        Files.setLastModifiedTime(home.resolve(DIST + "/footbridge.jar"), FileTime.from(Instant.EPOCH));

        assertThat(run("azure", "--dry-run", "auth=entra", "audiences=a")).isEqualTo(ExitCode.OK);

        assertThat(output()).doesNotContain("has changed since");
    }

    @Test
    void oldAzdIsMissing() throws IOException, CommandFailure {
        program("azd", "echo 'azd version 1.9.3 (commit 0)'");

        assertThat(run("azure", "--dry-run", "auth=entra", "audiences=a")).isEqualTo(ExitCode.TOOL);
        assertThat(output())
                .contains("missing  a newer Azure Developer CLI: it is 1.9 and has to be 1.20. See https://aka.ms");
    }

    @Test
    void packageThatIsNotThereOrOldIsMadeByAzdItself() throws IOException, CommandFailure {
        Path source = write("src/main/Later.java", "");
        // Later than the source's folder, which has changed with it.
        Files.setLastModifiedTime(
                home.resolve(DIST + "/footbridge.jar"),
                FileTime.from(Instant.now().plusSeconds(30)));
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));

        assertThat(run("azure", "--dry-run", "auth=entra", "audiences=a")).isEqualTo(ExitCode.OK);
        assertThat(output()).contains("note     src/main/Later.java has changed since " + DIST + " was made");

        try (Stream<Path> all = Files.walk(home.resolve("dist"))) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
        assertThat(run("azure", "--dry-run", "auth=entra", "audiences=a")).isEqualTo(ExitCode.OK);
        assertThat(output()).contains("note     " + DIST + " is not built yet; azd builds it");
    }

    @Test
    void contentsAreNamedWithTheirReasons() throws IOException, CommandFailure {
        assertThat(run("azure", "--contents")).isEqualTo(ExitCode.OK);
        assertThat(output())
                .contains("lib/footbridge-core-0.1.0.jar  ours: the protocol", "0.0 MB, of 10.0 MB at most");

        write(DIST + "/lib/left-pad-2.jar", "jar");
        assertThat(run("azure", "--contents")).isEqualTo(ExitCode.TOOL);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo("footbridge: nobody says why lib/left-pad-2.jar is there: a line in"
                        + " src/main/assembly/azure-jars.txt does\n");
    }

    @Test
    void nothingIsDeployedWithoutBeingAskedToLook() {
        assertThatThrownBy(() -> run("azure"))
                .hasMessage("this deploys nothing itself: 'azd up' does, and './footbridge deploy azure --dry-run' says"
                        + " whether it can");
    }

    @Test
    void conditionThatIsNotUnderstoodIsOneLine() throws IOException {
        write("infra/main.bicep", "param a string = ''\nvar problems = filter([\n  any(a) ? 'x' : ''\n], p => p)\n");

        assertThatThrownBy(() -> run("azure", "--dry-run"))
                .hasMessageContaining("main.bicep: a condition has a function that is not known here: any");
    }

    private ExitCode run(String... words) throws CommandFailure {
        out.reset();
        err.reset();
        Io io = TestIo.of(out, err, env);
        Arguments arguments = Arguments.parse(List.of(words), Option.kinds(Option.DEPLOY));
        return DeployCommand.run(arguments, new Place(home, List.of("src/main", "pom.xml")), List.of("findNotes"), io);
    }

    private void program(String name, String body) throws IOException {
        Path file = write("bin/" + name, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Path write(String name, String text) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private String output() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
