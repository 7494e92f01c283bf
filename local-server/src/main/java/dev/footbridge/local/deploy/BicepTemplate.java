package dev.footbridge.local.deploy;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonNumber;
import dev.footbridge.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A Bicep file, as far as it can be judged without Bicep: its parameters, and the conditions in its variable
 * {@code problems}, each {@code condition ? 'sentence' : ''}.
 *
 * @param parameters without those that azd asks for itself
 */
public record BicepTemplate(Map<String, Parameter> parameters, List<Condition> conditions) implements Parameters {

    private static final Set<String> OF_AZD = Set.of("environmentName", "location");
    private static final Map<String, String> LIMITS =
            Map.of("minLength", "MinLength", "maxLength", "MaxLength", "minValue", "MinValue", "maxValue", "MaxValue");

    /** What must not be, and how to say so. */
    record Condition(BicepExpression bad, String sentence) {}

    /** @throws IllegalArgumentException if it is written in a way that is not known here */
    public static BicepTemplate read(String source) {
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        List<Condition> conditions = new ArrayList<>();
        Map<String, List<String>> decorators = new HashMap<>();
        BicepTokens tokens = BicepTokens.of(source);
        while (!tokens.atEnd()) {
            if (tokens.take("@")) {
                decorators.put(tokens.take().text(), argument(tokens));
            } else if (tokens.take("param")) {
                Parameter parameter = parameter(tokens, decorators);
                parameters.put(parameter.name(), parameter);
                decorators.clear();
            } else if (tokens.take("var") && tokens.take("problems")) {
                conditions.addAll(conditions(tokens));
            } else {
                tokens.take();
            }
        }
        parameters.keySet().removeAll(OF_AZD);
        return new BicepTemplate(parameters, List.copyOf(conditions));
    }

    /** The same, where values that have been set before are what happens if nothing is said. */
    public BicepTemplate with(Map<String, String> set) {
        Map<String, Parameter> changed = new LinkedHashMap<>(parameters);
        set.forEach((name, value) -> changed.computeIfPresent(name, (unused, parameter) -> parameter.otherwise(value)));
        return new BicepTemplate(changed, conditions);
    }

    @Override
    public List<String> broken(Map<String, String> values) {
        return conditions.stream()
                .filter(condition -> condition.bad().holds(values))
                .map(Condition::sentence)
                .toList();
    }

    /** The words within the brackets. */
    private static List<String> argument(BicepTokens tokens) {
        List<String> words = new ArrayList<>();
        tokens.demand("(");
        for (int depth = 1; depth > 0 && !tokens.atEnd(); ) {
            BicepTokens.Token token = tokens.take();
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (token.quoted() || token.text().matches("[-\\w]+")) {
                words.add(token.text());
            }
        }
        return words;
    }

    private static Parameter parameter(BicepTokens tokens, Map<String, List<String>> decorators) {
        String name = tokens.take().text();
        JsonObject.Builder said = JsonObject.builder();
        if (tokens.take().is("int")) {
            said.put("Type", Json.of("Number"));
        }
        if (tokens.take("=")) {
            said.put("Default", Json.of(tokens.take().text()));
        }
        Optional.ofNullable(decorators.get("allowed"))
                .ifPresent(words -> said.put(
                        "AllowedValues",
                        new JsonArray(words.stream().<Json>map(Json::of).toList())));
        LIMITS.forEach((ours, theirs) -> Optional.ofNullable(decorators.get(ours))
                .ifPresent(words -> said.put(theirs, new JsonNumber(words.get(0)))));
        return new Parameter(name, said.build());
    }

    private static List<Condition> conditions(BicepTokens tokens) {
        List<Condition> conditions = new ArrayList<>();
        while (!tokens.atEnd() && !tokens.take("[")) {
            tokens.take();
        }
        while (!tokens.take("]")) {
            BicepExpression bad = BicepExpression.read(tokens);
            tokens.demand("?");
            conditions.add(new Condition(bad, tokens.take().text()));
            tokens.demand(":");
            tokens.take();
        }
        return conditions;
    }
}
