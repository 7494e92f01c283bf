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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The template of this house, in a folder with programs that only say they are there. */
class DeployCommandTest {

    private static final String SAM = "case $1 in --version) echo 'SAM CLI, version 1.170.2' ;; *) echo fine ;; esac";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Map<String, String> env = new HashMap<>();
    private String settings = "version: 1";

    @TempDir
    Path home;

    @BeforeEach
    void makeAProjectThatIsReady() throws IOException {
        Files.copy(Path.of("..", "template.yaml"), home.resolve("template.yaml"));
        Files.createDirectories(home.resolve("src/main"));
        program("mvn", "exit 1");
        program("sam", SAM);
        program("aws", "exit 1");
        zip("lib/crac-1.5.0.jar", 2000);
        env.putAll(Map.of(
                "PATH",
                home.resolve("bin") + ":/bin:/usr/bin",
                "HOME",
                home.toString(),
                "AWS_REGION",
                "eu-central-1",
                "AWS_PROFILE",
                "somebody"));
    }

    @Test
    void whatIsReadyIsToldHowToBeDeployed() throws CommandFailure {
        assertThat(run(
                        "aws",
                        "--dry-run",
                        "FrontDoor=http-api-jwt",
                        "JwtIssuer=https://id.example.com",
                        "JwtAudiences=a b"))
                .isEqualTo(ExitCode.OK);

        assertThat(output())
                .contains(
                        "ok       SAM CLI 1.170\n", "ok       Maven\n", "ok       a region\n", "ok       parameters\n")
                .doesNotContain("missing", "note ")
                .containsSubsequence(
                        "Ready. These commands deploy it:\n",
                        "  cd " + home,
                        "  mvn -B -ntp -DskipTests package\n",
                        "  sam build\n",
                        "  sam deploy --parameter-overrides FrontDoor=http-api-jwt JwtIssuer=https://id.example.com"
                                + " JwtAudiences='\"a b\"'\n",
                        "  sam list stack-outputs");
    }

    @ParameterizedTest
    @CsvSource({"archived,start.sh,java/bin/java", "custom,java/bin/java,start.sh"})
    void whatStartsWithAnArchiveNeedsItsOwnPackage(String form, String sign, String another) throws Exception {
        assertThat(run("aws", "--dry-run", "StartUp=" + form)).isEqualTo(ExitCode.TOOL);
        assertThat(output())
                .contains("missing  a package for StartUp=" + form
                        + ": dist/target/footbridge-lambda.zip is not one; './lambda-forms " + form
                        + " --in-place' makes it\n")
                .containsSubsequence(
                        "these commands deploy it:\n", "  ./lambda-forms " + form + " --in-place\n", "sam build")
                .doesNotContain("  mvn ");

        zip(List.of("archive.key", another), 20_000_000);
        assertThat(run("aws", "--dry-run", "StartUp=" + form)).isEqualTo(ExitCode.TOOL);

        zip(List.of("archive.key", sign), 20_000_000);
        assertThat(run("aws", "--dry-run", "StartUp=" + form, "Settings=footbridge.yaml"))
                .isEqualTo(ExitCode.OK);
        assertThat(output())
                .contains("for StartUp=" + form + ", ", "  ./lambda-forms " + form + " --in-place --guarded\n");

        assertThat(run("aws", "--dry-run")).isEqualTo(ExitCode.TOOL);
        assertThat(output()).contains("missing  the plain package: ", " is one for StartUp=archived or custom; 'mvn ");
    }

    @Test
    void settingsHaveToBeInThePackage() throws CommandFailure {
        assertThat(run("aws", "--dry-run", "Settings=other.yaml")).isEqualTo(ExitCode.TOOL);

        assertThat(output())
                .contains("missing  other.yaml in dist/target/footbridge-lambda.zip, which Settings names: it belongs"
                        + " into src/main/lambda\n");
    }

