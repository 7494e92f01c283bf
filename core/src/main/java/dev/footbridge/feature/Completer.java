package dev.footbridge.feature;

import dev.footbridge.call.Call;
import java.util.List;
import java.util.Map;

/** Proposes values for an argument while the user types. Called by many threads at once. */
@FunctionalInterface
public interface Completer {

    /**
     * Proposes.
     *
     * @param typed what the user has typed so far, maybe nothing
     * @param others the arguments that are settled already, empty if the client did not say
     * @return best first; the server sends the first 100
     */
    List<String> complete(String typed, Map<String, String> others, Call call) throws Exception;
}
