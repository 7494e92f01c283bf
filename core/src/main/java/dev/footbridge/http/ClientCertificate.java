package dev.footbridge.http;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * An X.509 certificate (RFC 5280) whose key the client proved to have, and whose chain the platform verified. Made by
 * adapters only, from what the platform vouches for and never from a header. Immutable.
 *
 * @param subject the subject's distinguished name (RFC 2253); says nothing that is checked
 * @param names the subject alternative names, in the order of the certificate
 * @param serial the serial number in hexadecimal digits, lower case, without zeros in front
 * @param sha256 the SHA-256 of the whole certificate (DER)
 * @param keySha256 the SHA-256 of its public key (DER of SubjectPublicKeyInfo)
 * @param forClients whether its extended key usage names TLS clients
 */
public record ClientCertificate(
        String subject,
        List<AlternativeName> names,
        String serial,
        Bytes sha256,
        Bytes keySha256,
        Instant notBefore,
        Instant notAfter,
        boolean forClients) {

    public ClientCertificate {
        names = List.copyOf(names);
    }

    /** The kinds of alternative names that can name a caller. */
    public enum Kind {
        URI,
        DNS,
        EMAIL
    }

    /** One subject alternative name, as the certificate spells it. */
    public record AlternativeName(Kind kind, String text) {}

    /** The SHA-256 of the whole certificate in hexadecimal digits. */
    public String thumbprint() {
        return HexFormat.of().formatHex(sha256.array());
    }

    /** The SHA-256 of the public key in hexadecimal digits. */
    public String keyThumbprint() {
        return HexFormat.of().formatHex(keySha256.array());
    }
}
