package dev.footbridge.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.call.Caller;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonReader;
import dev.footbridge.log.Log;
import dev.footbridge.secret.Secret;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class AuditTest {

    private static final AuditKey KEY = new AuditKey(Secret.ofText("k".repeat(32)));

    private final List<String> lines = new ArrayList<>();
    private final AuditTrail trail = new AuditTrail("i1", KEY, AuditSink.ofTexts(lines::add), AuditTrail.Heads.NONE);

    @Test
    void manyCallersAreToldApartHoweverOftenTheyCall() {
        Audit audit = Audit.of(
                trail,
                new AuditSettings(AuditSettings.Detail.DIGEST, true, List.of()),
                Log.none(),
                InstantSource.system());
        List<Caller> callers = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            callers.add(new Caller("acme", "https://id", "caller \u00fc " + i, Set.of()));
        }
        for (int again = 0; again < 2; again++) {
            callers.forEach(caller -> record(audit, caller));
        }

        assertThat(lines).hasSize(4_000);
        for (int i = 0; i < lines.size(); i++) {
            assertThat(caller(lines.get(i)).string("subject")).contains("caller \u00fc " + i % 2_000);
        }
        AuditVerifier verifier = new AuditVerifier(KEY);
        assertThat(lines).allMatch(line -> verifier.problem(line).isEmpty());
    }

    @Test
    void aSubjectIsADigestUnlessItIsAskedFor() {
        Audit audit = Audit.of(trail, AuditSettings.DEFAULTS, Log.none(), InstantSource.system());
        Caller ann = new Caller("acme", "https://id", "ann", Set.of());
        record(audit, ann);
        record(audit, new Caller("acme", "https://id", "ann", Set.of()));
        record(audit, ann);

        assertThat(lines.stream().map(line -> caller(line).string("subject").orElse("")))
                .allMatch(subject -> subject.matches("hmac:[0-9a-f]{32}"))
                .containsOnly("hmac:" + KEY.nameOf(ann.key()));
    }

    private static void record(Audit audit, Caller caller) {
        AuditEntry entry = audit.begin("r", "");
        entry.caller(caller);
        entry.end(AuditStatus.OK);
    }

    private static JsonObject caller(String line) {
        return JsonReader.readObject(line).orElseThrow().object("caller").orElseThrow();
    }
}
