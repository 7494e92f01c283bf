package dev.footbridge.http;

import dev.footbridge.http.ClientCertificate.AlternativeName;
import dev.footbridge.http.ClientCertificate.Kind;
import dev.footbridge.secret.Sha256;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** For adapters: takes from a certificate, which they have verified, what the rest needs. Stateless and thread-safe. */
public final class CertificateReader {

    private static final String CLIENT_USE = "1.3.6.1.5.5.7.3.2";
    private static final int EMAIL = 1;
    private static final int DNS = 2;
    private static final int URI = 6;

    private CertificateReader() {}

    /** @throws IllegalArgumentException if its extensions cannot be read: then nothing in it may be believed */
    public static ClientCertificate read(X509Certificate certificate) {
        try {
            return new ClientCertificate(
                    certificate.getSubjectX500Principal().getName(),
                    names(certificate),
                    certificate.getSerialNumber().toString(16),
                    Bytes.of(Sha256.of(certificate.getEncoded())),
                    Bytes.of(Sha256.of(certificate.getPublicKey().getEncoded())),
                    certificate.getNotBefore().toInstant(),
                    certificate.getNotAfter().toInstant(),
                    isForClients(certificate));
        } catch (CertificateParsingException | CertificateEncodingException unreadable) {
            throw new IllegalArgumentException("the extensions of a certificate cannot be read", unreadable);
        }
    }

    /** Whether its extended key usage (RFC 5280 §4.2.1.12) names TLS clients; one that has none names nobody. */
    public static boolean isForClients(X509Certificate certificate) throws CertificateParsingException {
        List<String> uses = certificate.getExtendedKeyUsage();
        return uses != null && uses.contains(CLIENT_USE);
    }

    private static List<AlternativeName> names(X509Certificate certificate) throws CertificateParsingException {
        Collection<List<?>> all = certificate.getSubjectAlternativeNames();
        List<AlternativeName> names = new ArrayList<>();
        if (all == null) {
            return names;
        }
        for (List<?> pair : all) {
            if (pair.get(0) instanceof Integer type && pair.get(1) instanceof String text) {
                add(names, type, text);
            }
        }
        return names;
    }

    private static void add(List<AlternativeName> names, int type, String text) {
        switch (type) {
            case URI -> names.add(new AlternativeName(Kind.URI, text));
            case DNS -> names.add(new AlternativeName(Kind.DNS, text));
            case EMAIL -> names.add(new AlternativeName(Kind.EMAIL, text));
            default -> {
                // addresses and directory names name no caller
            }
        }
    }
}
