package dev.footbridge.local.tls;

import dev.footbridge.http.Bytes;
import dev.footbridge.key.KeyStoreException;
import dev.footbridge.key.OwnerFile;
import dev.footbridge.secret.Secret;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * What a server shows and proves to its clients: a private key, and the certificate for it with those that lead to an
 * authority. A file with a key is refused if others than its owner may read it. Immutable; says nothing of its key.
 */
public final class TlsIdentity {

    private final PrivateKey key;
    private final List<X509Certificate> chain;

    private TlsIdentity(PrivateKey key, List<X509Certificate> chain) {
        this.key = key;
        this.chain = List.copyOf(chain);
    }

    /**
     * From two files in PEM, which may be the same.
     *
     * @param chain the server's certificate first
     */
    public static TlsIdentity ofPem(Path chain, Path key) throws TlsException {
        PemFile secret = PemFile.parse(key.toString(), ownText(key));
        List<X509Certificate> certificates = certificates(chain);
        return new TlsIdentity(KeyPem.read(secret, certificates.get(0).getPublicKey()), certificates);
    }

    /** From a file in PKCS#12 (RFC 7292) with one key. */
    public static TlsIdentity ofPkcs12(Path file, Secret password) throws TlsException {
        char[] letters = new String(password.reveal(), StandardCharsets.UTF_8).toCharArray();
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(own(file).array()), letters);
            return only(file, store, letters);
        } catch (IOException | GeneralSecurityException unreadable) {
            throw new TlsException(file + " is not PKCS#12, or its password is another one");
        } finally {
            Arrays.fill(letters, ' ');
        }
    }

    /** The certificates of a file in PEM, which anybody may read. */
    static List<X509Certificate> certificates(Path file) throws TlsException {
        try {
            return PemFile.parse(file.toString(), Files.readString(file, StandardCharsets.ISO_8859_1))
                    .certificates();
        } catch (NoSuchFileException missing) {
            throw new TlsException("there is no file " + file);
        } catch (IOException unreadable) {
            throw new TlsException(file + " cannot be read");
        }
    }

    /** The server's certificate first. */
    List<X509Certificate> chain() {
        return chain;
    }

    /** A store that a key manager can be made of. */
    KeyStore store(char[] password) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("server", key, password, chain.toArray(new Certificate[0]));
        return store;
    }

    private static TlsIdentity only(Path file, KeyStore store, char[] password)
            throws TlsException, GeneralSecurityException {
        TlsIdentity found = null;
        for (String alias : Collections.list(store.aliases())) {
            Key entry = store.isKeyEntry(alias) ? store.getKey(alias, password) : null;
            if (entry instanceof PrivateKey key) {
                if (found != null) {
                    throw new TlsException(file + " has more than one private key");
                }
                found = new TlsIdentity(key, chain(store.getCertificateChain(alias)));
            }
        }
        if (found == null || found.chain.isEmpty()) {
            throw new TlsException(file + " has no private key with a certificate");
        }
        KeyPem.checkPair(file.toString(), found.key, found.chain.get(0).getPublicKey());
        return found;
    }

    private static List<X509Certificate> chain(Certificate[] certificates) {
        List<X509Certificate> chain = new ArrayList<>();
        for (Certificate certificate : certificates) {
            chain.add((X509Certificate) certificate);
        }
        return chain;
    }

    private static String ownText(Path file) throws TlsException {
        return new String(own(file).array(), StandardCharsets.ISO_8859_1);
    }

    private static Bytes own(Path file) throws TlsException {
        try {
            return new OwnerFile(file).read().orElseThrow(() -> new TlsException("there is no file " + file));
        } catch (KeyStoreException refused) {
            throw new TlsException(String.valueOf(refused.getMessage()));
        }
    }
}
