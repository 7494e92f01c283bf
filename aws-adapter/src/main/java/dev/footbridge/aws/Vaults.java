package dev.footbridge.aws;

import dev.footbridge.aws.secret.ParameterStoreSource;
import dev.footbridge.aws.secret.SecretsManagerSource;
import dev.footbridge.aws.sigv4.AwsAccount;
import dev.footbridge.log.Log;
import dev.footbridge.secret.SecretReferences;
import dev.footbridge.secret.SecretSource;
import dev.footbridge.secret.VariableSource;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** Where secrets can be on AWS. */
final class Vaults {

    private Vaults() {}

    static SecretReferences references(
            Map<String, String> environment, AwsAccount account, InstantSource clock, Log log) {
        List<SecretSource> sources = List.of(
                new VariableSource(environment), new SecretsManagerSource(account), new ParameterStoreSource(account));
        return new SecretReferences(sources, clock, trouble -> log.warn("-", trouble));
    }
}
