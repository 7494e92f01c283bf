package dev.footbridge.argument;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonNumber;
import dev.footbridge.json.JsonObject;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A number of any size and precision. Immutable and thread-safe. */
public final class NumberField extends DefiniteField<BigDecimal, NumberField> {

    private final @Nullable BigDecimal min;
    private final @Nullable BigDecimal max;

    NumberField(Notes notes, @Nullable BigDecimal min, @Nullable BigDecimal max) {
        super(notes);
        if (min != null && max != null && min.compareTo(max) > 0) {
            throw new IllegalArgumentException("field " + notes.name() + ": min is over max");
        }
        this.min = min;
        this.max = max;
        verifyDefault();
    }

    /** The least acceptable number. */
    public NumberField min(BigDecimal least) {
        return new NumberField(notes(), least, max);
    }

    /** The greatest acceptable number. */
    public NumberField max(BigDecimal greatest) {
        return new NumberField(notes(), min, greatest);
    }

    /** As {@link #min(BigDecimal)}, with the shortest decimal that stands for the double. */
    public NumberField min(double least) {
        return min(BigDecimal.valueOf(least));
    }

    /** As {@link #max(BigDecimal)}, with the shortest decimal that stands for the double. */
    public NumberField max(double greatest) {
        return max(BigDecimal.valueOf(greatest));
    }

    /** As {@link #defaultsTo(Object)}, with the shortest decimal that stands for the double. */
    public NumberField defaultsTo(double value) {
        return defaultsTo(BigDecimal.valueOf(value));
    }

    @Override
    NumberField with(Notes changed) {
        return new NumberField(changed, min, max);
    }

    @Override
    JsonObject rules() {
        return JsonObject.builder()
                .put("type", "number")
                .putIfPresent("minimum", min == null ? null : Json.of(min))
                .putIfPresent("maximum", max == null ? null : Json.of(max))
                .build();
    }

    @Override
    void examine(Json value, String path, Findings findings) {
        if (!(value instanceof JsonNumber number)) {
            findings.add(path, expectation());
            return;
        }
        if (min != null && number.decimal().compareTo(min) < 0) {
            findings.add(path, "must be at least " + min);
        }
        if (max != null && number.decimal().compareTo(max) > 0) {
            findings.add(path, "must be at most " + max);
        }
    }

    @Override
    BigDecimal parse(Json value) {
        if (value instanceof JsonNumber number) {
            return number.decimal();
        }
        throw unchecked();
    }

    @Override
    Json write(BigDecimal value) {
        return Json.of(value);
    }

    @Override
    String expectation() {
        return "must be a number";
    }

    @Override
    boolean flat() {
        return true;
    }
}
