package dev.footbridge.policy;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonBoolean;
import dev.footbridge.json.JsonNull;
import dev.footbridge.json.JsonNumber;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonString;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Compares one argument of a call.
 *
 * @param path where it is: the reference tokens of a JSON Pointer (RFC 6901)
 * @param operands one, or for {@link Operator#IN} any number
 */
record ArgumentCondition(List<String> path, Operator operator, List<Json> operands) implements Condition {

    /** How an argument is compared. */
    enum Operator {
        EQ,
        NE,
        IN,
        LT,
        LTE,
        GT,
        GTE,
        PREFIX,
        EXISTS
    }

    @Override
    public Truth holds(Access access) {
        if (access.arguments().isEmpty()) {
            return Truth.UNKNOWN;
        }
        Json value = find(access.arguments().get());
        if (operator == Operator.EXISTS) {
            return Truth.of((value != null) == (operands.get(0) == JsonBoolean.TRUE));
        }
        return value == null || value == JsonNull.NULL ? Truth.UNKNOWN : compared(value);
    }

    private Truth compared(Json value) {
        return switch (operator) {
            case EQ -> equal(value, operands.get(0));
            case NE -> negated(equal(value, operands.get(0)));
            case IN -> in(value);
            case PREFIX ->
                value instanceof JsonString text && operands.get(0) instanceof JsonString start
                        ? Truth.of(text.value().startsWith(start.value()))
                        : Truth.UNKNOWN;
            default -> ordered(value);
        };
    }

    private Truth in(Json value) {
        Truth found = Truth.FALSE;
        for (Json operand : operands) {
            Truth same = equal(value, operand);
            if (same == Truth.TRUE) {
                return Truth.TRUE;
            }
            found = same == Truth.UNKNOWN ? Truth.UNKNOWN : found;
        }
        return found;
    }

    private Truth ordered(Json value) {
        if (!(value instanceof JsonNumber number) || !(operands.get(0) instanceof JsonNumber bound)) {
            return Truth.UNKNOWN;
        }
        int order = number.decimal().compareTo(bound.decimal());
        return Truth.of(
                switch (operator) {
                    case LT -> order < 0;
                    case LTE -> order <= 0;
                    case GT -> order > 0;
                    default -> order >= 0;
                });
    }

    /** Values of two types cannot be compared: {@code "1"} is neither 1 nor something else. */
    private static Truth equal(Json value, Json operand) {
        if (value.getClass() != operand.getClass()) {
            return Truth.UNKNOWN;
        }
        return value instanceof JsonNumber one && operand instanceof JsonNumber other
                ? Truth.of(one.decimal().compareTo(other.decimal()) == 0)
                : Truth.of(value.equals(operand));
    }

    private static Truth negated(Truth truth) {
        return truth == Truth.UNKNOWN ? truth : Truth.of(truth == Truth.FALSE);
    }

    private @Nullable Json find(JsonObject arguments) {
        Json at = arguments;
        for (String token : path) {
            at = child(at, token);
            if (at == null) {
                return null;
            }
        }
        return at;
    }

    private static @Nullable Json child(Json at, String token) {
        if (at instanceof JsonObject object) {
            return object.get(token);
        }
        if (at instanceof JsonArray array && token.matches("0|[1-9]\\d{0,8}")) {
            int place = Integer.parseInt(token);
            return place < array.items().size() ? array.items().get(place) : null;
        }
        return null;
    }
}
