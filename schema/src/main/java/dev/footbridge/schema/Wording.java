package dev.footbridge.schema;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import dev.footbridge.argument.Pointer;
import dev.footbridge.argument.Problem;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Errors of the library in words for a model. They are made from the schema alone, because the library's own texts
 * quote the value.
 */
final class Wording {

    private static final int LONGEST_QUOTE = 200;

    private static final String ALTERNATIVE = ", or the value must take another of the allowed forms";

    private Wording() {}

    static Problem problem(Error error) {
        return new Problem(path(error), message(error) + (isOneOfSeveralWays(error) ? ALTERNATIVE : ""));
    }

    private static boolean isOneOfSeveralWays(Error error) {
        NodePath rule = error.getEvaluationPath();
        for (int i = 0; i < rule.getNameCount() - 1; i++) {
            if ("anyOf".equals(rule.getElement(i)) || "oneOf".equals(rule.getElement(i))) {
                return true;
            }
        }
        return false;
    }

    private static String message(Error error) {
        JsonNode rule = error.getSchemaNode();
        return switch (error.getKeyword()) {
            case "type" -> "must be " + types(rule);
            case "enum" -> "must be one of " + quote(rule);
            case "const" -> "must be exactly " + quote(rule);
            case "minimum" -> "must be at least " + quote(rule);
            case "maximum" -> "must be at most " + quote(rule);
            case "exclusiveMinimum" -> "must be more than " + quote(rule);
            case "exclusiveMaximum" -> "must be less than " + quote(rule);
            case "multipleOf" -> "must be a multiple of " + quote(rule);
            case "minLength" -> "must have at least " + quote(rule) + " characters";
            case "maxLength" -> "must have at most " + quote(rule) + " characters";
            case "pattern" -> "must match the pattern " + quote(rule);
            default -> structure(error, rule);
        };
    }

    private static String structure(Error error, JsonNode rule) {
        return switch (error.getKeyword()) {
            case "minItems" -> "must have at least " + quote(rule) + " items";
            case "maxItems" -> "must have at most " + quote(rule) + " items";
            case "uniqueItems" -> "must not have the same item twice";
            case "minProperties" -> "must have at least " + quote(rule) + " members";
            case "maxProperties" -> "must have at most " + quote(rule) + " members";
            case "required" -> "is missing";
            case "dependentRequired" -> "is missing; another member needs it";
            case "dependencies" -> "misses a member that another member needs: " + quote(rule);
            case "additionalProperties", "unevaluatedProperties" -> "is not a known member";
            case "items", "additionalItems", "unevaluatedItems" -> "is one item too many";
            case "propertyNames" -> "has a name that is not allowed; names must fit " + quote(rule);
            case "contains", "minContains", "maxContains" -> "has too few or too many items that fit " + quote(rule);
            case "anyOf", "oneOf" ->
                "must fit " + ("oneOf".equals(error.getKeyword()) ? "exactly" : "at least") + " one of " + quote(rule);
            case "not" -> "must not fit " + quote(rule);
            case "false" -> "is not allowed here";
            default -> "does not hold the rule " + error.getKeyword();
        };
    }

    private static String types(JsonNode rule) {
        return rule.isArray() ? rule.valueStream().map(Wording::type).collect(Collectors.joining(" or ")) : type(rule);
    }

    private static String type(JsonNode rule) {
        return switch (rule.asString()) {
            case "string" -> "a string";
            case "integer" -> "a whole number";
            case "number" -> "a number";
            case "boolean" -> "true or false";
            case "array" -> "an array";
            case "object" -> "an object";
            default -> rule.asString();
        };
    }

    /** Part of the schema, as JSON, cut where it is long. */
    private static String quote(JsonNode rule) {
        return cut(rule.toString(), LONGEST_QUOTE);
    }

    private static String path(Error error) {
        StringBuilder path = new StringBuilder();
        NodePath place = error.getInstanceLocation();
        for (int i = 0; i < place.getNameCount(); i++) {
            append(path, place.getElement(i));
        }
        if (isAboutMember(error) && error.getProperty() != null) {
            append(path, error.getProperty());
        } else if (isAboutArgument(error) && error.getArguments() != null && error.getArguments().length > 0) {
            append(path, error.getArguments()[0]);
        }
        return path.toString();
    }

    private static boolean isAboutMember(Error error) {
        return switch (error.getKeyword()) {
            case "required", "additionalProperties", "unevaluatedProperties", "propertyNames" -> true;
            default -> false;
        };
    }

    private static boolean isAboutArgument(Error error) {
        return switch (error.getKeyword()) {
            case "items", "additionalItems", "unevaluatedItems", "dependentRequired" -> true;
            default -> false;
        };
    }

    private static void append(StringBuilder path, Object step) {
        path.append(Pointer.stranger("", step.toString()));
    }

    private static String cut(String text, int length) {
        return text.codePointCount(0, text.length()) <= length
                ? text
                : text.substring(0, text.offsetByCodePoints(0, length)) + "…";
    }
}
