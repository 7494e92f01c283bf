package dev.footbridge.call;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;
import dev.footbridge.protocol.ClientCapabilities;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Asks the client which folders the user has opened. Deprecated by the protocol since 2026-07-28, as
 * {@link SampleRequest} is.
 */
public record RootsRequest() implements InputRequest<List<RootsRequest.Root>> {

    /** One folder; {@code name} is empty if the client gave none. */
    public record Root(String uri, String name) {}

    @Override
    public String method() {
        return "roots/list";
    }

    @Override
    public JsonObject params() {
        return JsonObject.EMPTY;
    }

    @Override
    public boolean answerableBy(ClientCapabilities capabilities) {
        return capabilities.roots();
    }

    @Override
    public JsonObject requiredCapabilities() {
        return JsonObject.of("roots", JsonObject.EMPTY);
    }

    @Override
    public Optional<List<Root>> read(Json result) {
        if (!(result instanceof JsonObject object) || object.array("roots").isEmpty()) {
            return Optional.empty();
        }
        List<Root> roots = new ArrayList<>();
        for (Json item : object.array("roots").get().items()) {
            if (!(item instanceof JsonObject root)
                    || root.string("uri").isEmpty()
                    || (root.has("name") && root.string("name").isEmpty())) {
                return Optional.empty();
            }
            roots.add(new Root(root.string("uri").get(), root.string("name").orElse("")));
        }
        return Optional.of(List.copyOf(roots));
    }
}
