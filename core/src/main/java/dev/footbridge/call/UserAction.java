package dev.footbridge.call;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;
import java.util.Optional;

/** What the user did with an elicitation. */
public enum UserAction {
    /** Agreed, and filled in what was asked. */
    ACCEPT,
    /** Said no. */
    DECLINE,
    /** Went away without choosing. */
    CANCEL;

    static Optional<UserAction> in(Json result) {
        if (!(result instanceof JsonObject object)) {
            return Optional.empty();
        }
        return object.string("action").flatMap(action -> switch (action) {
            case "accept" -> Optional.of(ACCEPT);
            case "decline" -> Optional.of(DECLINE);
            case "cancel" -> Optional.of(CANCEL);
            default -> Optional.empty();
        });
    }
}
