package dev.footbridge.call;

import dev.footbridge.argument.Fields;
import dev.footbridge.argument.Values;
import java.util.Optional;

/**
 * A form whose answer is read as a record. The annotation processor writes one for every record marked
 * {@link dev.footbridge.tool.Question @Question}. Immutable and thread-safe.
 *
 * @param <R> the record
 */
public interface Question<R extends Record> {

    /** What is asked for: flat, so that a form can show it. */
    Fields fields();

    /** The record, from values that passed the check of the fields. */
    R read(Values answer);

    /** Knows the questions of one module. */
    @FunctionalInterface
    interface Source {

        /** The question that is read as this type, empty if it is none of this module's. */
        Optional<Question<?>> question(Class<?> type);
    }
}
