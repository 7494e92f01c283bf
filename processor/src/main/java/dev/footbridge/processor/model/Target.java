package dev.footbridge.processor.model;

import java.util.List;

/**
 * A method that generated code calls.
 *
 * @param arguments what is passed, in order: {@link #CALL}, {@link #RECORD}, {@link #TYPED}, {@link #OTHERS}, or the
 *     Java name of a member
 */
public record Target(String method, boolean isStatic, List<String> arguments) {

    /** The {@code Call}. */
    public static final String CALL = "*call";
    /** The one record that is all arguments of a tool. */
    public static final String RECORD = "*record";
    /** What a user has typed so far. */
    public static final String TYPED = "*typed";
    /** The arguments that are settled. */
    public static final String OTHERS = "*others";

    public Target {
        arguments = List.copyOf(arguments);
    }
}
