package dev.footbridge.local.command;

import dev.footbridge.audit.AuditKey;
import dev.footbridge.http.Bytes;
import dev.footbridge.key.KeyStoreException;
import dev.footbridge.key.OwnerFile;
import dev.footbridge.secret.RandomBytes;
import dev.footbridge.secret.Secret;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;

/** The key of the audit, in hexadecimal digits in a file that only its owner may read. */
final class AuditKeyFile {

    private static final int BYTES = 32;

    private AuditKeyFile() {}

    static AuditKey open(Path file) throws CommandFailure {
        return key(
                file,
                read(file)
                        .orElseThrow(() -> CommandFailure.start("there is no audit key " + file
                                + ", and records can be verified with the key they were written with only")));
    }

    static AuditKey openOrMake(Path file) throws CommandFailure {
        Optional<Bytes> known = read(file);
        return key(file, known.isPresent() ? known.get() : make(file));
    }

    private static Optional<Bytes> read(Path file) throws CommandFailure {
        try {
            return new OwnerFile(file).read();
        } catch (KeyStoreException unusable) {
            throw CommandFailure.start(unusable.getMessage());
        }
    }

    private static Bytes make(Path file) throws CommandFailure {
        OwnerFile owned = new OwnerFile(file);
        HomeFolder.makeFor(file);
        try {
            return owned.alone(() -> owned.read().orElseGet(() -> {
                Bytes fresh = Bytes.utf8(HexFormat.of().formatHex(RandomBytes.of(BYTES)) + "\n");
                owned.replace(fresh);
                return fresh;
            }));
        } catch (KeyStoreException unusable) {
            throw CommandFailure.start("the audit key " + file + " cannot be made");
        }
    }

    private static AuditKey key(Path file, Bytes content) throws CommandFailure {
        try {
            return new AuditKey(
                    Secret.of(HexFormat.of().parseHex(content.asUtf8().strip())));
        } catch (IllegalArgumentException notOne) {
            throw CommandFailure.start("the audit key in " + file + " must be 64 hexadecimal digits");
        }
    }
}
