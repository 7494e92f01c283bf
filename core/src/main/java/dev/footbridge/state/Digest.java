package dev.footbridge.state;

import dev.footbridge.secret.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Names for stored things that must not reveal what they are named after. Stateless and thread-safe. */
public final class Digest {

    private Digest() {}

    /** The SHA-256 of the text in hexadecimal digits. */
    public static String of(String secret) {
        return HexFormat.of().formatHex(Sha256.of(secret.getBytes(StandardCharsets.UTF_8)));
    }
}
