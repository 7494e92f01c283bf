package dev.footbridge.local.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footbridge.feature.FeatureSet;
import dev.footbridge.key.ApiKey;
import dev.footbridge.protocol.Implementation;
import dev.footbridge.state.MemoryStateStore;
import dev.footbridge.state.StateStore;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KeysCommandTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    private Path home;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final StateStore store = new MemoryStateStore(() -> NOON);
    private Instant now = NOON;
    private Path keys;
    private Path pepper;

    @BeforeEach
    void beginAtAnEmptyHome() {
        keys = home.resolve(".footbridge/keys.json");
        pepper = home.resolve(".footbridge/pepper");
    }

    @Test
    void aKeyIsTheOnlyThingOnTheOutput() throws Exception {
        String key = created("--owner", "alice");

        assertThat(ApiKey.parse(key)).isPresent();
        assertThat(errors())
                .contains("only time the key is shown", "alice", "expires on 2026-05-30")
                .doesNotContain(secret(key));
        assertThat(Files.readString(keys)).doesNotContain(secret(key));
    }

    @Test
    void whatIsMadeIsItsOwnersAlone() throws Exception {
        created("--owner", "alice");

        assertThat(mode(keys)).isEqualTo("rw-------");
        assertThat(mode(pepper)).isEqualTo("rw-------");
        assertThat(mode(home.resolve(".footbridge"))).isEqualTo("rwx------");
        assertThat(Files.readString(pepper)).matches("[0-9a-f]{64}\n");
    }

    @Test
    void thePepperStaysTheSame() throws Exception {
        created("--owner", "alice");
        String first = Files.readString(pepper);
        created("--owner", "bob");

        assertThat(Files.readString(pepper)).isEqualTo(first);
    }

    @Test
    void keysCanBeKeptWhereAFunctionFindsThem() throws Exception {
        String key = created("--owner", "alice", "--days", "365", "--state", "memory:keys");

        assertThat(keys).doesNotExist();
        reset();
        perform("list", "--state", "memory:keys");
        assertThat(output()).contains(id(key), "alice");
    }

    @Test
    void aStoreThatCannotHoldThemIsRefused() {
        refused("no store is called sqlite", "list", "--state", "sqlite:keys");
        refused("--file or --state", "list", "--state", "memory:x", "--file", "y");
        refused("give --file", "list", "--state", "folder");
    }

    @Test
    void settingsOfAFunctionDoIfTheirPepperCanBeReadHere() throws Exception {
        Path file = home.resolve("footbridge.yaml");
        Files.writeString(
                file, "version: 1\nsecrets: { audit_key: \"aws-sm:a\", key_pepper: \"file:" + home + "/p\" }");
        Files.writeString(home.resolve("p"), "ab".repeat(32));
        Files.setPosixFilePermissions(home.resolve("p"), PosixFilePermissions.fromString("rw-------"));

        assertThat(created("--owner", "alice", "--settings", file.toString())).isNotEmpty();

        Files.writeString(file, "version: 1\nsecrets: { key_pepper: \"aws-sm:pepper\" }");
        refused(
                "aws-sm:pepper is read by the function only, and not here",
                "create",
                "--owner",
                "bob",
                "--settings",
                file.toString());
    }

    private void refused(String why, String... words) {
        assertThatThrownBy(() -> perform(words))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining(why);
    }

    @Test
    void listShowsEveryKeyAndNoHash() throws Exception {
        String first =
                created("--owner", "alice", "--label", "ci, nightly", "--scope", "b", "--scope", "a", "--tool", "r_*");
        String second = created("--owner", "bob", "--days", "1", "--cidr", "10.0.0.0/8");
        String third = created("--owner", "carol");
        perform("revoke", id(third));
        now = NOON.plus(Duration.ofDays(2));
        reset();

        assertThat(perform("list")).isEqualTo(ExitCode.OK);

        assertThat(output().lines())
                .containsExactly(
                        "id          owner  label        scopes  for         from        expires     state",
                        id(first) + "  alice  ci, nightly  a b     tools r_*   anywhere    2026-05-30  active",
                        id(second) + "  bob    -            -       everything  10.0.0.0/8  2026-03-02  expired",
                        id(third) + "  carol  -            -       everything  anywhere    2026-05-30  revoked");
    }

    @Test
    void listNamesAllThatAKeyIsFor() throws Exception {
        created("--owner", "a", "--tool", "b", "--tool", "a", "--resource", "notes://*", "--prompt", "plan");
        reset();
        perform("list");

        assertThat(output()).contains("tools a b; resources notes://*; prompts plan");
    }

    @Test
    void anEmptyListSaysHowToBegin() throws Exception {
        assertThat(perform("list")).isEqualTo(ExitCode.OK);

        assertThat(output()).isEmpty();
        assertThat(errors()).contains("keys create --owner NAME");
        assertThat(home.resolve(".footbridge")).doesNotExist();
    }

    @Test
    void rotationPrintsANewSecretOfTheSameKey() throws Exception {
        String old = created("--owner", "alice");
        reset();

        assertThat(perform("rotate", id(old), "--overlap", "1")).isEqualTo(ExitCode.OK);

        String fresh = output().strip();
        assertThat(id(fresh)).isEqualTo(id(old));
        assertThat(fresh).isNotEqualTo(old);
        assertThat(errors()).contains("works for 1 more hour;").doesNotContain(secret(fresh));
    }

    @Test
    void aPepperThatIsGoneIsNotMadeAnewWhileThereAreKeys() throws Exception {
        created("--owner", "alice");
        Files.delete(pepper);

        assertThat(failure("create", "--owner", "bob")).contains("there is no pepper " + pepper, "put it back");
        assertThat(pepper).doesNotExist();
    }

    @Test
    void rotationWithAnotherPepperDoesNotSayThatTheOldSecretWorks() throws Exception {
        String old = created("--owner", "alice");
        Files.writeString(pepper, "ab".repeat(32));
        reset();
        perform("rotate", id(old));

        assertThat(errors())
                .contains("made with another pepper, and does not work")
                .doesNotContain("more hours");
    }

    @Test
    void aRevokedKeyIsNotRotated() throws Exception {
        String key = created("--owner", "alice");
        assertThat(perform("revoke", id(key))).isEqualTo(ExitCode.OK);

        assertThat(output()).contains("refuse it within 60 seconds");
        assertThat(failure("rotate", id(key))).contains("is revoked: create another");
    }

    @Test
    void aWholeKeyInPlaceOfItsIdIsNotRepeated() throws Exception {
        String key = created("--owner", "alice");

        assertThat(failure("revoke", key))
                .contains("there is no key with that id")
                .doesNotContain(secret(key));
    }

    @Test
    void aFileThatOthersMayReadIsRefused() throws Exception {
        created("--owner", "alice");
        Files.setPosixFilePermissions(keys, PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(failure("list")).contains("chmod 600").contains(keys.toString());
        assertThat(failure("create", "--owner", "bob")).contains("chmod 600");
    }

    @Test
    void aPepperThatOthersMayReadIsRefused() throws Exception {
        created("--owner", "alice");
        Files.setPosixFilePermissions(pepper, PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(failure("create", "--owner", "bob")).contains("chmod 600").contains(pepper.toString());
    }

    @Test
    void aPepperThatIsNoneIsRefusedWithoutShowingIt() throws Exception {
        created("--owner", "alice");
        Files.writeString(pepper, "hunter2");

        assertThat(failure("create", "--owner", "bob"))
                .contains("64 hexadecimal digits")
                .doesNotContain("hunter2");
    }

    @Test
    void anotherFileHasItsOwnKeysAndTheSamePepper() throws Exception {
        Path file = home.resolve("team.json");
        created("--owner", "alice", "--file", file.toString());

        assertThat(file).exists();
        assertThat(keys).doesNotExist();
        assertThat(pepper).exists();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "|keys what? Choose one of create, rotate, revoke, list",
                "rotat|did you mean rotate?",
                "create|whose key? --owner NAME",
                "create --owner=|a key needs an owner",
                "create --owner a --days 366|--days must be a number from 0 to 365",
                "create --owner a --days 0|a key must live for some time",
                "create --owner a --cidr 10.0.0.1/8|must be its lowest one",
                "create --owner a --cidr localhost|not a range of addresses",
                "create --owner a --tool r?|the pattern of a tool",
                "create --owner a --resource=|the pattern of a resource",
                "create --owner a --scope é|a scope has no spaces",
                "create --owner a --overlap 1|unknown option --overlap",
                "create --file= --owner a|the name of the key file is empty",
                "rotate|which key?",
                "revoke one two|one word too many",
                "list all|one word too many"
            })
    void misunderstoodCommandIsOneLineAndExitCode2(String row) {
        String[] parts = row.split("\\|", -1);
        List<String> words = new ArrayList<>(List.of("keys"));
        words.addAll(parts[0].isEmpty() ? List.of() : List.of(parts[0].split(" ", -1)));

        int code = new CommandLine(unused -> new LocalMain.Always(FeatureSet.EMPTY), Implementation.of("t", "1"), io())
                .run(words);

        assertThat(code).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains(parts[1])
                .startsWith("footbridge: ")
                .hasLineCount(1);
        assertThat(output()).isEmpty();
    }

    @Test
    void helpNamesEveryOption() throws Exception {
        Io io = io();
        new CommandLine(unused -> new LocalMain.Always(FeatureSet.EMPTY), Implementation.of("t", "1"), io)
                .run(List.of("keys", "create", "--help"));

        assertThat(output())
                .contains("keys create|rotate|revoke|list [ID]")
                .contains("--owner NAME", "--tool PATTERN", "--cidr RANGE", "--days N", "--overlap HOURS")
                .containsOnlyOnce("--file FILE");
    }

    private String created(String... options) throws CommandFailure {
        reset();
        List<String> words = new ArrayList<>(List.of("create"));
        words.addAll(List.of(options));
        assertThat(perform(words.toArray(new String[0]))).isEqualTo(ExitCode.OK);
        assertThat(output()).hasLineCount(1);
        return output().strip();
    }

    private ExitCode perform(String... words) throws CommandFailure {
        return KeysCommand.run(List.of(words), io(), () -> now);
    }

    private String failure(String... words) {
        reset();
        try {
            perform(words);
        } catch (CommandFailure failure) {
            assertThat(output()).isEmpty();
            return failure.getMessage();
        }
        throw new AssertionError("nothing failed");
    }

    private Io io() {
        return TestIo.of(
                out,
                err,
                Map.of("HOME", home.toString(), "COLUMNS", "120"),
                (scheme, place, env) -> scheme.equals("memory") ? Optional.of(store) : Optional.empty());
    }

    private void reset() {
        out.reset();
        err.reset();
    }

    private String output() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String errors() {
        return err.toString(StandardCharsets.UTF_8).replace('\n', ' ');
    }

    private static String id(String key) {
        return ApiKey.parse(key).orElseThrow().id();
    }

    private static String secret(String key) {
        return key.substring(21, 64);
    }

    private static String mode(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
