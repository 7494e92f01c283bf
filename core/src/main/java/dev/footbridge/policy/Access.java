package dev.footbridge.policy;

import dev.footbridge.call.Caller;
import dev.footbridge.call.Reach;
import dev.footbridge.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What a caller wants.
 *
 * @param name of the tool or prompt, or the URI of the resource
 * @param readOnly whether it says of itself that it changes nothing
 * @param scopes those it asks for itself, whatever the policy says; all are needed
 * @param arguments of a call; empty when the question is whether the caller may know of it at all
 * @param address where the call comes from, as far as the platform says
 */
public record Access(
        Kind kind,
        String name,
        boolean readOnly,
        Set<String> scopes,
        Optional<JsonObject> arguments,
        Optional<String> address,
        Instant at) {

    /** Kinds of what is offered. */
    public enum Kind {
        TOOL,
        RESOURCE,
        PROMPT;

        private boolean isWithin(Reach reach, String name) {
            if (this == TOOL) {
                return reach.hasTool(name);
            }
            return this == RESOURCE ? reach.hasResource(name) : reach.hasPrompt(name);
        }
    }

    public Access {
        scopes = Set.copyOf(scopes);
    }

    /** A tool that anybody may be told of, without arguments; for the common case and for tests. */
    public static Access toTool(String name, Instant at) {
        return new Access(Kind.TOOL, name, false, Set.of(), Optional.empty(), Optional.empty(), at);
    }

    /** False for what the caller's credential is not for. */
    public boolean isWithin(Caller caller) {
        return kind.isWithin(caller.reach(), name);
    }

    public Access with(JsonObject given) {
        return new Access(kind, name, readOnly, scopes, Optional.of(given), address, at);
    }

    public Access from(String remoteAddress) {
        return new Access(kind, name, readOnly, scopes, arguments, Optional.of(remoteAddress), at);
    }
}