    @Test
    void settingsWithWhichTheFunctionWouldNotStartAreMissing() throws IOException, CommandFailure {
        assertThat(run("aws", "--dry-run", "FrontDoor=function-url-oauth", "Settings=footbridge.yaml"))
                .isEqualTo(ExitCode.TOOL);
        assertThat(output())
                .contains("missing  right settings: footbridge.yaml: FOOTBRIDGE_AUTH=settings needs oauth, or"
                        + " secrets.key_pepper");

        packed("version: 1\npolcy: x\ntelemetry: opentelemetry");
        assertThat(run("aws", "--dry-run", "Settings=footbridge.yaml")).isEqualTo(ExitCode.TOOL);
        assertThat(output())
                .contains("missing  right settings: footbridge.yaml: /polcy is not known here; did you mean policy?\n");

        packed("version: 1\npolicy: { rules: [ { id: a, allow: '*', tools: nothng } ] }");
        assertThat(run("aws", "--dry-run", "Settings=footbridge.yaml")).isEqualTo(ExitCode.TOOL);
        assertThat(output()).contains("footbridge.yaml: /policy names a tool that is not offered: nothng\n");
    }

    @Test
    void secretsOfTheFunctionAreNotReadAndLocalUrlsAreNoted() throws IOException, CommandFailure {
        packed("""
                version: 1
                oauth:
                  resource: http://127.0.0.1:8080/mcp
                  issuers: [ { issuer: "http://localhost:9000", jwks: "http://localhost:9000/jwks" } ]
                secrets: { key_pepper: "aws-sm:pepper", audit_key: "env:FOOTBRIDGE_SEALING_KEYS" }
                """);

        assertThat(run(
                        "aws",
                        "--dry-run",
                        "FrontDoor=function-url-oauth",
                        "Settings=footbridge.yaml",
                        "SecretArns=arn:aws:secretsmanager:eu-central-1:123456789012:secret:pepper-AbCdEf"))
                .isEqualTo(ExitCode.OK);
        assertThat(output())
                .contains("note     footbridge.yaml: oauth.resource is http://127.0.0.1:8080/mcp, ")
                .contains("note     footbridge.yaml: the issuer http://localhost:9000 is on this machine");
    }

    @Test
    void everySecretThatTheFunctionWouldNotGetAtIsMissing() throws IOException, CommandFailure {
        packed("""
                version: 1
                policy: { mode: log_only, rules: [ { id: a, allow: "*", tools: [ nothng, "send*" ] } ] }
                secrets:
                  key_pepper: [ "env:PEPPER", "file:/run/pepper" ]
                  audit_key: "aws-sm:audit#key"
                  tools: { crm: "aws-ssm:crm", shop: "azure-kv:shop", own: "env:FOOTBRIDGE_TABLE" }
                """);

        assertThat(run("aws", "--dry-run", "FrontDoor=function-url-oauth", "Settings=footbridge.yaml"))
                .isEqualTo(ExitCode.TOOL);
        String wrong = "missing  right settings: footbridge.yaml: ";
        assertThat(output())
                .contains(
                        wrong + "/secrets/audit_key refers to aws-sm:audit#key: SecretArns does not name it",
                        wrong + "/secrets/key_pepper/0 refers to env:PEPPER: the template sets no variable PEPPER\n",
                        wrong + "/secrets/key_pepper/1 refers to file:/run/pepper: a function on AWS knows env, ",
                        wrong + "/secrets/tools/crm refers to aws-ssm:crm: ToolPolicyArn is empty",
                        wrong + "/secrets/tools/shop refers to azure-kv:shop: a function on AWS knows env, ",
                        wrong + "/policy names a tool that is not offered: nothng\n",
                        "note     footbridge.yaml: /policy: send* matches no tool\n",
                        "note     footbridge.yaml: the policy is not enforced (mode: log_only): every call passes\n",
                        "Not ready: 6 things are missing");
    }

