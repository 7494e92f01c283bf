package dev.footbridge.local.deploy;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonObject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** One parameter of a template, and what values it takes. */
public record Parameter(String name, JsonObject said) {

    /** The value in a stack where nobody gave one; empty if somebody has to. */
    public Optional<String> otherwise() {
        return Optional.ofNullable(said.get("Default")).map(Template::text);
    }

    /** The same with another value for where nobody gives one. */
    Parameter otherwise(String value) {
        return new Parameter(
                name, JsonObject.builder().putAll(said).put("Default", value).build());
    }

    /** What is wrong with a value, in a sentence; empty if nothing is. */
    public Optional<String> problem(String value) {
        List<String> allowed = said.array("AllowedValues").orElse(JsonArray.EMPTY).items().stream()
                .map(Template::text)
                .toList();
        if (!allowed.isEmpty() && !allowed.contains(value)) {
            return wrong(value, "is one of " + String.join(", ", allowed));
        }
        OptionalLong shortest = said.integer("MinLength");
        if (shortest.isPresent() && value.length() < shortest.getAsLong()) {
            return wrong(value, "has " + shortest.getAsLong() + " characters at least");
        }
        OptionalLong longest = said.integer("MaxLength");
        if (longest.isPresent() && value.length() > longest.getAsLong()) {
            return wrong(value, "has " + longest.getAsLong() + " characters at most");
        }
        Optional<String> pattern = said.string("AllowedPattern");
        if (pattern.isPresent() && !Pattern.matches(pattern.get(), value)) {
            return wrong(value, "must match " + pattern.get());
        }
        return said.string("Type").filter("Number"::equals).flatMap(unused -> problemOfNumber(value));
    }

    private Optional<String> problemOfNumber(String value) {
        BigDecimal number;
        try {
            number = new BigDecimal(value);
        } catch (NumberFormatException notANumber) {
            return wrong(value, "is a number");
        }
        Optional<String> least = bound("MinValue").filter(bound -> number.compareTo(new BigDecimal(bound)) < 0);
        if (least.isPresent()) {
            return wrong(value, "is at least " + least.get());
        }
        return bound("MaxValue")
                .filter(bound -> number.compareTo(new BigDecimal(bound)) > 0)
                .flatMap(bound -> wrong(value, "is at most " + bound));
    }

    private Optional<String> bound(String name) {
        Json bound = said.get(name);
        return bound == null ? Optional.empty() : Optional.of(Template.text(bound));
    }

    private Optional<String> wrong(String value, String rule) {
        return Optional.of(name + " " + rule + ", is '" + value + "'");
    }
}
