package dev.footbridge.local.deploy;

import dev.footbridge.call.NamePattern;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a function on AWS gets at: variables that its template sets, and secrets that its role may read.
 *
 * @param variables that the template sets
 * @param values of the parameters
 */
record AwsSecretAccess(Set<String> variables, Map<String, String> values) implements SecretAccess {

    private static final String SECRET = ":secret:";
    private static final String SUFFIX = "-??????";

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

    private boolean granted(String place) {
        String name = place.split("#", 2)[0];
        return Stream.of(values.getOrDefault("SecretArns", "").split(" ", -1))
                .anyMatch(arn -> arn.equals(name) || isOf(name, arn));
    }

    /** An ARN ends in the name, a hyphen, and six characters that AWS chose. A policy may have stars in their place. */
    private static boolean isOf(String name, String arn) {
        String end = arn.substring(arn.indexOf(SECRET) < 0 ? 0 : arn.indexOf(SECRET) + SECRET.length());
        return (end.startsWith(name + "-") && end.length() == name.length() + SUFFIX.length())
                || new NamePattern(end.replace('?', '*')).matches(name + SUFFIX);
    }
}
