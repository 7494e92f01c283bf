package dev.footbridge.testkit;

import dev.footbridge.key.FileKeyStore;
import dev.footbridge.key.KeyStore;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.io.TempDir;

final class FileKeyStoreContractTest extends KeyStoreContract {

    @TempDir
    private Path folder;

    @Override
    protected KeyStore openStore(InstantSource time) {
        return new FileKeyStore(folder.resolve("keys.json"));
    }
}
