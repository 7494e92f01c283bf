package dev.footbridge.feature;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;
import dev.footbridge.protocol.ProtocolVersion;
import org.jspecify.annotations.Nullable;

/** What clients are told about a tool. Immutable and thread-safe. */
public interface ToolListing {

    /** A name for people, null if there is none. */
    @Nullable
    String title();

    /** What models choose by. */
    String description();

    /** The JSON Schema of the arguments. */
    JsonObject input();

    /** The JSON Schema of structured results, null if there are none. */
    @Nullable
    JsonObject output();

    /**
     * The {@code Tool} object of {@code tools/list}: either complete and already in the form of that revision, as
     * {@link dev.footbridge.json.JsonText}, or in the form of the newest one.
     */
    Json toJson(ProtocolVersion revision);
}
