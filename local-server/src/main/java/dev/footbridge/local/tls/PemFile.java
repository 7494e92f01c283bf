package dev.footbridge.local.tls;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The blocks of a PEM file (RFC 7468). What stands between them is skipped, as {@code openssl} writes it. Immutable.
 *
 * @param name the file, for what is said of it
 */
record PemFile(String name, List<Block> blocks) {

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----\\s([A-Za-z0-9+/=\\s]*)-----END \\1-----");
    private static final String BEGIN = "-----BEGIN ";

    /** One block. Its bytes may be a key: it says nothing of them. */
    static final class Block {
        private final String label;
        private final byte[] der;

        Block(String label, byte[] der) {
            this.label = label;
            this.der = der;
        }

        String label() {
            return label;
        }

        byte[] der() {
            return der;
        }
    }

    /** Headers inside a block, as keys encrypted in the old way have them, leave a block that is not read. */
    static PemFile parse(String name, String text) throws TlsException {
        List<Block> blocks = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(text);
        while (matcher.find()) {
            blocks.add(new Block(matcher.group(1), decoded(name, matcher.group(2))));
        }
        if (blocks.size() != text.split(BEGIN, -1).length - 1) {
            throw new TlsException("a PEM block of " + name + " is broken or encrypted");
        }
        return new PemFile(name, List.copyOf(blocks));
    }

    /** The certificates in their order. */
    List<X509Certificate> certificates() throws TlsException {
        List<X509Certificate> certificates = new ArrayList<>();
        for (Block block : blocks) {
            if (block.label().equals("CERTIFICATE")) {
                certificates.add(certificate(block.der()));
            }
        }
        if (certificates.isEmpty()) {
            throw new TlsException(name + " has no certificate in PEM");
        }
        return certificates;
    }

    private X509Certificate certificate(byte[] der) throws TlsException {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException unreadable) {
            throw new TlsException("a certificate in " + name + " cannot be read");
        }
    }

    private static byte[] decoded(String name, String text) throws TlsException {
        try {
            return Base64.getMimeDecoder().decode(text);
        } catch (IllegalArgumentException broken) {
            throw new TlsException("a PEM block of " + name + " is broken or encrypted");
        }
    }
}
