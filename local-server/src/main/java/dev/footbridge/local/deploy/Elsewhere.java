package dev.footbridge.local.deploy;

import dev.footbridge.secret.HeldSecret;
import dev.footbridge.secret.Secret;
import dev.footbridge.secret.SecretReferences;
import dev.footbridge.secret.SecretSource;
import dev.footbridge.secret.SecretSourceException;
import dev.footbridge.settings.SecretSettings;
import java.util.List;
import java.util.Set;

/** A place of secrets that is not asked here: references to it are understood, and nothing is read. */
public record Elsewhere(String scheme) implements SecretSource {

    private static final Set<String> CLOUDS = Set.of("aws-sm", "aws-ssm", "azure-kv");

    /** What only a function can ask. */
    public static List<SecretSource> clouds() {
        return of(CLOUDS);
    }

    /** Whether only a function can read it. */
    public static boolean keeps(HeldSecret secret) {
        return CLOUDS.contains(secret.scheme());
    }

    /** Which of the secrets only a function can read, one sentence each. */
    public static List<String> notes(SecretSettings secrets) {
        return secrets.all().entrySet().stream()
                .filter(reference -> keeps(reference.getValue()))
                .map(reference ->
                        reference.getKey() + " refers to " + reference.getValue() + ", which only the function reads")
                .sorted()
                .toList();
    }

    /** Whatever can be referred to. */
    static List<SecretSource> all() {
        return of(SecretReferences.SCHEMES);
    }

    private static List<SecretSource> of(Set<String> schemes) {
        return schemes.stream().<SecretSource>map(Elsewhere::new).toList();
    }

    @Override
    public Secret read(String place) {
        throw new SecretSourceException(scheme + ":" + place + " is read by the function only, and not here", null);
    }
}
