package dev.footbridge.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.audit.Audit;
import dev.footbridge.audit.AuditKey;
import dev.footbridge.audit.AuditSettings;
import dev.footbridge.audit.AuditSink;
import dev.footbridge.audit.AuditStatus;
import dev.footbridge.audit.AuditTrail;
import dev.footbridge.feature.FeatureSet;
import dev.footbridge.feature.Tool;
import dev.footbridge.feature.ToolResult;
import dev.footbridge.log.Log;
import dev.footbridge.protocol.Implementation;
import dev.footbridge.secret.Secret;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code policy} and {@code audit}, as an operator types them. */
final class PolicyCommandTest {

    private static final String FILE = """
            version: 1
            policy:
              callers:
                bots: { client: app-7 }
              rules:
                - { id: read, allow: bots, tools: "find*", scopes: [notes:read] }
                - { id: small, allow: bots, tools: pay, when: [ { arg: /amount, lte: 10 } ] }
            """;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void writeThePolicy() throws IOException {
        file = Files.writeString(folder.resolve("footbridge.yaml"), FILE);
    }

    @Test
    void aPolicyThatCanBeUsedIsSaidToBe() throws Exception {
        assertThat(policy("check")).isEqualTo(ExitCode.OK);
        assertThat(printed()).contains("The policy can be used: 2 rules, enforced, sha256 ");
    }

    @Test
    void settingsOfAFunctionAreReadWithoutItsSecrets() throws Exception {
        Files.writeString(file, FILE + "secrets: { key_pepper: \"aws-sm:pepper\" }\n");

        assertThat(policy("check")).isEqualTo(ExitCode.OK);
        assertThat(printed())
                .contains("The policy can be used: 2 rules")
                .contains("/secrets/key_pepper/0 refers to aws-sm:pepper, which only the function reads\n");
    }

    @Test
    void everythingThatIsWrongIsNamed() throws Exception {
        Files.writeString(file, FILE.replace("allow: bots", "allow: boots").replace("lte", "less"));

        assertThat(run("policy", "check", "--settings", file.toString())).isEqualTo(3);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("/policy/rules/0/allow names callers that are not described: boots")
                .contains("/policy/rules/1/when/0");
    }

    @Test
    void anExplanationNamesTheRuleAndEndsAsTheCallWould() throws Exception {
        assertThat(policy("explain", "--tool", "pay", "--as", "client=app-7", "--args", "{\"amount\":3}"))
                .isEqualTo(ExitCode.OK);
        assertThat(printed()).contains("allowed: rule small allows it");
        assertThat(policy("explain", "--tool", "pay", "--as", "client=app-7", "--args", "{\"amount\":30}"))
                .isEqualTo(ExitCode.TOOL);
        assertThat(printed()).contains("denied: no rule allows it", "small: /when/0 does not hold");
        assertThat(policy("explain", "--tool", "findNotes", "--as", "client=app-7"))
                .isEqualTo(ExitCode.TOOL);
        assertThat(printed()).contains("scopes that are needed: notes:read");
        assertThat(policy("explain", "--tool", "findNotes", "--as", "client=app-7", "--as", "scope=notes:read"))
                .isEqualTo(ExitCode.OK);
    }

    @Test
    void whatCannotBeAskedIsSaid() {
        assertThat(run("policy")).isEqualTo(2);
        assertThat(run("policy", "explain", "--settings", file.toString())).isEqualTo(2);
        assertThat(run("policy", "explain", "--settings", file.toString(), "--tool", "x", "--as", "role=y"))
                .isEqualTo(2);
        assertThat(run("policy", "explain", "--settings", file.toString(), "--tool", "x", "--args", "[]"))
                .isEqualTo(2);
        assertThat(run(
                        "policy",
                        "check",
                        "--settings",
                        folder.resolve("none.yaml").toString()))
                .isEqualTo(3);
    }

    @Test
    void recordsAreVerifiedWithTheirKey() throws Exception {
        List<String> lines = new ArrayList<>();
        byte[] key = new byte[32];
        AuditTrail trail = new AuditTrail(
                "s1", new AuditKey(Secret.of(key)), AuditSink.ofTexts(lines::add), AuditTrail.Heads.NONE);
        Audit audit = Audit.of(trail, AuditSettings.DEFAULTS, Log.none(), InstantSource.system());
        audit.begin("1", "").end(AuditStatus.OK);
        audit.begin("2", "").end(AuditStatus.DENIED);
        Path records = Files.write(folder.resolve("audit.jsonl"), lines);
        Path keyFile = Files.writeString(folder.resolve("key"), HexFormat.of().formatHex(key));
        Files.setPosixFilePermissions(keyFile, PosixFilePermissions.fromString("rw-------"));

        assertThat(run("audit", "verify", records.toString(), "--key-file", keyFile.toString()))
                .isZero();
        assertThat(printed()).contains("whole: stream s1, 2 records");
        Files.write(records, List.of(lines.get(1)));
        assertThat(run("audit", "verify", records.toString(), "--key-file", keyFile.toString()))
                .isEqualTo(1);
        assertThat(printed()).contains("not whole: line 1: stream s1 begins with record 2");
        assertThat(run("audit", "verify", records.toString())).isEqualTo(3);
        assertThat(run("audit", "check", records.toString())).isEqualTo(2);
    }

    private ExitCode policy(String... words) throws CommandFailure {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--settings", file.toString()));
        return PolicyCommand.run(all, List.of(), io(), () -> Instant.EPOCH);
    }

    @Test
    void aToolThatIsNotThereIsNoticed() throws Exception {
        Tool refund = Tool.named("refund").describedAs("Pays.").calls((in, call) -> ToolResult.text("done"));
        CommandLine line = new CommandLine(
                new LocalMain.Always(FeatureSet.builder().tools(List.of(refund)).build()),
                Implementation.of("test", "1"),
                io());

        line.run(List.of("policy", "explain", "--settings", file.toString(), "--tool", "refudn"));
        line.run(List.of("policy", "explain", "--settings", file.toString(), "--tool", "refund"));

        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo("footbridge: there is no tool refudn; did you mean refund?\n");
    }

    private int run(String... words) {
        return new CommandLine(options -> new LocalMain.Always(FeatureSet.EMPTY), Implementation.of("test", "1"), io())
                .run(List.of(words));
    }

    private String printed() {
        String text = out.toString(StandardCharsets.UTF_8);
        out.reset();
        return text;
    }

    private Io io() {
        return TestIo.of(out, err, Map.of("HOME", folder.toString()));
    }
}
