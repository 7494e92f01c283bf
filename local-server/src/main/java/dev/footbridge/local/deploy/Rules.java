package dev.footbridge.local.deploy;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a template says of its parameters together.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/rules-section-structure.html">Rules</a>
 */
public record Rules(JsonObject said) {

    /**
     * The descriptions of the assertions that do not hold.
     *
     * @param values every parameter's
     * @throws IllegalArgumentException if a rule has a function that is not known here
     */
    public List<String> broken(Map<String, String> values) {
        List<String> broken = new ArrayList<>();
        said.members().forEach((name, rule) -> {
            JsonObject object = rule instanceof JsonObject found ? found : JsonObject.EMPTY;
            Json condition = object.get("RuleCondition");
            if (condition != null && !holds(condition, values)) {
                return;
            }
            for (Json each : object.array("Assertions").orElse(JsonArray.EMPTY).items()) {
                JsonObject assertion = each instanceof JsonObject found ? found : JsonObject.EMPTY;
                Json demand = assertion.get("Assert");
                if (demand != null && !holds(demand, values)) {
                    broken.add(assertion.string("AssertDescription").orElse(name));
                }
            }
        });
        return broken;
    }

    private static boolean holds(Json function, Map<String, String> values) {
        if (function instanceof JsonObject call && call.members().size() == 1) {
            String name = call.members().keySet().iterator().next();
            List<Json> operands = call.array(name).orElse(JsonArray.EMPTY).items();
            if (name.equals("Fn::And") || name.equals("Fn::Or")) {
                boolean all = name.equals("Fn::And");
                return all
                        ? operands.stream().allMatch(each -> holds(each, values))
                        : operands.stream().anyMatch(each -> holds(each, values));
            }
            if (name.equals("Fn::Not") && operands.size() == 1) {
                return !holds(operands.get(0), values);
            }
            if (name.equals("Fn::Equals") && operands.size() == 2) {
                return value(operands.get(0), values).equals(value(operands.get(1), values));
            }
            if (name.equals("Fn::Contains") && operands.size() == 2 && operands.get(0) instanceof JsonArray list) {
                String sought = value(operands.get(1), values);
                return list.items().stream()
                        .anyMatch(item -> value(item, values).equals(sought));
            }
        }
        throw new IllegalArgumentException("a rule has a function that is not known here: " + function);
    }

    private static String value(Json operand, Map<String, String> values) {
        return operand instanceof JsonObject reference
                ? values.getOrDefault(reference.string("Ref").orElse(""), "")
                : Template.text(operand);
    }
}
