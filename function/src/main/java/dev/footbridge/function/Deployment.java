package dev.footbridge.function;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a deployment says of its server in every cloud. Immutable.
 *
 * @param publicUrl of the endpoint, as clients write it; empty if nobody says
 * @param origins of web pages that may call
 * @param sealingKeys references to the texts that sealing keys are worked out of, the current one first
 * @param file the {@code footbridge.yaml} in the package; empty for none
 */
public record Deployment(
        Optional<String> publicUrl, List<String> origins, List<String> sealingKeys, Optional<Path> file) {

    public Deployment {
        origins = List.copyOf(origins);
        sealingKeys = List.copyOf(sealingKeys);
    }
}
