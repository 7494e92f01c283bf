package dev.footbridge.secret;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What settings write in the place of secrets: the scheme of a source, a colon, and a place, such as
 * {@code env:CRM_TOKEN} or {@code file:/run/secrets/crm}. Immutable and thread-safe.
 */
public final class SecretReferences {

    /** Known to be references even where their source is not there. */
    public static final Set<String> SCHEMES = Set.of("env", "file", "aws-sm", "aws-ssm", "azure-kv");

    private final Map<String, SecretSource> sources = new TreeMap<>();
    private final InstantSource clock;
    private final Consumer<String> trouble;

    /** @param trouble told in words when a secret that is held could not be read again */
    public SecretReferences(List<SecretSource> sources, InstantSource clock, Consumer<String> trouble) {
        sources.forEach(source -> this.sources.put(source.scheme(), source));
        this.clock = clock;
        this.trouble = trouble;
    }

    /** True if the text refers to a secret, whether or not its source is there; anything else may be the secret. */
    public boolean isReference(String text) {
        int colon = text.indexOf(':');
        String scheme = colon < 0 ? "" : text.substring(0, colon);
        return (sources.containsKey(scheme) || SCHEMES.contains(scheme))
                && colon + 1 < text.length()
                && text.chars().noneMatch(Character::isWhitespace);
    }

    /**
     * The secret that the text refers to; it is read when it is first needed.
     *
     * @throws IllegalArgumentException if the text is no reference, or the source is not there; what is no reference is
     *     not quoted
     */
    public HeldSecret find(String text) {
        if (!isReference(text)) {
            throw new IllegalArgumentException("is no reference to a secret, such as env:NAME; " + known());
        }
        String scheme = text.substring(0, text.indexOf(':'));
        SecretSource source = sources.get(scheme);
        if (source == null) {
            throw new IllegalArgumentException("refers to " + scheme + ", which this server cannot read; " + known());
        }
        return new HeldSecret(source, text.substring(scheme.length() + 1), clock, trouble);
    }

    private String known() {
        return "it knows " + String.join(", ", sources.keySet());
    }
}
