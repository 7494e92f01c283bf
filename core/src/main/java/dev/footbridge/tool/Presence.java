package dev.footbridge.tool;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value that may be left out, and may be {@code null}, where the two mean different things: "leave it as it is" and
 * "clear it". Immutable.
 *
 * @param <T> the value
 */
public sealed interface Presence<T> {

    /** Nothing was said. */
    static <T> Presence<T> absent() {
        return new Absent<>();
    }

    /** Said to be nothing. */
    static <T> Presence<T> ofNull() {
        return new Null<>();
    }

    static <T> Presence<T> of(T value) {
        return new Given<>(value);
    }

    /** False if nothing was said. */
    default boolean isPresent() {
        return !(this instanceof Absent);
    }

    /** The value, empty for both nothing said and said to be nothing. */
    default Optional<T> value() {
        return this instanceof Given<T> given ? Optional.of(given.given()) : Optional.empty();
    }

    /** What it becomes from what it was: {@code before} where nothing was said, null where said to be nothing. */
    default @Nullable T over(@Nullable T before) {
        return isPresent() ? value().orElse(null) : before;
    }

    /** Nothing was said. */
    record Absent<T>() implements Presence<T> {}

    /** Said to be nothing. */
    record Null<T>() implements Presence<T> {}

    /** Said. */
    record Given<T>(T given) implements Presence<T> {}
}
