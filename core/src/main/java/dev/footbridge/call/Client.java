package dev.footbridge.call;

import dev.footbridge.protocol.ClientCapabilities;

/**
 * The program that calls, as it describes itself. Name and version are for display and debugging: never branch on them.
 *
 * @param name empty if the client did not say
 */
public record Client(String name, String version, ClientCapabilities capabilities) {

    public static final Client UNKNOWN = new Client("", "", ClientCapabilities.NONE);
}
