package dev.footbridge.local.deploy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** As much of Bicep's expressions as conditions on parameters need. */
@FunctionalInterface
interface BicepExpression {

    /** As text; what is a boolean is {@code true} or {@code false}. */
    String value(Map<String, String> parameters);

    default boolean holds(Map<String, String> parameters) {
        return value(parameters).equals("true");
    }

    /** @throws IllegalArgumentException if it is more than is known here */
    static BicepExpression read(BicepTokens tokens) {
        BicepExpression left = both(tokens);
        while (tokens.take("||")) {
            BicepExpression one = left;
            BicepExpression other = both(tokens);
            left = values -> text(one.holds(values) || other.holds(values));
        }
        return left;
    }

    private static BicepExpression both(BicepTokens tokens) {
        BicepExpression left = comparison(tokens);
        while (tokens.take("&&")) {
            BicepExpression one = left;
            BicepExpression other = comparison(tokens);
            left = values -> text(one.holds(values) && other.holds(values));
        }
        return left;
    }

    private static BicepExpression comparison(BicepTokens tokens) {
        BicepExpression left = operand(tokens);
        if (tokens.take("==")) {
            BicepExpression right = operand(tokens);
            return values -> text(left.value(values).equals(right.value(values)));
        }
        if (tokens.take("!=")) {
            BicepExpression right = operand(tokens);
            return values -> text(!left.value(values).equals(right.value(values)));
        }
        if (tokens.take(">")) {
            BicepExpression right = operand(tokens);
            return values ->
                    text(new BigDecimal(left.value(values)).compareTo(new BigDecimal(right.value(values))) > 0);
        }
        return left;
    }

    private static BicepExpression operand(BicepTokens tokens) {
        if (tokens.take("!")) {
            BicepExpression inner = operand(tokens);
            return values -> text(!inner.holds(values));
        }
        if (tokens.take("(")) {
            BicepExpression inner = read(tokens);
            tokens.demand(")");
            return inner;
        }
        BicepTokens.Token token = tokens.take();
        if (token.quoted() || token.text().matches("-?\\d+|true|false")) {
            return values -> token.text();
        }
        if (tokens.take("(")) {
            return call(token.text(), arguments(tokens));
        }
        return values -> {
            String value = values.get(token.text());
            if (value == null) {
                throw new IllegalArgumentException("a condition asks for " + token.text() + ", which is no parameter");
            }
            return value;
        };
    }

    private static List<BicepExpression> arguments(BicepTokens tokens) {
        List<BicepExpression> arguments = new ArrayList<>();
        do {
            arguments.add(read(tokens));
        } while (tokens.take(","));
        tokens.demand(")");
        return arguments;
    }

    private static BicepExpression call(String function, List<BicepExpression> arguments) {
        BicepExpression first = arguments.get(0);
        if (function.equals("empty") && arguments.size() == 1) {
            return values -> text(first.value(values).isEmpty());
        }
        BicepExpression second = arguments.get(arguments.size() - 1);
        return switch (arguments.size() == 2 ? function : "") {
            case "contains" -> values -> text(first.value(values).contains(second.value(values)));
            case "startsWith" -> values -> text(first.value(values).startsWith(second.value(values)));
            case "endsWith" -> values -> text(first.value(values).endsWith(second.value(values)));
            default ->
                throw new IllegalArgumentException("a condition has a function that is not known here: " + function);
        };
    }

    private static String text(boolean value) {
        return Boolean.toString(value);
    }
}
