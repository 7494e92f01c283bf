package dev.footbridge.local.deploy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a function on AWS gets at: variables that its template sets, and secrets that its role may read.
 *
 * @param variables that the template sets
 * @param values of the parameters
 */
record AwsSecretAccess(Set<String> variables, Map<String, String> values) implements SecretAccess {

    @Override
    public Optional<String> obstacle(String scheme, String place) {
        return switch (scheme) {
            case "env" ->
                variables.contains(place) ? Optional.empty() : Optional.of("the template sets no variable " + place);
            // The policy of the tools may allow any of them; what is in it only AWS knows.
            case "aws-sm" ->
                given("ToolPolicyArn") || granted(place)
                        ? Optional.empty()
                        : Optional.of("SecretArns does not name it, so the function may not read it");
            case "aws-ssm" ->
                given("ToolPolicyArn")
                        ? Optional.empty()
                        : Optional.of("ToolPolicyArn is empty, so the function may not read it");
            default -> Optional.of("a function on AWS knows env, aws-sm and aws-ssm only");
        };
    }

    private boolean given(String parameter) {
        return !values.getOrDefault(parameter, "").isEmpty();
    }

    /** An ARN ends in the name, a hyphen, and six characters that AWS chose. */
    private boolean granted(String place) {
        String name = place.split("#", 2)[0];
        return List.of(values.getOrDefault("SecretArns", "").split(" ", -1)).stream()
                .anyMatch(arn -> arn.equals(name) || arn.endsWith("*") || arn.contains(":secret:" + name));
    }
}
