package dev.footbridge.argument;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonNumber;
import dev.footbridge.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** A whole number that fits a {@code long}, written as {@code 42} or {@code 42.0}. Immutable and thread-safe. */
public final class IntegerField extends DefiniteField<Long, IntegerField> {

    private final @Nullable Long min;
    private final @Nullable Long max;

    IntegerField(Notes notes, @Nullable Long min, @Nullable Long max) {
        super(notes);
        if (min != null && max != null && min > max) {
            throw new IllegalArgumentException("field " + notes.name() + ": min is over max");
        }
        this.min = min;
        this.max = max;
        verifyDefault();
    }

    /** The least acceptable number. */
    public IntegerField min(long least) {
        return new IntegerField(notes(), least, max);
    }

    /** The greatest acceptable number. */
    public IntegerField max(long greatest) {
        return new IntegerField(notes(), min, greatest);
    }

    /** As {@link #defaultsTo(Object)}, for number literals. */
    public IntegerField defaultsTo(long value) {
        return defaultsTo(Long.valueOf(value));
    }

    /** Mirrors the value in the header {@code Mcp-Param-<name>}. */
    public IntegerField header(String name) {
        return with(notes().withHeader(name));
    }

    @Override
    IntegerField with(Notes changed) {
        return new IntegerField(changed, min, max);
    }

    @Override
    JsonObject rules() {
        return JsonObject.builder()
                .put("type", "integer")
                .putIfPresent("minimum", min == null ? null : Json.of(min))
                .putIfPresent("maximum", max == null ? null : Json.of(max))
                .build();
    }

    @Override
    void examine(Json value, String path, Findings findings) {
        if (!(value instanceof JsonNumber number) || !number.isInteger()) {
            findings.add(path, expectation());
            return;
        }
        if (number.longValue().isEmpty()) {
            findings.add(path, "must be a whole number of at most 64 bits");
            return;
        }
        long whole = number.longValue().getAsLong();
        if (min != null && whole < min) {
            findings.add(path, "must be at least " + min);
        }
        if (max != null && whole > max) {
            findings.add(path, "must be at most " + max);
        }
    }

    @Override
    Long parse(Json value) {
        if (value instanceof JsonNumber number) {
            return number.longValue().orElseThrow(this::unchecked);
        }
        throw unchecked();
    }

    @Override
    Json write(Long value) {
        return Json.of(value);
    }

    @Override
    String expectation() {
        return "must be a whole number";
    }

    @Override
    boolean flat() {
        return true;
    }
}
