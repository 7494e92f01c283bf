package dev.footbridge.local.tls;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;

/** A private key in PKCS#8 (RFC 5958), and whether it is the one of a certificate. */
final class KeyPem {

    private static final String HINT = "; 'openssl pkcs8 -topk8 -nocrypt' makes one that is";

    private KeyPem() {}

    /** The one key of the file, of the same kind as the certificate's. */
    static PrivateKey read(PemFile file, PublicKey pair) throws TlsException {
        byte[] der = null;
        for (PemFile.Block block : file.blocks()) {
            if (block.label().equals("PRIVATE KEY")) {
                if (der != null) {
                    throw new TlsException(file.name() + " has more than one private key");
                }
                der = block.der();
            } else if (block.label().endsWith("PRIVATE KEY")) {
                throw new TlsException("the private key in " + file.name() + " is not plain PKCS#8" + HINT);
            }
        }
        if (der == null) {
            throw new TlsException(file.name() + " has no private key in PEM");
        }
        return decoded(file.name(), der, pair);
    }

    private static PrivateKey decoded(String name, byte[] der, PublicKey pair) throws TlsException {
        PrivateKey key;
        try {
            key = KeyFactory.getInstance(pair.getAlgorithm()).generatePrivate(new PKCS8EncodedKeySpec(der));
        } catch (GeneralSecurityException other) {
            throw new TlsException("the private key in " + name + " is of another kind than the certificate");
        }
        checkPair(name, key, pair);
        return key;
    }

    /** Otherwise every handshake would fail, and nobody would say why. */
    static void checkPair(String name, PrivateKey key, PublicKey pair) throws TlsException {
        byte[] probe = new byte[32];
        new SecureRandom().nextBytes(probe);
        try {
            Signature signer = Signature.getInstance(algorithm(pair));
            signer.initSign(key);
            signer.update(probe);
            byte[] signature = signer.sign();
            signer.initVerify(pair);
            signer.update(probe);
            if (signer.verify(signature)) {
                return;
            }
        } catch (GeneralSecurityException unfit) {
            // the same sentence for both
        }
        throw new TlsException("the private key in " + name + " does not belong to the certificate");
    }

    private static String algorithm(PublicKey key) {
        return switch (key.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> key.getAlgorithm();
        };
    }
}
