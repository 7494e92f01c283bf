package dev.footbridge.local.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a function on Azure gets at. Which secrets its vault has, and whose secrets it may read, only Azure knows.
 *
 * @param bicep that sets its variables; empty if it is not there
 */
record AzureSecretAccess(String bicep) implements SecretAccess {

    static AzureSecretAccess read(Path file) throws IOException {
        return new AzureSecretAccess(Files.exists(file) ? Files.readString(file) : "");
    }

    @Override
    public Optional<String> obstacle(String scheme, String place) {
        return switch (scheme) {
            case "azure-kv" -> Optional.empty();
            case "env" ->
                bicep.isEmpty() || sets(place)
                        ? Optional.empty()
                        : Optional.of("infra/app.bicep sets no variable " + place);
            default -> Optional.of("a function on Azure knows env and azure-kv only");
        };
    }

    private boolean sets(String variable) {
        return Pattern.compile("(?m)^\\s*'?" + Pattern.quote(variable) + "'?\\s*:")
                .matcher(bicep)
                .find();
    }
}
