package dev.footbridge.local.tls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** A certificate authority in a folder, as an operator would make one with openssl. */
public final class TestAuthority {

    private static final String CONFIG = """
            [ca]
            default_ca = here
            [here]
            database = ./index.txt
            new_certs_dir = .
            serial = ./serial
            default_md = sha256
            default_days = 30
            policy = anything
            unique_subject = no
            [anything]
            commonName = supplied
            """;

    private final Path folder;

    private TestAuthority(Path folder) {
        this.folder = folder;
    }

    /** A certificate with its key. */
    public record Issued(Path certificate, Path key) {}

    /** Skips the test where there is no openssl. */
    public static TestAuthority in(Path folder) {
        Assumptions.assumeTrue(isThere(), "the openssl command is not on the PATH, so no certificates can be made");
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("ca.cnf"), CONFIG);
            Files.writeString(folder.resolve("index.txt"), "");
            Files.writeString(folder.resolve("serial"), "1000\n");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        TestAuthority made = new TestAuthority(folder);
        made.openssl("req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 30 -subj /CN="
                + folder.getFileName() + " -addext keyUsage=critical,keyCertSign -keyout ca.key -out ca.pem");
        return made;
    }

    public Path certificate() {
        return folder.resolve("ca.pem");
    }

    /** For 127.0.0.1 and localhost. */
    public Issued server(String name) {
        return issue(name, "", "subjectAltName=IP:127.0.0.1,DNS:localhost", "extendedKeyUsage=serverAuth");
    }

    /** With a key of that kind, as {@code -newkey} names it. */
    public Issued server(String name, String kind) {
        write(name, "subjectAltName=IP:127.0.0.1,DNS:localhost", "extendedKeyUsage=serverAuth");
        return signed(name, kind, "");
    }

    /** @param names as in {@code URI:spiffe://example.org/a} */
    public Issued client(String name, String names) {
        return issue(name, "", "subjectAltName=" + names, "extendedKeyUsage=clientAuth");
    }

    /** @param times options of {@code openssl ca}, or nothing */
    public Issued issue(String name, String times, String... extensions) {
        write(name, extensions);
        return signed(name, "ec -pkeyopt ec_paramgen_curve:P-256", times);
    }

    private void write(String name, String... extensions) {
        try {
            Files.writeString(folder.resolve(name + ".ext"), String.join("\n", extensions) + "\n");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Issued signed(String name, String kind, String times) {
        openssl("req -new -nodes -subj /CN=" + name + " -keyout " + name + ".key -out " + name + ".csr -newkey "
                + kind);
        openssl("ca -batch -notext -config ca.cnf -cert ca.pem -keyfile ca.key -in " + name + ".csr -out " + name
                + ".pem -extfile " + name + ".ext " + times);
        return new Issued(folder.resolve(name + ".pem"), folder.resolve(name + ".key"));
    }

    /** What openssl prints. */
    public String openssl(String words) {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(words.strip().split(" +", -1)));
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(words + " failed: " + output);
            }
            return output;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static boolean isThere() {
        try {
            return new ProcessBuilder("openssl", "version").start().waitFor() == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
