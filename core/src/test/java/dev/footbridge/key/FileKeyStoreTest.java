package dev.footbridge.key;

import static dev.footbridge.key.KeyFixture.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footbridge.call.Reach;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FileKeyStoreTest {

    @TempDir
    private Path folder;

    private Path file;
    private FileKeyStore store;

    @BeforeEach
    void beginWithNoFile() {
        file = folder.resolve("keys.json");
        store = new FileKeyStore(file);
    }

    @Test
    void noFileIsNoKey() {
        assertThat(store.list()).isEmpty();
        assertThat(store.find("0123456789")).isEmpty();
        assertThat(file).doesNotExist();
    }

    @Test
    void whatIsWrittenIsItsOwnersAlone() throws Exception {
        issuer(store).create(KeyTerms.of("alice", NOON));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("keys.json", "keys.json.lock");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rwx------"})
    void aFileThatOthersMayReadIsRefusedEvenIfItWasReadBefore(String mode) throws Exception {
        String id = issuer(store).create(KeyTerms.of("alice", NOON)).key().id();
        assertThat(store.find(id)).isPresent();

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));

        assertThatThrownBy(() -> store.find(id))
                .isInstanceOf(KeyStoreException.class)
                .hasMessageContaining("chmod 600")
                .hasMessageContaining(file.toString());
        assertThatThrownBy(() -> issuer(store).revoke(id)).isInstanceOf(KeyStoreException.class);
    }

    @Test
    void theFileHasNeitherKeyNorPepper() throws Exception {
        String text =
                issuer(store).create(KeyTerms.of("alice", NOON)).key().text().revealText();

        assertThat(Files.readString(file)).contains(text.substring(10, 20)).doesNotContain(text.substring(21, 64));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"owner\"|\"owner2\"",
                "\"active\"|\"dormant\"",
                "\"active\"|\"ACTIVE\"",
                "\"label\": \"\"|\"label\": 1",
                "\"label\": \"\"|\"label\": \"\", \"countries\": []",
                "\"format\": 1|\"format\": 2",
                "\"writes\": 1|\"writes\": \"1\"",
                "\"2026-05-30T12:00:00Z\"|\"2036-05-30T12:00:00Z\"",
                "\"2026-05-30T12:00:00Z\"|\"never\"",
                "\"networks\": []|\"networks\": [\"everywhere\"]",
                "\"networks\": []|\"networks\": [1]",
                "\"version\": \"1\"|\"version\": \"\"",
                "}|",
                "{|[{"
            })
    void aFileWithAnythingUnknownInItIsRefusedAsAWhole(String change) throws Exception {
        issuer(store).create(KeyTerms.of("alice", NOON));
        String[] parts = change.split("\\|", -1);
        String good = Files.readString(file);
        assertThat(good).contains(parts[0]);
        Files.writeString(file, good.replace(parts[0], parts[1]));

        assertThatThrownBy(() -> new FileKeyStore(file).list())
                .isInstanceOf(KeyStoreException.class)
                .hasMessage("the key file is not one that this version reads");
    }

    @Test
    void aKeyOfTheFirstVersionThatNamesToolsIsForNothingElse() throws Exception {
        KeyTerms terms = KeyTerms.of("alice", NOON).withReach(Reach.ofTools(Set.of("find")));
        issuer(store).create(terms);
        String written = Files.readString(file);
        String first = written.replaceAll("\\s*\"(resources|prompts)\": \\[],", "");
        assertThat(first).isNotEqualTo(written).doesNotContain("resources");

        Files.writeString(file, first);

        assertThat(new FileKeyStore(file).list())
                .extracting(stored -> stored.key().terms())
                .containsExactly(terms);
    }

    @Test
    void aLinkToTheFileIsKept() throws Exception {
        issuer(store).create(KeyTerms.of("alice", NOON));
        Path link = Files.createSymbolicLink(folder.resolve("link.json"), file);

        issuer(new FileKeyStore(link)).create(KeyTerms.of("bob", NOON));

        assertThat(link).isSymbolicLink();
        assertThat(store.list()).hasSize(2);
    }

    @Test
    void noKeyIsLostBetweenProcesses() throws Exception {
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            processes.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Writer.class.getName(),
                            file.toString())
                    .inheritIO()
                    .start());
        }
        Writer.main(file.toString());
        for (Process process : processes) {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
        }

        assertThat(store.list()).hasSize(3 * Writer.KEYS);
    }

    private static KeyIssuer issuer(KeyStore store) {
        return new KeyIssuer(store, new Pepper(List.of(KeyFixture.pepper(1))), () -> NOON);
    }

    /** A process of its own that makes keys. */
    static final class Writer {
        static final int KEYS = 15;

        private Writer() {}

        public static void main(String... words) {
            KeyIssuer issuer = issuer(new FileKeyStore(Path.of(words[0])));
            for (int i = 0; i < KEYS; i++) {
                issuer.create(KeyTerms.of("alice", NOON));
            }
        }
    }
}
