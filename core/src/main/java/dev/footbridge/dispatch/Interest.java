package dev.footbridge.dispatch;

import dev.footbridge.feature.Change;
import dev.footbridge.feature.FeatureSet;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonString;
import dev.footbridge.protocol.Meta;
import dev.footbridge.protocol.RequestId;
import dev.footbridge.protocol.RpcException;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which changes a {@code subscriptions/listen} request wants to hear of.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2026-07-28/basic/patterns/subscriptions">Subscriptions</a>
 */
record Interest(boolean tools, boolean prompts, boolean resources, Set<String> uris) {

    private static final String TOOLS = "toolsListChanged";
    private static final String PROMPTS = "promptsListChanged";
    private static final String RESOURCES = "resourcesListChanged";
    private static final String URIS = "resourceSubscriptions";

    /** @throws RpcException if the filter is missing or malformed */
    static Interest requested(JsonObject params) {
        JsonObject filter = params.object("notifications")
                .orElseThrow(() -> Refusals.invalidParams("notifications must be an object"));
        Set<String> uris = new TreeSet<>();
        if (filter.has(URIS)) {
            JsonArray array = filter.array(URIS).orElseThrow(() -> Refusals.invalidParams(URIS + " must be an array"));
            for (Json item : array.items()) {
                if (!(item instanceof JsonString uri)) {
                    throw Refusals.invalidParams(URIS + " must hold strings");
                }
                uris.add(uri.value());
            }
        }
        return new Interest(filter.isTrue(TOOLS), filter.isTrue(PROMPTS), filter.isTrue(RESOURCES), uris);
    }

    /** What of it this server can honour. */
    Interest honouredBy(FeatureSet features, boolean live) {
        boolean hasResources = live && features.hasResources();
        return new Interest(
                tools && live && !features.tools().isEmpty(),
                prompts && live && !features.prompts().isEmpty(),
                resources && hasResources,
                hasResources ? uris : Set.of());
    }

    boolean wants(Change change) {
        if (change instanceof Change.ToolsChanged) {
            return tools;
        }
        if (change instanceof Change.PromptsChanged) {
            return prompts;
        }
        return change instanceof Change.ResourceUpdated updated ? covers(uris, updated.uri()) : resources;
    }

    /** A subscription covers the resource itself and everything below it. */
    static boolean covers(Set<String> uris, String updated) {
        return uris.contains(updated)
                || uris.stream().anyMatch(uri -> updated.startsWith(uri.endsWith("/") ? uri : uri + "/"));
    }

    /** The first message of a subscription, naming what will be sent on it. */
    JsonObject acknowledged(RequestId subscription) {
        JsonObject.Builder honoured = JsonObject.builder();
        putIfTrue(honoured, TOOLS, tools);
        putIfTrue(honoured, PROMPTS, prompts);
        putIfTrue(honoured, RESOURCES, resources);
        honoured.putIfPresent(URIS, uris.isEmpty() ? null : JsonArray.ofStrings(uris));
        JsonObject params = JsonObject.builder()
                .put("_meta", meta(subscription))
                .put("notifications", honoured.build())
                .build();
        return Notifications.of("notifications/subscriptions/acknowledged", params);
    }

    static JsonObject notification(Change change, RequestId subscription) {
        JsonObject params = JsonObject.builder()
                .put("_meta", meta(subscription))
                .putAll(Notifications.params(change))
                .build();
        return Notifications.of(Notifications.method(change), params);
    }

    /** The result that ends a subscription from the server's side. */
    static Answer ended(RequestId subscription, Projection projection) {
        JsonObject result = JsonObject.builder()
                .put("resultType", "complete")
                .put("_meta", meta(subscription))
                .build();
        return Answer.result(subscription, projection.signed(result));
    }

    private static JsonObject meta(RequestId subscription) {
        return JsonObject.of(Meta.SUBSCRIPTION_ID, subscription.value());
    }

    private static void putIfTrue(JsonObject.Builder json, String name, boolean value) {
        if (value) {
            json.put(name, true);
        }
    }
}
