package dev.footbridge.verification.attack;

import dev.footbridge.audit.AuditStatus;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonNumber;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonString;
import dev.footbridge.testkit.JsonText;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What a record may hold, member by member: nothing that is not named here, and all that whoever reads it counts on.
 */
final class RecordShape {

    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

    /** What stands in every record, whatever it is about. */
    private static final Map<String, Predicate<Json>> ALWAYS = Map.of(
            "stream", RecordShape::isText,
            "seq", RecordShape::isCount,
            "ts", RecordShape::isTime,
            "request.id", RecordShape::isText,
            "status", RecordShape::isStatus,
            "duration_ms", RecordShape::isCount,
            "chain", of(Map.of("prev", RecordShape::isDigest, "mac", RecordShape::isDigest), Set.of()));

    /** What stands in the record of a request that was read and whose caller is known. */
    private static final Map<String, Predicate<Json>> CALLED = Map.of(
            "caller",
            of(
                    Map.of(
                            "tenant", RecordShape::isText,
                            "issuer", RecordShape::isText,
                            "subject", json -> isText(json) && text(json).startsWith("hmac:"),
                            "client", RecordShape::isText,
                            "method", RecordShape::isText,
                            "credential", RecordShape::isText,
                            "bound", RecordShape::isFlag),
                    Set.of()),
            "mcp.method.name",
            RecordShape::isText,
            "mcp.protocol.version",
            RecordShape::isText);

    /** What stands in the record of a call that came as far as the policy. */
    private static final Map<String, Predicate<Json>> DECIDED = Map.of(
            "arguments",
            of(
                    Map.of(
                            "hmac",
                            RecordShape::isText,
                            "length",
                            RecordShape::isCount,
                            "redacted",
                            JsonObject.class::isInstance),
                    Set.of()),
            "policy",
            of(
                    Map.of(
                            "decision",
                            json -> Set.of("allow", "deny").contains(text(json)),
                            "rule",
                            RecordShape::isText,
                            "sha256",
                            RecordShape::isDigest,
                            "mode",
                            json -> Set.of("enforce", "log_only").contains(text(json))),
                    Set.of()));

    private static final Map<String, Predicate<Json>> SOMETIMES = Map.of(
            "lost", RecordShape::isCount,
            "reason", RecordShape::isText,
            "unrecorded", RecordShape::isCount,
            "client.address", RecordShape::isText,
            "gen_ai.tool.name", RecordShape::isText,
            "gen_ai.prompt.name", RecordShape::isText,
            "mcp.resource.uri", RecordShape::isText,
            "trace_id", json -> text(json).matches("[0-9a-f]{32}"),
            "tool", of(Map.of("sha256", RecordShape::isDigest), Set.of()),
            "limit",
                    of(
                            Map.of(
                                    "id", RecordShape::isText,
                                    "remaining", RecordShape::isCount,
                                    "degraded", RecordShape::isFlag),
                            Set.of("remaining", "degraded")));

    private RecordShape() {}

    /** What is wrong with a record; empty if nothing. */
    static List<String> problems(String line) {
        JsonObject record = JsonText.object(line);
        List<String> problems = new ArrayList<>();
        Set<String> left = new TreeSet<>(record.members().keySet());
        part(record, ALWAYS, true, left, problems);
        part(record, CALLED, record.has("caller") || record.has("mcp.method.name"), left, problems);
        part(record, DECIDED, record.has("policy") || record.has("arguments"), left, problems);
        part(record, SOMETIMES, false, left, problems);
        if (record.has("policy") && record.has("gen_ai.tool.name") && !record.has("tool")) {
            problems.add("which tool it was then is missing");
        }
        left.forEach(name -> problems.add(name + " is not known"));
        return problems;
    }

    private static void part(
            JsonObject record,
            Map<String, Predicate<Json>> members,
            boolean needed,
            Set<String> left,
            List<String> problems) {
        members.forEach((name, fits) -> {
            Json value = record.get(name);
            left.remove(name);
            if (value == null ? needed : !fits.test(value)) {
                problems.add(name + (value == null ? " is missing" : " is " + value));
            }
        });
    }

    private static Predicate<Json> of(Map<String, Predicate<Json>> members, Set<String> optional) {
        return json -> json instanceof JsonObject object
                && members.keySet().containsAll(object.members().keySet())
                && members.entrySet().stream().allMatch(member -> {
                    Json value = object.get(member.getKey());
                    return value == null
                            ? optional.contains(member.getKey())
                            : member.getValue().test(value);
                });
    }

    private static String text(Json json) {
        return json instanceof JsonString text ? text.value() : "";
    }

    private static boolean isText(Json json) {
        return json instanceof JsonString;
    }

    private static boolean isFlag(Json json) {
        return json.equals(Json.of(true)) || json.equals(Json.of(false));
    }

    private static boolean isCount(Json json) {
        return json instanceof JsonNumber number && number.longValue().orElse(-1) >= 0;
    }

    private static boolean isDigest(Json json) {
        return HEX.matcher(text(json)).matches();
    }

    private static boolean isStatus(Json json) {
        return Arrays.stream(AuditStatus.values())
                .anyMatch(status -> status.wireName().equals(text(json)));
    }

    private static boolean isTime(Json json) {
        try {
            return Instant.parse(text(json)).isAfter(Instant.EPOCH);
        } catch (DateTimeParseException none) {
            return false;
        }
    }
}
