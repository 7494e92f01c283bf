package dev.footbridge.feature;

import dev.footbridge.protocol.Content;
import dev.footbridge.protocol.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The messages a prompt became. */
public record PromptResult(@Nullable String description, List<Message> messages) {

    public PromptResult {
        messages = List.copyOf(messages);
    }

    /** One message of one block. */
    public record Message(Role role, Content content) {}

    public static PromptResult user(String text) {
        return of(new Message(Role.USER, Content.text(text)));
    }

    public static PromptResult of(Message... messages) {
        return new PromptResult(null, List.of(messages));
    }
}
