package dev.footbridge.processor.model;

import java.util.OptionalDouble;

/**
 * What a number must be.
 *
 * @param multipleOf a decimal number greater than zero, as text; empty for none
 */
public record NumberRules(
        OptionalDouble min,
        OptionalDouble max,
        OptionalDouble exclusiveMin,
        OptionalDouble exclusiveMax,
        String multipleOf) {

    public static final NumberRules NONE = new NumberRules(
            OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), "");
}
