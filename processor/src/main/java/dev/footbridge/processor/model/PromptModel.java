package dev.footbridge.processor.model;

import java.util.List;

/**
 * A prompt.
 *
 * @param arguments texts and enums, never of occurrence PRESENCE
 */
public record PromptModel(
        Target target, String name, String title, String description, List<Member> arguments, Result result) {

    public PromptModel {
        arguments = List.copyOf(arguments);
    }

    /** What the method returns. */
    public enum Result {
        TEXT,
        PROMPT_RESULT,
        /** A list of messages. */
        MESSAGES
    }
}
