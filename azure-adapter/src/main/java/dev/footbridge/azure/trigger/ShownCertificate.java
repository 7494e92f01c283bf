package dev.footbridge.azure.trigger;

import dev.footbridge.http.CertificateReader;
import dev.footbridge.http.ClientCertificate;
import dev.footbridge.http.Headers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The client's certificate, where the app is set up to ask for one. The platform proves that the client has its key,
 * and believes whoever signed it: that is looked at here. Only what one of the authorities signed itself is believed,
 * because nothing between arrives. Thread-safe.
 *
 * @see <a href="https://learn.microsoft.com/azure/app-service/app-service-web-configure-tls-mutual-auth">TLS mutual
 *     authentication in App Service</a>
 */
public final class ShownCertificate implements Platform.Fact<ClientCertificate> {

    private static final String HEADER = "x-arr-clientcert";

    private final Set<TrustAnchor> authorities;

    private ShownCertificate(Set<TrustAnchor> authorities) {
        this.authorities = authorities;
    }

    /**
     * @param file certificates of authorities (PEM)
     * @throws IllegalArgumentException if there is none, or one that is no authority's
     */
    public static ShownCertificate signedBy(Path file) {
        Set<TrustAnchor> anchors = new HashSet<>();
        try (InputStream pem = Files.newInputStream(file)) {
            for (Certificate read : factory().generateCertificates(pem)) {
                X509Certificate certificate = (X509Certificate) read;
                if (certificate.getBasicConstraints() < 0) {
                    throw new IllegalArgumentException("a certificate in " + file + " is not one of an authority");
                }
                anchors.add(new TrustAnchor(certificate, null));
            }
        } catch (IOException | CertificateException unreadable) {
            throw new IllegalArgumentException("the certificates in " + file + " cannot be read", unreadable);
        }
        if (anchors.isEmpty()) {
            throw new IllegalArgumentException("there is no certificate in " + file);
        }
        return new ShownCertificate(anchors);
    }

    @Override
    public Optional<ClientCertificate> in(Headers headers) {
        Optional<String> shown = headers.single(HEADER).filter(text -> !text.isEmpty());
        return shown.isEmpty() ? Optional.empty() : Optional.of(read(shown.get()));
    }

    private ClientCertificate read(String base64) {
        try {
            byte[] der = Base64.getDecoder().decode(base64);
            CertificateFactory factory = factory();
            X509Certificate shown = (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der));
            PKIXParameters rules = new PKIXParameters(authorities);
            rules.setRevocationEnabled(false);
            CertPathValidator.getInstance("PKIX").validate(factory.generateCertPath(List.of(shown)), rules);
            return CertificateReader.read(shown);
        } catch (GeneralSecurityException refused) {
            throw new IllegalArgumentException("the client certificate is not believed", refused);
        }
    }

    private static CertificateFactory factory() throws CertificateException {
        return CertificateFactory.getInstance("X.509");
    }
}
