package dev.footbridge.protocol;

import java.util.Locale;

/** Who a message or a piece of content is from or for. */
public enum Role {
    USER,
    ASSISTANT;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
