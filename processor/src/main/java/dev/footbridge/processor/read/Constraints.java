package dev.footbridge.processor.read;

import dev.footbridge.processor.model.NumberRules;
import dev.footbridge.processor.model.Shape;
import dev.footbridge.processor.model.TextRules;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The constraints of one site, taken by the shapes they are about: those of a list's items stand beside those of the
 * list. What nobody takes is reported.
 */
final class Constraints {

    private static final Set<String> ALL = Set.of(
            Names.MIN,
            Names.MAX,
            Names.EXCLUSIVE_MIN,
            Names.EXCLUSIVE_MAX,
            Names.MULTIPLE_OF,
            Names.LENGTH,
            Names.ITEMS,
            Names.PATTERN,
            Names.FORMAT,
            Names.ALLOWED);

    private static final Pattern DECIMAL = Pattern.compile("\\d+(\\.\\d+)?");
    private static final double EXACT = 1L << 53;

    /** Of a whole number: every one of so many fits into a long. */
    private static final int MOST_DIGITS = 18;

    private final Site site;
    private final Reports reports;
    private final Set<String> taken = new HashSet<>();

    Constraints(Site site, Reports reports) {
        this.site = site;
        this.reports = reports;
    }

    TextRules text() {
        int least = length(Names.LENGTH, "min", 0);
        int most = length(Names.LENGTH, "max", Integer.MAX_VALUE);
        String pattern = take(Names.PATTERN).map(mark -> mark.text("value")).orElse("");
        PatternDialect.problem(pattern).ifPresent(problem -> error(Names.PATTERN, problem));
        String format = take(Names.FORMAT).map(mark -> mark.constant("value")).orElse("");
        List<String> allowed =
                take(Names.ALLOWED).map(mark -> mark.texts("value")).orElse(List.of());
        if (new HashSet<>(allowed).size() != allowed.size()) {
            error(Names.ALLOWED, "@Allowed has a value twice");
        }
        require(least, most, Names.LENGTH);
        return new TextRules(least, most, pattern, format, allowed);
    }

    Shape.Bytes bytes() {
        int least = length(Names.LENGTH, "min", 0);
        int most = length(Names.LENGTH, "max", Integer.MAX_VALUE);
        require(least, most, Names.LENGTH);
        return new Shape.Bytes(least, most);
    }

    Shape.ListOf list(Shape.ListOf.Container container, Shape item) {
        int least = length(Names.ITEMS, "min", 0);
        int most = length(Names.ITEMS, "max", Integer.MAX_VALUE);
        require(least, most, Names.ITEMS);
        return new Shape.ListOf(container, item, least, most);
    }

    Shape.MapOf map(Shape value) {
        int least = length(Names.ITEMS, "min", 0);
        int most = length(Names.ITEMS, "max", Integer.MAX_VALUE);
        require(least, most, Names.ITEMS);
        return new Shape.MapOf(value, least, most);
    }

    /** @param least what the type can hold, as {@code greatest} */
    Shape.Whole whole(String javaType, long least, long greatest) {
        long low = Math.max(least, bound(Names.MIN, 0, least));
        low = Math.max(low, bound(Names.EXCLUSIVE_MIN, 1, least));
        long high = Math.min(greatest, bound(Names.MAX, 0, greatest));
        high = Math.min(high, bound(Names.EXCLUSIVE_MAX, -1, greatest));
        if (low > high) {
            reports.error(site.where(), "no number is between these bounds");
        }
        String multiple = multipleOf();
        if (multiple.contains(".") || multiple.length() > MOST_DIGITS) {
            error(Names.MULTIPLE_OF, "@MultipleOf of a whole number must be a whole number of at most 18 digits");
            multiple = "";
        }
        OptionalLong divisor = multiple.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(multiple));
        return new Shape.Whole(javaType, low, high, divisor);
    }

    NumberRules number() {
        OptionalDouble min = number(Names.MIN);
        OptionalDouble max = number(Names.MAX);
        if (min.isPresent() && max.isPresent() && min.getAsDouble() > max.getAsDouble()) {
            error(Names.MIN, "@Min is over @Max");
        }
        return new NumberRules(min, max, number(Names.EXCLUSIVE_MIN), number(Names.EXCLUSIVE_MAX), multipleOf());
    }

    /** Reports the constraints that fit nothing here. */
    void refuseTheRest() {
        for (Mark mark : site.marks()) {
            if (ALL.contains(mark.name()) && !taken.contains(mark.name())) {
                error(mark.name(), mark.shown() + " says nothing about a " + JavaTypes.text(site.type()));
            }
        }
    }

    private Optional<Mark> take(String name) {
        taken.add(name);
        return site.mark(name);
    }

    private int length(String annotation, String member, int fallback) {
        return take(annotation).map(mark -> mark.whole(member, fallback)).orElse(fallback);
    }

    private void require(int least, int most, String annotation) {
        if (least < 0 || most < least) {
            error(annotation, shown(annotation) + " must hold 0 <= min <= max");
        }
    }

    private long bound(String annotation, int step, long fallback) {
        Optional<Mark> mark = take(annotation);
        if (mark.isEmpty()) {
            return fallback;
        }
        double value = mark.get().number("value");
        if (value != Math.rint(value) || Math.abs(value) > EXACT) {
            error(annotation, "a bound of a whole number must be a whole number between -2^53 and 2^53");
            return fallback;
        }
        return (long) value + step;
    }

    private OptionalDouble number(String annotation) {
        return take(annotation)
                .map(mark -> OptionalDouble.of(mark.number("value")))
                .orElse(OptionalDouble.empty());
    }

    private String multipleOf() {
        String text = take(Names.MULTIPLE_OF).map(mark -> mark.text("value")).orElse("");
        if (!text.isEmpty() && (!DECIMAL.matcher(text).matches() || Double.parseDouble(text) == 0)) {
            error(Names.MULTIPLE_OF, "@MultipleOf must be a decimal number greater than zero");
            return "";
        }
        return text;
    }

    private String shown(String annotation) {
        return site.mark(annotation).map(Mark::shown).orElse("");
    }

    /** At the annotation itself. */
    private void error(String annotation, String message) {
        site.mark(annotation).ifPresent(mark -> reports.error(mark, message));
    }
}
