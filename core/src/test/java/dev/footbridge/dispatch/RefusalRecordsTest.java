package dev.footbridge.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.audit.Audit;
import dev.footbridge.audit.AuditKey;
import dev.footbridge.audit.AuditSettings;
import dev.footbridge.audit.AuditSink;
import dev.footbridge.audit.AuditTrail;
import dev.footbridge.http.Arrival;
import dev.footbridge.http.HttpResponse;
import dev.footbridge.log.Log;
import dev.footbridge.protocol.ErrorCode;
import dev.footbridge.protocol.RpcError;
import dev.footbridge.secret.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RefusalRecordsTest {

    private final List<String> records = new ArrayList<>();
    private final List<String> logged = new ArrayList<>();
    private Instant now = Instant.parse("2026-07-28T12:00:00Z");
    private final RefusalRecords refusals = refusals();

    private RefusalRecords refusals() {
        Log log = (level, requestId, message, cause) -> logged.add(message);
        AuditTrail trail = new AuditTrail(
                "s",
                new AuditKey(Secret.ofText("k".repeat(32))),
                AuditSink.ofTexts(records::add),
                AuditTrail.Heads.NONE);
        return new RefusalRecords(Audit.of(trail, AuditSettings.DEFAULTS, log, () -> now), log, () -> now);
    }

    private void refuse(int status, String sentence) {
        HttpResponse response = Answer.error(null, RpcError.of(ErrorCode.INVALID_REQUEST, sentence), status)
                .toHttp();
        refusals.add(Arrival.unknown("r1"), response, true);
    }

    @Test
    void aRefusalIsRecordedAndToldWithItsReason() {
        refuse(401, "The token was revoked.");

        assertThat(records)
                .singleElement()
                .asString()
                .contains("\"status\":\"unauthenticated\"", "\"reason\":\"The token was revoked.\"");
        assertThat(logged).containsExactly("refused with 401: The token was revoked.");
    }

    @Test
    void aFloodIsCountedAndLeavesRoomForOtherReasonsInTheLog() {
        for (int i = 0; i < RefusalRecords.A_MINUTE + 150; i++) {
            refuse(401, "An API key is required.");
        }
        refuse(401, "The API key is not valid.");
        assertThat(records).hasSize(RefusalRecords.A_MINUTE);
        assertThat(logged)
                .containsExactly(
                        "refused with 401: An API key is required.", "refused with 401: The API key is not valid.");

        now = now.plus(Duration.ofMinutes(1));
        refuse(401, "An API key is required.");

        assertThat(records).hasSize(RefusalRecords.A_MINUTE + 1);
        assertThat(records.get(RefusalRecords.A_MINUTE)).contains("\"unrecorded\":151");
        assertThat(logged.subList(2, logged.size()))
                .containsExactly(
                        (RefusalRecords.A_MINUTE + 149) + " more like it: refused with 401: An API key is required.",
                        "refused with 401: An API key is required.");
    }

    @Test
    void reasonsThatClientsMakeUpDoNotFillTheLog() {
        for (int i = 0; i < 100; i++) {
            refuse(403, "no " + "x".repeat(1000) + i);
        }
        for (int i = 0; i < 100; i++) {
            refuse(403, "no " + i);
        }

        assertThat(logged).hasSizeLessThan(25).allMatch(line -> line.length() < 250);
    }
}
