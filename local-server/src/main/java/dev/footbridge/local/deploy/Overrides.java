package dev.footbridge.local.deploy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Values for a template's parameters, each written {@code NAME=VALUE}. */
public record Overrides(List<String> pairs) {

    public Overrides {
        pairs = List.copyOf(pairs);
    }

    /**
     * A pair as it has to be typed. SAM takes quotation marks for itself, and drops what follows a space without them;
     * around those go the shell's.
     *
     * @param shellWord quotes for the shell what needs it
     */
    public static String word(String pair, UnaryOperator<String> shellWord) {
        int equals = pair.indexOf('=');
        String value = pair.substring(equals + 1);
        boolean plain = equals < 0 || value.matches("[^\\s\"\\\\]+");
        String quoted = plain ? value : '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
        return pair.substring(0, equals + 1) + shellWord.apply(quoted);
    }

    /** Every parameter's value that is known, whether or not it is a good one. */
    public Map<String, String> over(Parameters template) {
        Map<String, String> values = new LinkedHashMap<>();
        template.parameters()
                .forEach((name, parameter) -> parameter.otherwise().ifPresent(value -> values.put(name, value)));
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
        return values;
    }

    /** Everything that the template will refuse of them, each in a sentence; what they leave out has its default. */
    public List<String> problems(Parameters template, Hints hints) {
        Map<String, Parameter> parameters = template.parameters();
        Map<String, String> values = over(template);
        List<String> problems = new ArrayList<>();
        Set<String> given = new HashSet<>();
        pairs.forEach(pair -> problem(pair, parameters, given, hints).ifPresent(problems::add));
        parameters.keySet().stream()
                .filter(name -> !values.containsKey(name))
                .forEach(name -> problems.add(name + " needs a value"));
        // What a rule says of a value that cannot be is no help.
        if (problems.isEmpty()) {
            problems.addAll(template.broken(values));
        }
        Origins.problem(values)
                .filter(wrong -> problems.stream().noneMatch(said -> said.startsWith(wrong.split(":", 2)[0])))
                .ifPresent(problems::add);
        return problems;
    }

    /** Those that can be typed as they are: each is good by itself, whatever they are together. */
    public List<String> accepted(Parameters template) {
        Map<String, Parameter> parameters = template.parameters();
        Set<String> given = new HashSet<>();
        return pairs.stream()
                .filter(pair ->
                        problem(pair, parameters, given, (name, known) -> "").isEmpty())
                .filter(pair -> Origins.problem(new Overrides(List.of(pair)).over(template))
                        .isEmpty())
                .toList();
    }

    private static Optional<String> problem(
            String pair, Map<String, Parameter> parameters, Set<String> given, Hints hints) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        Parameter parameter = parameters.get(name);
        if (equals < 1) {
            return Optional.of("'" + pair + "' is not of the form NAME=VALUE");
        }
        if (parameter == null) {
            return Optional.of("the template has no parameter " + name + hints.about(name, parameters.keySet()));
        }
        return given.add(name) ? parameter.problem(pair.substring(equals + 1)) : Optional.of(name + " is given twice");
    }
}
