package dev.footbridge.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.audit.Audit;
import dev.footbridge.audit.AuditKey;
import dev.footbridge.audit.AuditSettings;
import dev.footbridge.audit.AuditStatus;
import dev.footbridge.audit.AuditTrail;
import dev.footbridge.audit.FileAuditSink;
import dev.footbridge.feature.FeatureSet;
import dev.footbridge.log.Log;
import dev.footbridge.protocol.Implementation;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a store says of itself is written for operators, and they are who types commands. */
final class SilentStoreTest {

    private static final String PLACE = "silent:of-ours";
    private static final String REASON = "the table of-ours is not in this region";

    @TempDir
    Path home;

    @Test
    void usageSaysWhy() {
        assertThat(failure("usage", "--state", PLACE)).isEqualTo("footbridge: " + PLACE + ": " + REASON);
    }

    @Test
    void keysSayWhy() {
        assertThat(failure("keys", "list", "--state", PLACE))
                .isEqualTo("footbridge: the store of the keys does not answer: " + REASON);
    }

    @Test
    void auditSaysWhy() throws Exception {
        Path file = home.resolve("audit.jsonl");
        Path keyFile = home.resolve("keys/audit-key");
        AuditKey key = AuditKeyFile.openOrMake(keyFile);
        try (FileAuditSink sink = FileAuditSink.open(file)) {
            AuditTrail trail = new AuditTrail("one", key, sink, AuditTrail.Heads.NONE);
            Audit.of(trail, AuditSettings.DEFAULTS, Log.none(), InstantSource.system())
                    .begin("r1", "")
                    .end(AuditStatus.OK);
        }

        assertThat(failure("audit", "verify", file.toString(), "--state", PLACE, "--key-file", keyFile.toString()))
                .isEqualTo("footbridge: --state: " + REASON);
    }

    /** What a command says that cannot start. */
    private String failure(String... words) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Io io = TestIo.of(
                OutputStream.nullOutputStream(),
                err,
                Map.of("HOME", home.toString()),
                (scheme, place, env) -> Optional.of(new SilentStore(place)));
        int code = new CommandLine(
                        options -> new LocalMain.Always(FeatureSet.EMPTY), Implementation.of("test", "1"), io)
                .run(List.of(words));
        assertThat(code).isEqualTo(ExitCode.START.number());
        return err.toString(StandardCharsets.UTF_8).replaceAll("\\s+", " ").strip();
    }
}
