package dev.footbridge.key;

import dev.footbridge.http.Bytes;
import dev.footbridge.secret.Secret;
import dev.footbridge.secret.SecretSource;
import dev.footbridge.secret.SecretSourceException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Secrets in files that only their owner may read: {@code file:/run/secrets/crm}. The end of the last line is no part
 * of the secret. Stateless and thread-safe.
 */
public final class FileSource implements SecretSource {

    @Override
    public String scheme() {
        return "file";
    }

    @Override
    public Duration freshFor() {
        return Duration.ofMinutes(1);
    }

    @Override
    public Secret read(String place) {
        try {
            Optional<Bytes> content = new OwnerFile(Path.of(place)).read();
            String text = content.map(Bytes::asUtf8).orElse("");
            String secret = text.endsWith("\r\n")
                    ? text.substring(0, text.length() - 2)
                    : text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
            if (secret.isEmpty()) {
                throw new SecretSourceException(
                        content.isPresent() ? "the file " + place + " is empty" : "there is no file " + place, null);
            }
            return Secret.ofText(secret);
        } catch (KeyStoreException unreadable) {
            throw new SecretSourceException(String.valueOf(unreadable.getMessage()), unreadable);
        } catch (InvalidPathException notOne) {
            throw new SecretSourceException("'" + place + "' is not the name of a file", null);
        }
    }
}
