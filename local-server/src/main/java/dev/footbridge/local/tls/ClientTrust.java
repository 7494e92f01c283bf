package dev.footbridge.local.tls;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * Which authorities' client certificates are believed. Immutable.
 *
 * @param authorities they, and what they signed
 */
public record ClientTrust(List<X509Certificate> authorities, Demand demand) {

    /** Whether a client may come without a certificate. A bad one is refused either way. */
    public enum Demand {
        NEED,
        WANT
    }

    public ClientTrust {
        authorities = List.copyOf(authorities);
    }

    /** @throws TlsException for a file without a certificate, or with one that is no authority's */
    public static ClientTrust ofPem(Path file, Demand demand) throws TlsException {
        List<X509Certificate> authorities = TlsIdentity.certificates(file);
        for (X509Certificate certificate : authorities) {
            if (certificate.getBasicConstraints() < 0) {
                throw new TlsException("a certificate in " + file + " is not one of an authority");
            }
        }
        return new ClientTrust(authorities, demand);
    }
}
