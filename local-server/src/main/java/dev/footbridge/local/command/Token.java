package dev.footbridge.local.command;

import dev.footbridge.secret.Secret;
import dev.footbridge.security.ApiKeyPrefix;
import dev.footbridge.security.BearerTokenAuthenticator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where the bearer token comes from that clients must bring. */
final class Token {

    private static final String VARIABLE = "FOOTBRIDGE_TOKEN";
    private static final int MIN_LENGTH = 16;
    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private Token() {}

    /** The file wins over the variable. */
    static Optional<Secret> find(Optional<Path> file, Map<String, String> env) throws CommandFailure {
        if (file.isPresent()) {
            return Optional.of(checked(read(file.get()), file.get().toString()));
        }
        String value = env.get(VARIABLE);
        return value == null ? Optional.empty() : Optional.of(checked(value, VARIABLE));
    }

    /** What sets the variable that the texts for clients name, if the token is in a file. */
    static Optional<String> export(Arguments arguments) {
        return arguments
                .one("--token-file")
                .map(file -> "export " + VARIABLE + "=\"$(cat "
                        + Io.shellWord(
                                Path.of(file).toAbsolutePath().normalize().toString()) + ")\"");
    }

    private static String read(Path file) throws CommandFailure {
        try {
            if (Files.getFileStore(file).supportsFileAttributeView("posix")
                    && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
                throw CommandFailure.start("others may read the token file " + file + ": chmod 600 it first");
            }
            return Files.readString(file, StandardCharsets.UTF_8).strip();
        } catch (NoSuchFileException missing) {
            throw CommandFailure.start("there is no token file " + file);
        } catch (IOException unreadable) {
            throw CommandFailure.start("the token file " + file + " cannot be read");
        }
    }

    private static Secret checked(String text, String source) throws CommandFailure {
        if (text.startsWith(ApiKeyPrefix.TEXT)) {
            throw CommandFailure.start("the token in " + source
                    + " is an API key, which is for clients; 'serve --keys FILE' accepts keys");
        }
        Secret token = Secret.ofText(text);
        try {
            if (text.length() >= MIN_LENGTH) {
                new BearerTokenAuthenticator(token);
                return token;
            }
        } catch (IllegalArgumentException unsendable) {
            // the same sentence for both
        }
        throw CommandFailure.start("the token in " + source + " must be at least " + MIN_LENGTH
                + " letters, digits or -._~+/; 'openssl rand -hex 32' makes a good one");
    }
}
