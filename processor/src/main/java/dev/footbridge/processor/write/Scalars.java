package dev.footbridge.processor.write;

import dev.footbridge.processor.model.NumberRules;
import dev.footbridge.processor.model.Shape;
import dev.footbridge.processor.model.TextRules;
import java.util.Map;
import java.util.OptionalDouble;

/** Reads texts, numbers and flags: what a slot reads by one chain of calls, with a fallback if need be. */
final class Scalars {

    private static final Map<String, String> WHOLE_BOXES =
            Map.of("byte", "getByte", "short", "getShort", "int", "getInt", "long", "get");

    private final Nest nest;

    Scalars(Nest nest) {
        this.nest = nest;
    }

    static boolean reads(Shape shape) {
        return shape instanceof Shape.Text
                || shape instanceof Shape.Whole
                || shape instanceof Shape.BigWhole
                || shape instanceof Shape.Real
                || shape instanceof Shape.Flag;
    }

    /** The value, null where there is none. */
    String orNull(Shape shape, String slot, String member) {
        if (shape instanceof Shape.Flag) {
            return slot + step("flag");
        }
        return checked(shape, slot, member) + step(boxGetter(shape));
    }

    /** The value; where there is none a stand-in that nobody will see. */
    String required(Shape shape, String slot, String member) {
        return switch (shape.javaType()) {
            case "boolean" -> slot + step("flag", "false");
            case "byte", "short", "int", "float" ->
                '(' + shape.javaType() + ") " + checked(shape, slot, member) + step("value");
            case "long", "double" -> checked(shape, slot, member) + step("value");
            default -> orNull(shape, slot, member);
        };
    }

    String orElse(Shape shape, String slot, String member, String fallback) {
        if (shape instanceof Shape.Flag) {
            return slot + step("flag", fallback);
        }
        String method = shape instanceof Shape.BigWhole ? "wholeOrElse" : "orElse";
        String type = primitive(shape);
        boolean narrow = WHOLE_BOXES.containsKey(type) && !type.equals("long");
        String cast = narrow || type.equals("float") ? '(' + type + ") " : "";
        return cast + checked(shape, slot, member) + step(method, fallback);
    }

    /** {@code OptionalInt} and its like. */
    String optional(Shape shape, String slot, String member) {
        return checked(shape, slot, member) + step(primitive(shape).equals("int") ? "optionalInt" : "optional");
    }

    private String checked(Shape shape, String slot, String member) {
        if (shape instanceof Shape.Text text) {
            return text(text.rules(), slot, member);
        }
        if (shape instanceof Shape.Whole whole) {
            String bounds = Literals.whole(whole.least()) + ", " + Literals.whole(whole.greatest());
            String multiple = whole.multipleOf().isEmpty()
                    ? ""
                    : step("multipleOf", Literals.whole(whole.multipleOf().getAsLong()));
            return slot + nest.types().fill(step("integer", bounds) + multiple);
        }
        if (shape instanceof Shape.BigWhole whole) {
            return slot + step("whole") + rules(whole.rules());
        }
        Shape.Real real = (Shape.Real) shape;
        return switch (primitive(shape)) {
            case "double" -> slot + step("number") + rules(real.rules());
            case "float" -> slot + step("number") + step("inFloat") + rules(real.rules());
            default -> slot + step("decimal") + rules(real.rules());
        };
    }

    private String text(TextRules rules, String slot, String member) {
        String chain = slot + step("text");
        if (rules.least() > 0 || rules.most() < Integer.MAX_VALUE) {
            String bounds = Literals.whole(rules.least()) + ", " + Literals.whole(rules.most());
            chain += nest.types().fill(step("length", bounds));
        }
        if (!rules.allowed().isEmpty()) {
            chain += step("allowed", nest.list(member + "Allowed", rules.allowed()));
        }
        if (!rules.format().isEmpty()) {
            chain += step("format", nest.types().fill("#TextFormat.") + rules.format());
        }
        return rules.pattern().isEmpty() ? chain : matching(chain, rules.pattern(), member);
    }

    private String matching(String chain, String pattern, String member) {
        String compiled = nest.types().fill("#Pattern.compile(%s)", Literals.string(pattern));
        String constant = nest.constant(nest.types().fill("#Pattern"), Words.constant(member) + "_PATTERN", compiled);
        String method = nest.method(
                "matching",
                "matching",
                (name, code) -> code.open("private static #TextSlot %s(#TextSlot text, #Pattern pattern) {", name)
                        .line("return text.pattern(pattern.pattern(), pattern.matches(text.value()));")
                        .close());
        return method + '(' + chain + ", " + Code.BREAK + constant + ')';
    }

    private static String rules(NumberRules rules) {
        String multiple = rules.multipleOf().isEmpty() ? "" : step("multipleOf", Literals.quoted(rules.multipleOf()));
        return bound("min", rules.min())
                + bound("max", rules.max())
                + bound("exclusiveMin", rules.exclusiveMin())
                + bound("exclusiveMax", rules.exclusiveMax())
                + multiple;
    }

    private static String bound(String method, OptionalDouble bound) {
        return bound.isEmpty() ? "" : step(method, Literals.number(bound.getAsDouble()));
    }

    private static String boxGetter(Shape shape) {
        if (shape instanceof Shape.BigWhole) {
            return "getWhole";
        }
        String type = primitive(shape);
        return type.equals("float") ? "getFloat" : WHOLE_BOXES.getOrDefault(type, "get");
    }

    /** The primitive type of a box, and every other type itself. */
    private static String primitive(Shape shape) {
        return switch (shape.javaType()) {
            case "java.lang.Byte" -> "byte";
            case "java.lang.Short" -> "short";
            case "java.lang.Integer" -> "int";
            case "java.lang.Long" -> "long";
            case "java.lang.Float" -> "float";
            case "java.lang.Double" -> "double";
            default -> shape.javaType();
        };
    }

    private static String step(String method, String... arguments) {
        return Code.BREAK + "." + method + '(' + String.join(", ", arguments) + ')';
    }
}
