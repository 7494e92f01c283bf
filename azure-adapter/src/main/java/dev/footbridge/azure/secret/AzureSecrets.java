package dev.footbridge.azure.secret;

import dev.footbridge.log.Log;
import dev.footbridge.secret.SecretReferences;
import dev.footbridge.secret.VariableSource;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** Where secrets can be on Azure. */
public final class AzureSecrets {

    private AzureSecrets() {}

    /** Connects to nothing. */
    public static SecretReferences references(Map<String, String> environment, InstantSource clock, Log log) {
        return new SecretReferences(
                List.of(new VariableSource(environment), new KeyVaultSource(environment, clock)),
                clock,
                trouble -> log.warn("-", trouble));
    }
}
