package dev.footbridge.azure.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footbridge.http.ClientCertificate;
import dev.footbridge.http.Headers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ShownCertificateTest {

    @TempDir
    private static Path folder;

    private static Path authority;

    @BeforeAll
    static void sign() throws Exception {
        keytool("-genkeypair", "-alias", "ca", "-keyalg", "EC", "-dname", "CN=ca", "-ext", "bc=ca:true");
        keytool("-genkeypair", "-alias", "ada", "-keyalg", "EC", "-dname", "CN=ada", "-signer", "ca");
        keytool("-genkeypair", "-alias", "eve", "-keyalg", "EC", "-dname", "CN=ada");
        keytool(
                "-genkeypair",
                "-alias",
                "old",
                "-keyalg",
                "EC",
                "-dname",
                "CN=old",
                "-signer",
                "ca",
                "-startdate",
                "-2y",
                "-validity",
                "30");
        authority = pem("ca");
    }

    @Test
    void whatAnAuthoritySignedIsBelieved() throws Exception {
        assertThat(ShownCertificate.signedBy(authority).in(shown("ada")))
                .map(ClientCertificate::subject)
                .hasValue("CN=ada");
    }

    @Test
    void whoeverSignedForThemselvesIsNot() throws Exception {
        refused(shown("eve"));
    }

    @Test
    void norWhatHasEnded() throws Exception {
        refused(shown("old"));
    }

    @Test
    void norWhatIsNoCertificate() {
        refused(Headers.of("x-arr-clientcert", "AAAA"));
        refused(Headers.of("x-arr-clientcert", "not base64"));
    }

    @Test
    void withoutOneNothingIsSaid() {
        assertThat(ShownCertificate.signedBy(authority).in(Headers.NONE)).isEmpty();
        assertThat(ShownCertificate.signedBy(authority).in(Headers.of("x-arr-clientcert", "")))
                .isEmpty();
    }

    @Test
    void aFileWithoutAuthoritiesEndsTheStart() throws Exception {
        Path empty = Files.writeString(folder.resolve("empty.pem"), "");
        Path nobody = pem("eve");

        assertThatThrownBy(() -> ShownCertificate.signedBy(empty)).hasMessageContaining("empty.pem");
        assertThatThrownBy(() -> ShownCertificate.signedBy(nobody)).hasMessageContaining("not one of an authority");
        assertThatThrownBy(() -> ShownCertificate.signedBy(folder.resolve("none.pem")))
                .hasMessageContaining("none.pem");
    }

    private static void refused(Headers headers) {
        assertThatThrownBy(() -> ShownCertificate.signedBy(authority).in(headers))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Headers shown(String alias) throws Exception {
        return Headers.of("x-arr-clientcert", Base64.getEncoder().encodeToString(der(alias)));
    }

    private static Path pem(String alias) throws Exception {
        String base64 = Base64.getMimeEncoder().encodeToString(der(alias));
        return Files.writeString(
                folder.resolve(alias + ".pem"),
                "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n");
    }

    private static byte[] der(String alias) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve("store.p12"))) {
            store.load(in, "changeit".toCharArray());
        }
        return store.getCertificate(alias).getEncoded();
    }

    private static void keytool(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(words));
        command.addAll(List.of(
                "-keystore", folder.resolve("store.p12").toString(), "-storetype", "PKCS12", "-storepass", "changeit"));
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(keytool.waitFor()).as(said).isZero();
    }
}
