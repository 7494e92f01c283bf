package dev.footbridge.dispatch;

import dev.footbridge.http.Headers;
import dev.footbridge.protocol.ErrorCode;
import dev.footbridge.protocol.Message;
import dev.footbridge.protocol.MirroredHeader;
import dev.footbridge.protocol.ProtocolVersion;
import dev.footbridge.protocol.RpcException;
import java.util.Map;
import java.util.Optional;

/**
 * Modern requests repeat parts of their body in headers, for gateways to route by. Both must say the same, or a gateway
 * could be made to see another call than the one that runs.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/basic/transports/streamable-http">Headers</a>
 */
final class HeaderAgreement {

    static final String VERSION = "MCP-Protocol-Version";
    private static final String METHOD = "Mcp-Method";
    private static final String NAME = "Mcp-Name";

    /** Which parameter {@code Mcp-Name} repeats, for the methods that need it. */
    private static final Map<String, String> NAMED_BY =
            Map.of("tools/call", "name", "prompts/get", "name", "resources/read", "uri");

    private HeaderAgreement() {}

    /** The revision a header names; empty if there is none, or none of ours, or more than one. */
    static Optional<ProtocolVersion> declared(Headers headers) {
        return headers.single(VERSION).flatMap(ProtocolVersion::named);
    }

    /** @throws RpcException if the header is missing or names another version */
    static void checkVersion(Headers headers, String inBody) {
        if (!headers.single(VERSION).filter(inBody::equals).isPresent()) {
            throw mismatch(VERSION + " must be sent once and equal the version in _meta");
        }
    }

    /** @throws RpcException if {@code Mcp-Method} or {@code Mcp-Name} is missing or disagrees */
    static void checkRouting(Headers headers, Message.Request request) {
        if (!headers.single(METHOD).filter(request.method()::equals).isPresent()) {
            throw mismatch(METHOD + " must be sent once and equal the method in the body");
        }
        String parameter = NAMED_BY.get(request.method());
        Optional<String> inBody =
                parameter == null ? Optional.empty() : request.params().string(parameter);
        if (inBody.isPresent()
                && !headers.single(NAME)
                        .flatMap(MirroredHeader::decode)
                        .filter(inBody.get()::equals)
                        .isPresent()) {
            throw mismatch(NAME + " must be sent once and equal params." + parameter);
        }
    }

    private static RpcException mismatch(String message) {
        return new RpcException(ErrorCode.HEADER_MISMATCH, message);
    }
}
