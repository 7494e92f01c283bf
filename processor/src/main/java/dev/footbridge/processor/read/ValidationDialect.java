package dev.footbridge.processor.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;

/** The constraints of Jakarta Bean Validation. */
final class ValidationDialect {

    /** Some character that is no space. */
    static final String NOT_BLANK = "[\\s\\S]*\\S[\\s\\S]*";

    private static final String JAKARTA = "jakarta.validation.constraints.";

    private static final Set<String> CONTAINERS =
            Set.of("java.util.Collection", "java.util.List", "java.util.Map", "java.util.Set");

    private static final Map<String, Constraint> CONSTRAINTS = constraints();

    private ValidationDialect() {}

    /** @see Dialect#translate */
    @FunctionalInterface
    private interface Constraint {
        List<Mark> translate(Mark mark, TypeMirror type);
    }

    static Map<String, Dialect> table() {
        Map<String, Dialect> table = new HashMap<>();
        CONSTRAINTS.forEach((name, constraint) -> {
            table.put(name, (mark, place) -> translate(mark, held(place)));
            table.put(
                    name + ".List",
                    (mark, place) -> mark.marks("value").stream()
                            .flatMap(inner -> translate(inner, held(place)).stream())
                            .toList());
        });
        return table;
    }

    /** What a constraint between the angle brackets says; nothing unless it is one of these. */
    static List<Mark> ofItem(Mark mark, TypeMirror type) {
        if (!CONSTRAINTS.containsKey(mark.name())) {
            return List.of();
        }
        return isContainer(type)
                ? Dialect.unread(mark, mark.shown() + " of a list within a list is not read here")
                : translate(mark, type);
    }

    private static List<Mark> translate(Mark mark, TypeMirror type) {
        if (mark.has("groups")) {
            return Dialect.unread(mark, mark.shown() + " is for some groups only and is not read here");
        }
        Constraint constraint = CONSTRAINTS.get(mark.name());
        return constraint == null ? List.of() : constraint.translate(mark, type);
    }

    private static Map<String, Constraint> constraints() {
        Map<String, Constraint> table = new HashMap<>();
        table.put(JAKARTA + "NotNull", (mark, type) -> List.of());
        table.put(JAKARTA + "NotEmpty", (mark, type) -> List.of(size(mark, type, 1, Integer.MAX_VALUE)));
        table.put(JAKARTA + "NotBlank", ValidationDialect::notBlank);
        table.put(
                JAKARTA + "Size",
                (mark, type) -> List.of(size(mark, type, mark.whole("min", 0), mark.whole("max", Integer.MAX_VALUE))));
        table.put(JAKARTA + "Min", (mark, type) -> bound(mark, Names.MIN, mark.number("value")));
        table.put(JAKARTA + "Max", (mark, type) -> bound(mark, Names.MAX, mark.number("value")));
        table.put(JAKARTA + "DecimalMin", (mark, type) -> decimal(mark, Names.MIN, Names.EXCLUSIVE_MIN));
        table.put(JAKARTA + "DecimalMax", (mark, type) -> decimal(mark, Names.MAX, Names.EXCLUSIVE_MAX));
        table.put(JAKARTA + "Positive", (mark, type) -> bound(mark, Names.EXCLUSIVE_MIN, 0));
        table.put(JAKARTA + "PositiveOrZero", (mark, type) -> bound(mark, Names.MIN, 0));
        table.put(JAKARTA + "Negative", (mark, type) -> bound(mark, Names.EXCLUSIVE_MAX, 0));
        table.put(JAKARTA + "NegativeOrZero", (mark, type) -> bound(mark, Names.MAX, 0));
        table.put(JAKARTA + "Pattern", (mark, type) -> pattern(mark));
        table.put(JAKARTA + "Email", ValidationDialect::email);
        return table;
    }

    private static List<Mark> notBlank(Mark mark, TypeMirror type) {
        return List.of(size(mark, type, 1, Integer.MAX_VALUE), mark.as(Names.PATTERN, Map.of("value", NOT_BLANK)));
    }

    private static Mark size(Mark mark, TypeMirror type, int least, int most) {
        return mark.as(isContainer(type) ? Names.ITEMS : Names.LENGTH, Map.of("min", least, "max", most));
    }

    private static List<Mark> bound(Mark mark, String ours, double value) {
        return List.of(mark.as(ours, Map.of("value", value)));
    }

    private static List<Mark> decimal(Mark mark, String inclusive, String exclusive) {
        try {
            double value = Double.parseDouble(mark.text("value"));
            return bound(mark, mark.flag("inclusive", true) ? inclusive : exclusive, value);
        } catch (NumberFormatException notOne) {
            return List.of(Dialect.refusal(mark, "'" + mark.text("value") + "' is no number"));
        }
    }

    private static List<Mark> pattern(Mark mark) {
        if (!mark.texts("flags").isEmpty()) {
            return List.of(Dialect.refusal(mark, "a schema has no flags: write [Aa] for both cases of a letter"));
        }
        return List.of(mark.as(Names.PATTERN, Map.of("value", mark.text("regexp"))));
    }

    private static List<Mark> email(Mark mark, TypeMirror type) {
        List<Mark> marks = new ArrayList<>();
        marks.add(mark.as(Names.FORMAT, Map.of("value", "EMAIL")));
        if (mark.has("regexp")) {
            marks.addAll(pattern(mark));
        }
        return marks;
    }

    private static boolean isContainer(TypeMirror type) {
        return CONTAINERS.stream().anyMatch(container -> JavaTypes.is(type, container));
    }

    /** What a parameter, a component or the result of a method holds, if it is there. */
    private static TypeMirror held(Element place) {
        TypeMirror type = place instanceof ExecutableElement method ? method.getReturnType() : place.asType();
        return JavaTypes.is(type, "java.util.Optional") && JavaTypes.hasArguments(type)
                ? JavaTypes.argument(type, 0)
                : type;
    }
}
