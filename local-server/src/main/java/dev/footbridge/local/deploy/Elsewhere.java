package dev.footbridge.local.deploy;

import dev.footbridge.secret.Secret;
import dev.footbridge.secret.SecretSource;
import dev.footbridge.secret.SecretSourceException;
import java.util.List;
import java.util.stream.Stream;

/** A place of secrets that is not asked here: references to it are understood, and nothing is read. */
public record Elsewhere(String scheme) implements SecretSource {

    /** What only a function can ask. */
    public static List<SecretSource> clouds() {
        return of("aws-sm", "aws-ssm", "azure-kv");
    }

    static List<SecretSource> of(String... schemes) {
        return Stream.of(schemes).<SecretSource>map(Elsewhere::new).toList();
    }

    @Override
    public Secret read(String place) {
        throw new SecretSourceException(scheme + ":" + place + " is read by the function, and nowhere else", null);
    }
}
