package dev.footbridge.dispatch;

import dev.footbridge.audit.Audit;
import dev.footbridge.audit.AuditEntry;
import dev.footbridge.audit.AuditStatus;
import dev.footbridge.http.Arrival;
import dev.footbridge.http.Bytes;
import dev.footbridge.http.HttpResponse;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonReader;
import dev.footbridge.log.Log;
import dev.footbridge.log.SparingLog;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Records what was refused before it could be called anything, and tells the log why. Anybody can send such requests,
 * so no more than 10,000 a minute have a record each, and each reason a line a minute; the others are counted.
 * Thread-safe.
 */
final class RefusalRecords {

    static final int A_MINUTE = 10_000;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int LONGEST = 200;

    private final Audit audit;
    private final SparingLog log;
    private final InstantSource clock;
    private Instant end = Instant.MIN;
    private int recorded;
    private long unrecorded;

    RefusalRecords(Audit audit, Log log, InstantSource clock) {
        this.audit = audit;
        this.log = new SparingLog(log, clock, MINUTE);
        this.clock = clock;
    }

    /** @param tell whether the log has no line of it yet that says more */
    void add(Arrival arrival, HttpResponse response, boolean tell) {
        String reason = reason(response);
        long before = place();
        if (before >= 0) {
            record(arrival, response.status(), reason, before);
        }
        if (tell) {
            log.warn(arrival.requestId(), "refused with " + response.status() + ": " + reason);
        }
    }

    private void record(Arrival arrival, int status, String reason, long before) {
        AuditEntry entry =
                audit.begin(arrival.requestId(), arrival.remoteAddress().orElse(""));
        if (!reason.isEmpty()) {
            entry.fact("reason", Json.of(reason));
        }
        if (before > 0) {
            entry.fact("unrecorded", Json.of(before));
        }
        entry.end(statusOf(status));
    }

    /** How many were not recorded since the last that was; less than 0 if this one is not either. */
    private synchronized long place() {
        Instant now = clock.instant();
        if (!now.isBefore(end)) {
            end = now.plus(MINUTE);
            recorded = 0;
        }
        if (recorded == A_MINUTE) {
            unrecorded++;
            return -1;
        }
        recorded++;
        long before = unrecorded;
        unrecorded = 0;
        return before;
    }

    /** The sentence for the client, which says why without saying what was sent. */
    private static String reason(HttpResponse response) {
        if (!(response.body() instanceof Bytes body)) {
            return "";
        }
        String sentence = JsonReader.readObject(body.asUtf8())
                .flatMap(message -> message.object("error"))
                .flatMap(error -> error.string("message"))
                .orElse("");
        return sentence.length() > LONGEST ? sentence.substring(0, LONGEST) + "…" : sentence;
    }

    /** How a refusal is recorded of which no more is known than its status in HTTP. */
    private static AuditStatus statusOf(int http) {
        return switch (http) {
            case 401 -> AuditStatus.UNAUTHENTICATED;
            case 429 -> AuditStatus.RATE_LIMITED;
            case 503 -> AuditStatus.UNAVAILABLE;
            default -> AuditStatus.PROTOCOL_ERROR;
        };
    }
}
