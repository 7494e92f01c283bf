package dev.footbridge.feature;

import dev.footbridge.feature.TemplateMatcher.Found;
import dev.footbridge.feature.TemplatePart.Expression;
import dev.footbridge.feature.TemplatePart.Operator;
import dev.footbridge.feature.TemplatePart.Variable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Decodes what a template matched, and checks that a variable has one value wherever it stands. */
final class TemplateValues {

    private final Map<String, String> whole = new LinkedHashMap<>();
    private final List<Map.Entry<Variable, String>> shortened = new ArrayList<>();

    private TemplateValues() {}

    static Optional<Map<String, String>> read(List<Found> found) {
        TemplateValues values = new TemplateValues();
        for (Found each : found) {
            Expression expression = each.run().expression();
            boolean readable = expression.operator().named
                    ? values.addNamed(expression, each.raw())
                    : values.add(expression.operator(), each.run().variable(), each.raw());
            if (!readable) {
                return Optional.empty();
            }
        }
        return values.joined();
    }

    private boolean add(Operator operator, Variable variable, String raw) {
        return decode(operator, variable, raw)
                .filter(variable::fits)
                .filter(value -> keep(variable, value))
                .isPresent();
    }

    private boolean addNamed(Expression expression, String raw) {
        Set<String> seen = new HashSet<>();
        for (String pair : raw.split(expression.operator().separator, -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            Optional<Variable> variable = expression.variables().stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst();
            if (variable.isEmpty() || !seen.add(name) || !add(expression.operator(), variable.get(), value)) {
                return false;
            }
        }
        return true;
    }

    /** An item of a list that holds the separator could not be told from two items. */
    private static Optional<String> decode(Operator operator, Variable variable, String raw) {
        if (!variable.explode()) {
            return PercentCoding.decode(raw);
        }
        List<String> items = new ArrayList<>();
        for (String item : raw.split(Pattern.quote(operator.separator), -1)) {
            Optional<String> decoded = PercentCoding.decode(item);
            if (decoded.isEmpty() || decoded.get().contains(operator.separator)) {
                return Optional.empty();
            }
            items.add(decoded.get());
        }
        return Optional.of(String.join(operator.separator, items));
    }

    private boolean keep(Variable variable, String value) {
        if (variable.maxLength() > 0) {
            return shortened.add(Map.entry(variable, value));
        }
        String old = whole.putIfAbsent(variable.name(), value);
        return old == null || old.equals(value);
    }

    private Optional<Map<String, String>> joined() {
        Map<String, String> all = new LinkedHashMap<>(whole);
        shortened.sort(Comparator.comparingInt(each -> -each.getKey().maxLength()));
        for (Map.Entry<Variable, String> each : shortened) {
            String value = all.computeIfAbsent(each.getKey().name(), unused -> each.getValue());
            if (!each.getKey().cut(value).equals(each.getValue())) {
                return Optional.empty();
            }
        }
        return Optional.of(Collections.unmodifiableMap(all));
    }
}
