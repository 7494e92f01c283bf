package dev.footbridge.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * The values of {@code Mcp-Name} and {@code Mcp-Param-*} headers, which repeat values of the body. Stateless.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/basic/transports/streamable-http">MCP
 *     2026-07-28, Streamable HTTP</a>
 */
public final class MirroredHeader {

    private static final String BEFORE = "=?base64?";
    private static final String AFTER = "?=";

    private MirroredHeader() {}

    /**
     * The text a header value stands for: what is between {@code =?base64?} and {@code ?=} decoded, anything else as it
     * is.
     *
     * @return empty if the value has characters no header may have, or if what is between the marks is not canonical
     *     base64 (RFC 4648 §4, with padding) of UTF-8
     */
    public static Optional<String> decode(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c != '\t' && (c < 0x20 || c > 0x7E)) {
                return Optional.empty();
            }
        }
        boolean marked =
                raw.length() >= BEFORE.length() + AFTER.length() && raw.startsWith(BEFORE) && raw.endsWith(AFTER);
        return marked ? unpack(raw.substring(BEFORE.length(), raw.length() - AFTER.length())) : Optional.of(raw);
    }

    /** The JDK's decoder accepts missing padding and stray bits; encoding again finds both. */
    private static Optional<String> unpack(String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            if (!Base64.getEncoder().encodeToString(bytes).equals(base64)) {
                return Optional.empty();
            }
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (IllegalArgumentException | CharacterCodingException undecodable) {
            return Optional.empty();
        }
    }
}
