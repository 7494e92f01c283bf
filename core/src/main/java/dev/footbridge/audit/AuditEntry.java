package dev.footbridge.audit;

import dev.footbridge.call.Caller;
import dev.footbridge.json.Canonical;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;
import dev.footbridge.log.Timestamps;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The one record of one request. Facts are added as they become known; the first {@link #end} writes it, and later ones
 * do nothing, because a call that was given up may still come to an end of its own. Thread-safe.
 *
 * <p>Names are those of OpenTelemetry's conventions for MCP and generative AI where it has one.
 */
public final class AuditEntry {

    /** Records nothing. */
    public static final AuditEntry NONE = new AuditEntry();

    private static final int USUAL_FACTS = 24;

    private final Audit audit;
    private final @Nullable AuditTrail trail;
    private final String requestId;
    private final Instant begun;
    private final JsonObject.Builder facts = JsonObject.builder(USUAL_FACTS);
    private boolean ended;

    private AuditEntry() {
        this.audit = Audit.NONE;
        this.trail = null;
        this.requestId = "";
        this.begun = Instant.EPOCH;
    }

    AuditEntry(Audit audit, AuditTrail trail, String requestId, String address) {
        this.audit = audit;
        this.trail = trail;
        this.requestId = requestId;
        this.begun = audit.clock().instant();
        facts.put("ts", Timestamps.of(begun)).put("request.id", requestId);
        facts.putIfPresent("client.address", address.isEmpty() ? null : address);
    }

    /** Who calls. */
    public void caller(Caller caller) {
        if (trail != null) {
            put("caller", audit.facts(caller, trail.key()));
        }
    }

    /**
     * What is called.
     *
     * @param target the name of the convention, such as {@code gen_ai.tool.name}; empty where nothing is named
     */
    public void call(String method, String revision, String target, String name) {
        if (trail == null) {
            return;
        }
        put("mcp.method.name", Json.of(Redactor.plain(method)));
        put("mcp.protocol.version", Json.of(revision));
        if (!target.isEmpty()) {
            put(target, Json.of(Redactor.plain(name)));
        }
    }

    public void arguments(JsonObject arguments) {
        if (trail == null) {
            return;
        }
        String text = Canonical.text(arguments);
        JsonObject.Builder kept =
                JsonObject.builder().put("hmac", trail.key().nameOf(text)).put("length", text.length());
        if (audit.settings().arguments() == AuditSettings.Detail.REDACTED) {
            kept.put("redacted", Redactor.redacted(arguments));
        }
        put("arguments", kept.build());
    }

    /** What the policy said, and which one it was. */
    public void decision(boolean allowed, String rule, String policy, boolean enforced) {
        if (trail == null) {
            return;
        }
        put(
                "policy",
                JsonObject.builder()
                        .put("decision", allowed ? "allow" : "deny")
                        .put("rule", rule)
                        .put("sha256", policy)
                        .put("mode", enforced ? "enforce" : "log_only")
                        .build());
    }

    /**
     * Keeps that a tool is about to run, if the settings or the tool ask for that.
     *
     * @param asked whether the tool asks for it
     * @throws AuditException if it cannot be kept, also because nothing is recorded here: then the tool must not run
     */
    public void intend(String tool, boolean asked) {
        if (!asked && !audit.settings().isRecordedFirst(tool)) {
            return;
        }
        if (trail == null) {
            throw new AuditException(
                    "tool " + tool + " is recorded before it runs, and this server records nothing", null);
        }
        trail.write(intention());
    }

    private synchronized JsonObject intention() {
        return facts.build().with("status", Json.of(AuditStatus.INTENT.wireName()));
    }

    /** Another fact, such as what a limit left. */
    public void fact(String name, Json value) {
        if (trail != null) {
            put(name, value);
        }
    }

    private synchronized void put(String name, Json value) {
        facts.put(name, value);
    }

    /** Writes the record, unless it is written. */
    public void end(AuditStatus status) {
        JsonObject record = trail == null ? null : finished(status);
        if (trail == null || record == null) {
            return;
        }
        try {
            trail.write(record);
        } catch (AuditException lost) {
            audit.log().error(requestId, "the record of a request was lost", lost);
        }
    }

    /** Null if it is written already. Put together under the lock: a tool that was given up may still tell facts. */
    private synchronized @Nullable JsonObject finished(AuditStatus status) {
        if (ended) {
            return null;
        }
        ended = true;
        long duration = Duration.between(begun, audit.clock().instant()).toMillis();
        return facts.put("status", status.wireName())
                .put("duration_ms", duration)
                .build();
    }
}
