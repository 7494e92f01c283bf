package dev.footbridge.policy;

import dev.footbridge.http.Network;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonBoolean;
import dev.footbridge.json.JsonNumber;
import dev.footbridge.json.JsonString;
import dev.footbridge.json.StrictObject;
import dev.footbridge.policy.ArgumentCondition.Operator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Reads the conditions of a rule. */
final class ConditionReader {

    private static final int HOURS = 24;

    private ConditionReader() {}

    static List<Condition> read(StrictObject rule) {
        List<Condition> conditions = new ArrayList<>();
        for (StrictObject entry : rule.entries("when")) {
            Condition condition = condition(entry);
            if (condition != null) {
                conditions.add(condition);
            }
            entry.end();
            entry.expect(condition != null, "must have one of: eq, ne, in, lt, lte, gt, gte, prefix, exists");
        }
        return conditions;
    }

    private static @Nullable Condition condition(StrictObject entry) {
        if (entry.has("arg")) {
            return argument(entry);
        }
        if (entry.has("address")) {
            return new AddressCondition(
                    entry.each("address", "must be ranges of IP addresses such as 10.0.0.0/8", Network::parse));
        }
        if (entry.has("hours")) {
            return hours(entry);
        }
        entry.problem("", "must be about arg, address or hours");
        entry.names().forEach(entry::any); // of no condition nothing is known
        return null;
    }

    private static @Nullable Condition argument(StrictObject entry) {
        String pointer = entry.text("arg").orElse("");
        boolean points = pointer.startsWith("/");
        if (!points) {
            entry.problem("arg", "must be a JSON Pointer such as /amount");
        }
        List<Operator> operators = Arrays.stream(Operator.values())
                .filter(operator -> entry.has(name(operator)))
                .toList();
        operators.forEach(operator -> entry.any(name(operator))); // each is known, whatever is wrong
        if (operators.size() != 1) {
            return null;
        }
        Operator operator = operators.get(0);
        List<Json> operands = operands(entry, operator);
        return operands.isEmpty() || !points ? null : new ArgumentCondition(tokens(pointer), operator, operands);
    }

    private static List<Json> operands(StrictObject entry, Operator operator) {
        Json operand = entry.any(name(operator));
        boolean fits = switch (operator) {
            case IN ->
                operand instanceof JsonArray array
                        && !array.items().isEmpty()
                        && array.items().stream().allMatch(ConditionReader::isPlain);
            case EXISTS -> operand instanceof JsonBoolean;
            case PREFIX -> operand instanceof JsonString;
            case EQ, NE -> operand != null && isPlain(operand);
            default -> operand instanceof JsonNumber;
        };
        if (!fits || operand == null) {
            entry.problem(name(operator), "has an operand that cannot be compared so");
            return List.of();
        }
        return operand instanceof JsonArray array ? array.items() : List.of(operand);
    }

    private static boolean isPlain(Json value) {
        return value instanceof JsonString || value instanceof JsonNumber || value instanceof JsonBoolean;
    }

    private static @Nullable Condition hours(StrictObject entry) {
        List<Integer> bounds = new ArrayList<>();
        if (entry.any("hours") instanceof JsonArray array) {
            for (Json item : array.items()) {
                OptionalLong hour = item instanceof JsonNumber number ? number.longValue() : OptionalLong.empty();
                if (hour.isPresent() && hour.getAsLong() >= 0 && hour.getAsLong() < HOURS) {
                    bounds.add((int) hour.getAsLong());
                }
            }
        }
        if (bounds.size() != 2) {
            entry.problem("hours", "must be two hours of the day in UTC, each from 0 to 23, such as [8, 18]");
            return null;
        }
        return new HourCondition(bounds.get(0), bounds.get(1));
    }

    private static List<String> tokens(String pointer) {
        return Arrays.stream(pointer.substring(1).split("/", -1))
                .map(token -> token.replace("~1", "/").replace("~0", "~"))
                .toList();
    }

    private static String name(Operator operator) {
        return operator.name().toLowerCase(Locale.ROOT);
    }
}
