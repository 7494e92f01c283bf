package dev.footbridge.dispatch;

import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonObject;
import dev.footbridge.protocol.ProtocolVersion;
import java.util.Map;

/**
 * {@code server/discover}: what a modern client asks first, if it asks at all.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/server/discover">Discovery</a>
 */
final class DiscoverRoute {

    private final Engine engine;

    DiscoverRoute(Engine engine) {
        this.engine = engine;
    }

    void addTo(Map<String, Method> table) {
        table.put("server/discover", Method.atOnce((exchange, call) -> discover(exchange)));
    }

    private JsonObject discover(Exchange exchange) {
        return JsonObject.builder()
                .put("supportedVersions", supportedVersions())
                .put("capabilities", Capabilities.of(engine.catalog.current(), exchange.live(), true))
                .putIfPresent("instructions", engine.config.instructions())
                .build();
    }

    /** Only what a client can name in {@code _meta}: a legacy revision would be refused there. */
    static JsonArray supportedVersions() {
        return JsonArray.ofStrings(
                ProtocolVersion.modern().stream().map(ProtocolVersion::text).toList());
    }
}
