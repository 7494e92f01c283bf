package dev.footbridge.aws.dynamo;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Reads a condition or an update of DynamoDB, as much of them as the stores write, and refuses the rest. */
final class Expression {

    private static final Pattern TOKEN = Pattern.compile("[#:]?[A-Za-z0-9_]+|<=|>=|<>|\\S");

    private final List<String> tokens;
    private final JsonObject names;
    private final JsonObject values;
    private final JsonObject item;
    private int at;

    /** @param item what the table has; empty for nothing */
    private Expression(JsonObject request, String part, JsonObject item) {
        this.tokens = TOKEN.matcher(request.string(part).orElse(""))
                .results()
                .map(MatchResult::group)
                .toList();
        this.names = request.object("ExpressionAttributeNames").orElse(JsonObject.EMPTY);
        this.values = request.object("ExpressionAttributeValues").orElse(JsonObject.EMPTY);
        this.item = item;
    }

    static boolean holds(JsonObject request, JsonObject item) {
        Expression condition = new Expression(request, "ConditionExpression", item);
        boolean holds = condition.either();
        condition.end();
        return holds;
    }

    static JsonObject updated(JsonObject request, JsonObject item) {
        Expression update = new Expression(request, "UpdateExpression", item);
        Map<String, Json> after = new LinkedHashMap<>(item.members());
        after.putAll(request.object("Key").orElseThrow().members());
        update.expect("SET");
        do {
            String name = update.name();
            update.expect("=");
            after.put(name, update.sum());
        } while (update.skips(","));
        if (update.skips("REMOVE")) {
            do {
                after.remove(update.name());
            } while (update.skips(","));
        }
        update.end();
        JsonObject.Builder built = JsonObject.builder();
        after.forEach(built::put);
        return built.build();
    }

    private boolean either() {
        boolean holds = both();
        while (skips("OR")) {
            holds |= both();
        }
        return holds;
    }

    private boolean both() {
        boolean holds = term();
        while (skips("AND")) {
            holds &= term();
        }
        return holds;
    }

    private boolean term() {
        if (skips("(")) {
            boolean holds = either();
            expect(")");
            return holds;
        }
        if (skips("attribute_not_exists")) {
            expect("(");
            boolean holds = !item.has(name());
            expect(")");
            return holds;
        }
        return comparison();
    }

    private boolean comparison() {
        Optional<JsonObject> left = operand();
        String how = next();
        Optional<JsonObject> right = operand();
        if (how.equals("BETWEEN")) {
            expect("AND");
            Optional<JsonObject> top = operand();
            return compare(right, "<=", left) && compare(left, "<=", top);
        }
        return compare(left, how, right);
    }

    /** What is missing or of another type compares with nothing. */
    private static boolean compare(Optional<JsonObject> left, String how, Optional<JsonObject> right) {
        if (left.isEmpty() || right.isEmpty()) {
            return false;
        }
        if (how.equals("=") || how.equals("<>")) {
            return how.equals("=") == left.equals(right);
        }
        if (!left.get().has("N") || !right.get().has("N")) {
            return false;
        }
        int order = number(left.get()).compareTo(number(right.get()));
        return switch (how) {
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> throw new IllegalArgumentException("a comparison that is new here: " + how);
        };
    }

    private JsonObject sum() {
        JsonObject first = operand().orElseThrow();
        boolean less = skips("-");
        if (!less && !skips("+")) {
            return first;
        }
        BigDecimal second = number(operand().orElseThrow());
        BigDecimal sum = number(first).add(less ? second.negate() : second);
        return JsonObject.of("N", sum.toPlainString());
    }

    private Optional<JsonObject> operand() {
        if (skips("if_not_exists")) {
            expect("(");
            Optional<JsonObject> kept = item.object(name());
            expect(",");
            Optional<JsonObject> otherwise = operand();
            expect(")");
            return kept.or(() -> otherwise);
        }
        if (tokens.get(at).startsWith(":")) {
            return Optional.of(values.object(next()).orElseThrow());
        }
        return item.object(name());
    }

    private String name() {
        String token = next();
        return token.startsWith("#") ? names.string(token).orElseThrow() : token;
    }

    private static BigDecimal number(JsonObject value) {
        return new BigDecimal(value.string("N").orElseThrow());
    }

    private String next() {
        return tokens.get(at++);
    }

    private boolean skips(String token) {
        boolean there = at < tokens.size() && tokens.get(at).equals(token);
        at += there ? 1 : 0;
        return there;
    }

    private void expect(String token) {
        if (!skips(token)) {
            throw new IllegalArgumentException("no " + token + " at " + at + " of " + tokens);
        }
    }

    private void end() {
        if (at < tokens.size()) {
            throw new IllegalArgumentException("an expression that is new here: " + tokens);
        }
    }
}
