package dev.footbridge.feature;

import dev.footbridge.call.Call;
import dev.footbridge.protocol.ResourceContents;
import java.util.List;
import java.util.Map;

/** Reads a resource. Called by many threads at once. */
@FunctionalInterface
public interface ResourceReader {

    /**
     * Reads.
     *
     * @param uri as the client sent it
     * @param variables what the template matched, decoded; empty for a fixed resource
     * @return the contents; an empty list if there is no such resource
     */
    List<ResourceContents> read(String uri, Map<String, String> variables, Call call) throws Exception;
}