    @Test
    void originThatNoBrowserSendsIsMissing() throws CommandFailure {
        assertThat(run("aws", "--dry-run", "AllowedOrigins=https://a.example https://b.example/"))
                .isEqualTo(ExitCode.TOOL);
        assertThat(output())
                .contains("missing  right parameters: AllowedOrigins: not an origin as browsers send them, such as"
                        + " https://example.com: https://b.example/\n");

        assertThat(run("aws", "--dry-run", "AllowedOrigins=https://a.example  https://b.example"))
                .isEqualTo(ExitCode.OK);
    }

    private void packed(String yaml) throws IOException {
        settings = yaml;
        zip("lib/crac-1.5.0.jar", 2000);
    }

    @Test
    void nothingIsDeployedWithoutBeingAskedToLook() {
        assertThatThrownBy(() -> run("aws"))
                .hasMessage("this deploys nothing itself: 'sam build && sam deploy' does, and './footbridge deploy aws"
                        + " --dry-run' says whether they can");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "FrontDor=alb|the template has no parameter FrontDor; did you mean FrontDoor?",
                "FrontDoor=alb|FrontDoor is one of function-url-iam, function-url-oauth, http-api-jwt, rest-api-iam,",
                "FrontDoor=http-api-jwt|http-api-jwt needs JwtIssuer.",
                "JwtIssuer=https://id.example.com|JwtIssuer is for http-api-jwt.",
                "JwtIssuer=http://id.example.com|JwtIssuer must match",
                "FrontDoor=rest-api-oauth Settings=footbridge.yaml|rest-api-oauth needs a domain of your own.",
                "MemorySize=much|MemorySize is a number, is 'much'",
                "MemorySize=64|MemorySize is at least 256, is '64'",
                "Timeout=901|Timeout is at most 900, is '901'",
                "LogRetentionDays=2|LogRetentionDays is one of 1, 3, 5",
                "Tracing=yes|Tracing is one of on, off",
                "Revision=a Revision=b|Revision is given twice",
                "Revision|'Revision' is not of the form NAME=VALUE"
            })
    void parametersAreJudgedAsTheTemplateWould(String pairs, String problem) throws IOException, CommandFailure {
        packed("version: 1\nsecrets: { key_pepper: \"env:FOOTBRIDGE_TABLE\" }");
        String[] words = ("aws --dry-run " + pairs).split(" ", -1);

        assertThat(run(words)).isEqualTo(ExitCode.TOOL);

        assertThat(output())
                .contains("missing  right parameters: " + problem, "Not ready: 1 thing is missing, see above.");
    }

    @Test
    void everythingThatIsMissingIsNamedAtOnce() throws IOException, CommandFailure {
        Files.delete(home.resolve("bin/sam"));
        Files.delete(home.resolve("bin/mvn"));
        Files.delete(home.resolve("dist/target/footbridge-lambda.zip"));
        env.put("PATH", home.resolve("bin").toString());
        env.remove("AWS_REGION");
        env.remove("AWS_PROFILE");

        assertThat(run("aws", "--dry-run")).isEqualTo(ExitCode.TOOL);

        assertThat(output())
                .contains(
                        "missing  Maven: mvn is not on the PATH\n",
                        "missing  the SAM CLI: sam is not on the PATH. pip install aws-sam-cli",
                        "missing  the package dist/target/footbridge-lambda.zip, which 'mvn -B -ntp -DskipTests package' makes\n",
                        "note     no region is set",
                        "note     no credentials for AWS were found",
                        "Not ready: 3 things are missing, see above. Once that is mended, these commands deploy it:\n");
    }

    @Test
    void oldSamAndATemplateThatItRefusesAreMissing() throws IOException, CommandFailure {
        program(
                "sam",
                "case $1 in --version) echo 'SAM CLI, version 1.99.0' ;; *) echo; echo E0001 no; exit 1 ;; esac");

        assertThat(run("aws", "--dry-run")).isEqualTo(ExitCode.TOOL);

        assertThat(output())
                .contains(
                        "missing  a newer SAM CLI: it is 1.99 and has to be 1.170.",
                        "missing  a valid template: sam validate --lint says: E0001 no\n");
    }

    @Test
    void packageOfYesterdayIsMissing() throws IOException, CommandFailure {
        Path source = Files.writeString(home.resolve("src/main/Later.java"), "");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));
        Files.setLastModifiedTime(source.getParent(), FileTime.from(Instant.EPOCH));

        assertThat(run("aws", "--dry-run")).isEqualTo(ExitCode.TOOL);

        assertThat(output())
                .contains(
                        "missing  a new package: src/main/Later.java has changed since dist/target/footbridge-lambda.zip"
                                + " was made; 'mvn -B -ntp -DskipTests package' makes it again\n");
    }

    @Test
    void contentsAreNamedWithTheirReasons() throws CommandFailure {
        assertThat(run("aws", "--contents")).isEqualTo(ExitCode.OK);

        assertThat(output())
                .contains("lib/crac-1.5.0.jar  CRaC project, BSD-2-Clause: hooks", "0.0 MB, of 10.0 MB at most");
    }

    @Test
    void libraryThatNobodyExplainedFails() throws IOException, CommandFailure {
        zip("lib/left-pad-2.jar", 10);

        assertThat(run("aws", "--contents")).isEqualTo(ExitCode.TOOL);
        assertThat(errors())
                .isEqualTo("footbridge: nobody says why lib/left-pad-2.jar is there: a line in"
                        + " src/main/assembly/lambda-jars.txt does\n");

        Files.createDirectories(home.resolve("src/main/assembly"));
        Files.writeString(home.resolve("src/main/assembly/lambda-jars.txt"), "left-pad  theirs: pads\n");
        assertThat(run("aws", "--contents")).isEqualTo(ExitCode.OK);
    }

    @Test
    void heavyPackageFails() throws IOException, CommandFailure {
        zip("lib/crac-1.5.0.jar", 11 << 20);

        assertThat(run("aws", "--contents")).isEqualTo(ExitCode.TOOL);
        assertThat(errors()).isEqualTo("footbridge: the package is too large\n");
        assertThat(run("aws", "--dry-run")).isEqualTo(ExitCode.TOOL);
        assertThat(output()).contains("missing  a smaller package: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"|deploy where?", "asw --dry-run|there is no cloud asw", "aws --contents A=b|one word too many"})
    void misunderstoodCommandIsRefused(String row) {
        String[] parts = row.split("\\|", -1);

        assertThatThrownBy(() -> run(parts[0].isEmpty() ? new String[0] : parts[0].split(" ", -1)))
                .isInstanceOfSatisfying(
                        CommandFailure.class,
                        failure -> assertThat(failure.code()).isEqualTo(ExitCode.USAGE))
                .hasMessageContaining(parts[1]);
    }

    @Test
    void templateThatIsNoneIsOneLine() throws IOException {
        Files.writeString(home.resolve("template.yaml"), "a: [");

        assertThatThrownBy(() -> run("aws", "--dry-run")).hasMessageContaining("line 1, column 5: not YAML");
    }

    private ExitCode run(String... words) throws CommandFailure {
        out.reset();
        err.reset();
        Io io = TestIo.of(out, err, env);
        Arguments arguments = Arguments.parse(List.of(words), Option.kinds(Option.DEPLOY));
        return DeployCommand.run(arguments, new Place(home, List.of("src/main", "pom.xml")), List.of("findNotes"), io);
    }

    private void program(String name, String body) throws IOException {
        Path file = home.resolve("bin").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void zip(String entry, int bytes) throws IOException {
        zip(List.of(entry), bytes);
    }

    private void zip(List<String> entries, int bytes) throws IOException {
        Path file = home.resolve("dist/target/footbridge-lambda.zip");
        Files.createDirectories(file.getParent());
        byte[] content = new byte[bytes];
        new Random(1).nextBytes(content);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("footbridge.yaml"));
            zip.write(settings.getBytes(StandardCharsets.UTF_8));
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
            }
            zip.write(content);
        }
    }

    private String output() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String errors() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
