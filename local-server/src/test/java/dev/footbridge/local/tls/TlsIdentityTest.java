package dev.footbridge.local.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footbridge.local.tls.ClientTrust.Demand;
import dev.footbridge.local.tls.TestAuthority.Issued;
import dev.footbridge.secret.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TlsIdentityTest {

    @TempDir
    private Path folder;

    private TestAuthority authority;
    private Issued server;

    @BeforeEach
    void makeCertificates() {
        authority = TestAuthority.in(folder);
        server = authority.server("server");
    }

    @Test
    void keysOfTheUsualKindsAreRead() {
        for (String kind : List.of("rsa:2048", "ed25519", "ec -pkeyopt ec_paramgen_curve:P-384")) {
            authority.openssl("req -x509 -nodes -subj /CN=k -days 2 -keyout k.key -out k.pem -newkey " + kind);

            assertThatCode(() -> TlsIdentity.ofPem(at("k.pem"), at("k.key")))
                    .as(kind)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void keyAndChainMayBeInOneFile() throws Exception {
        String all = Files.readString(server.certificate())
                + Files.readString(authority.certificate())
                + Files.readString(server.key());
        Files.writeString(server.key(), all);

        assertThat(TlsIdentity.ofPem(server.key(), server.key())
                        .store(new char[0])
                        .getCertificateChain("server"))
                .hasSize(2);
    }

    @Test
    void aKeyThatOthersMayReadIsRefused() throws Exception {
        Files.setPosixFilePermissions(server.key(), PosixFilePermissions.fromString("rw-r-----"));

        assertRefused(server.certificate(), server.key(), "others may read or change", "chmod 600");
    }

    @Test
    void aKeyThatIsAnothersOrOfAnotherKindIsRefused() {
        Issued other = authority.server("other");
        authority.openssl("req -x509 -nodes -subj /CN=r -days 2 -keyout r.key -out r.pem -newkey rsa:2048");

        assertRefused(server.certificate(), other.key(), "does not belong to the certificate");
        assertRefused(server.certificate(), at("r.key"), "of another kind");
    }

    @Test
    void keysInOtherFormsAreRefusedWithTheWayOut() {
        authority.openssl("pkey -traditional -in server.key -out old.key");
        authority.openssl("pkey -aes256 -passout pass:secret -in server.key -out locked.key");

        assertRefused(server.certificate(), own("old.key"), "not plain PKCS#8", "openssl pkcs8");
        assertRefused(server.certificate(), own("locked.key"), "not plain PKCS#8", "openssl pkcs8");
    }

    @Test
    void filesThatAreMissingEmptyOrBrokenAreNamed() throws Exception {
        Path broken = Files.writeString(at("broken.pem"), "-----BEGIN CERTIFICATE-----\nAAAA\n");
        Path empty = Files.writeString(at("empty.key"), "");

        assertRefused(at("none.pem"), server.key(), "there is no file", "none.pem");
        assertRefused(server.certificate(), at("none.key"), "there is no file", "none.key");
        assertRefused(server.certificate(), own(empty.getFileName().toString()), "has no private key");
        assertRefused(broken, server.key(), "a PEM block of", "broken");
        assertRefused(empty, server.key(), "has no certificate");
    }

    @Test
    void pkcs12IsReadWithItsPasswordOnly() {
        authority.openssl(
                "pkcs12 -export -in server.pem -inkey server.key -certfile ca.pem -out s.p12 -passout pass:sesame");
        Path store = own("s.p12");

        assertThatCode(() -> TlsIdentity.ofPkcs12(store, Secret.ofText("sesame")))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> TlsIdentity.ofPkcs12(store, Secret.ofText("open")))
                .isInstanceOf(TlsException.class)
                .hasMessageContaining("its password is another one")
                .hasMessageNotContaining("open");
    }

    @Test
    void aClientsCertificateIsNoAuthority() {
        assertThatThrownBy(() -> ClientTrust.ofPem(server.certificate(), Demand.NEED))
                .isInstanceOf(TlsException.class)
                .hasMessageContaining("is not one of an authority");
    }

    private void assertRefused(Path chain, Path key, String... words) {
        assertThatThrownBy(() -> TlsIdentity.ofPem(chain, key))
                .isInstanceOf(TlsException.class)
                .hasMessageContainingAll(words)
                .hasNoCause();
    }

    private Path at(String name) {
        return folder.resolve(name);
    }

    private Path own(String name) {
        try {
            Files.setPosixFilePermissions(at(name), PosixFilePermissions.fromString("rw-------"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return at(name);
    }
}
