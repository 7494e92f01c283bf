package dev.footbridge.processor.read;

import dev.footbridge.argument.TextFormat;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonNumber;
import dev.footbridge.json.JsonWriter;
import dev.footbridge.processor.model.FormattedType;
import dev.footbridge.processor.model.Member.Fallback;
import dev.footbridge.processor.model.NumberRules;
import dev.footbridge.processor.model.Shape;
import dev.footbridge.processor.model.TextRules;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.Optional;
import java.util.stream.Collectors;

/** Turns the text of {@code @Default} and {@code @Example} into a value, as JSON and as a Java expression. */
final class Fallbacks {

    private Fallbacks() {}

    /** Empty if the text is no value of the shape, or breaks its rules. */
    static Optional<Fallback> of(String text, Shape shape) {
        if (shape instanceof Shape.Text plain) {
            return fits(text, plain.rules()) ? Optional.of(new Fallback(json(text), literal(text))) : Optional.empty();
        }
        if (shape instanceof Shape.Flag) {
            return text.equals("true") || text.equals("false")
                    ? Optional.of(new Fallback(text, text))
                    : Optional.empty();
        }
        if (shape instanceof Shape.Whole whole) {
            return whole(text, whole);
        }
        if (shape instanceof Shape.Choice choice) {
            return choice.constants().stream()
                    .filter(constant -> constant.wireName().equals(text))
                    .map(constant -> new Fallback(json(text), choice.javaType() + "." + constant.javaName()))
                    .findFirst();
        }
        if (shape instanceof Shape.Formatted formatted) {
            return formatted(text, formatted.type());
        }
        return number(text, shape);
    }

    /** What would have been a value, for the author. */
    static String expected(Shape shape) {
        if (shape instanceof Shape.Text text) {
            return text.rules().allowed().isEmpty()
                    ? "text that this argument accepts"
                    : "value of " + String.join(", ", text.rules().allowed());
        }
        if (shape instanceof Shape.Whole whole) {
            return "whole number from " + whole.least() + " to " + whole.greatest();
        }
        if (shape instanceof Shape.Choice choice) {
            return "constant of " + choice.javaType() + ": "
                    + choice.constants().stream()
                            .map(Shape.Choice.Constant::wireName)
                            .collect(Collectors.joining(", "));
        }
        if (shape instanceof Shape.Flag) {
            return "true or false";
        }
        if (shape instanceof Shape.Formatted formatted) {
            return formatted.type().javaType();
        }
        return shape instanceof Shape.Real || shape instanceof Shape.BigWhole
                ? "number that this argument accepts"
                : "value that can be written in an annotation; use Optional and decide in the method";
    }

    private static boolean fits(String text, TextRules rules) {
        int length = text.codePointCount(0, text.length());
        return length >= rules.least()
                && length <= rules.most()
                && (rules.allowed().isEmpty() || rules.allowed().contains(text))
                && (rules.format().isEmpty()
                        || TextFormat.valueOf(rules.format()).fits(text))
                && (rules.pattern().isEmpty()
                        || PatternDialect.problem(rules.pattern()).isPresent()
                        || com.google.re2j.Pattern.matches(rules.pattern(), text));
    }

    private static Optional<Fallback> whole(String text, Shape.Whole shape) {
        try {
            long value = Long.parseLong(text);
            boolean fits = value >= shape.least()
                    && value <= shape.greatest()
                    && (shape.multipleOf().isEmpty()
                            || value % shape.multipleOf().getAsLong() == 0);
            boolean isLong = shape.javaType().toLowerCase(java.util.Locale.ROOT).endsWith("long");
            String java = value == Long.MIN_VALUE ? "java.lang.Long.MIN_VALUE" : isLong ? value + "L" : "" + value;
            return fits ? Optional.of(new Fallback(Long.toString(value), java)) : Optional.empty();
        } catch (NumberFormatException notOne) {
            return Optional.empty();
        }
    }

    private static Optional<Fallback> number(String text, Shape shape) {
        try {
            BigDecimal value = new JsonNumber(text).decimal();
            if (shape instanceof Shape.BigWhole big) {
                boolean fits = new JsonNumber(text).isInteger() && fits(value, big.rules());
                return fits
                        ? Optional.of(
                                new Fallback(text, literal(value.toBigInteger().toString())))
                        : Optional.empty();
            }
            if (shape instanceof Shape.Real real && fits(value, real.rules())) {
                boolean isExact = real.javaType().endsWith("BigDecimal");
                return Optional.of(new Fallback(text, isExact ? literal(text) : Double.toString(value.doubleValue())));
            }
            return Optional.empty();
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    private static boolean fits(BigDecimal value, NumberRules rules) {
        double number = value.doubleValue();
        return (rules.min().isEmpty() || number >= rules.min().getAsDouble())
                && (rules.max().isEmpty() || number <= rules.max().getAsDouble())
                && (rules.exclusiveMin().isEmpty()
                        || number > rules.exclusiveMin().getAsDouble())
                && (rules.exclusiveMax().isEmpty()
                        || number < rules.exclusiveMax().getAsDouble())
                && (rules.multipleOf().isEmpty()
                        || value.remainder(new BigDecimal(rules.multipleOf())).signum() == 0);
    }

    /** The value is read here by what will read it at run time. */
    private static Optional<Fallback> formatted(String text, FormattedType type) {
        try {
            FormattedTexts.verify(text, type);
            String factory = switch (type) {
                case UUID -> "fromString";
                case URI -> "create";
                case ZONE -> "of";
                default -> "parse";
            };
            return Optional.of(new Fallback(json(text), type.javaType() + "." + factory + "(" + literal(text) + ")"));
        } catch (DateTimeException | IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    private static String json(String text) {
        return JsonWriter.text(Json.of(text));
    }

    /** A Java string literal: JSON's escapes are Java's too, but for the characters that JSON leaves as they are. */
    static String literal(String text) {
        return json(text);
    }
}
