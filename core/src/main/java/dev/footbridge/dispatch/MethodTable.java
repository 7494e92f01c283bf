package dev.footbridge.dispatch;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which handler answers which method, for modern clients and for legacy ones. Immutable. */
final class MethodTable {

    private final Map<String, Method> modern;
    private final Map<String, Method> legacy;

    MethodTable(Engine engine) {
        Map<String, Method> shared = new LinkedHashMap<>();
        new ToolRoutes(engine).addTo(shared);
        new ResourceRoutes(engine).addTo(shared);
        new PromptRoutes(engine).addTo(shared);
        new CompletionRoute(engine).addTo(shared);
        Map<String, Method> newer = new LinkedHashMap<>(shared);
        new DiscoverRoute(engine).addTo(newer);
        Map<String, Method> older = new LinkedHashMap<>(shared);
        new SessionRoutes(engine).addTo(older);
        this.modern = Map.copyOf(newer);
        this.legacy = Map.copyOf(older);
    }

    /** The method, or null if this revision has none of that name. */
    @Nullable
    Method find(Exchange exchange) {
        Map<String, Method> table = exchange.revision().isModern() ? modern : legacy;
        return table.get(exchange.request().method());
    }
}
