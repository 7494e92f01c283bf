package dev.footbridge.local.tls;

import dev.footbridge.log.Log;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * TLS for one listener. Immutable.
 *
 * @param clients whose client certificates are asked for; empty to ask for none
 */
public record TlsSettings(TlsIdentity identity, Optional<ClientTrust> clients) {

    /** Without client certificates. */
    public static TlsSettings of(TlsIdentity identity) {
        return new TlsSettings(identity, Optional.empty());
    }

    public TlsSettings withClients(ClientTrust trust) {
        return new TlsSettings(identity, Optional.of(trust));
    }

    /** Which versions it speaks, and whether it asks for certificates, is the listener's. */
    public SSLContext context(Log log) {
        char[] unused = new char[0];
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(identity.store(unused), unused);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), new TrustManager[] {trust(log)}, new SecureRandom());
            return context;
        } catch (IOException | GeneralSecurityException unusable) {
            throw new IllegalStateException("a TLS context cannot be made", unusable);
        }
    }

    /** Without authorities nobody's certificate is believed, not even those that the platform believes. */
    private TrustManager trust(Log log) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        if (clients.isPresent()) {
            int count = 0;
            for (X509Certificate authority : clients.get().authorities()) {
                store.setCertificateEntry("ca" + count++, authority);
            }
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(store);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509ExtendedTrustManager platform) {
                return new ClientCheck(platform, log);
            }
        }
        throw new IllegalStateException("the platform has no trust manager for X.509");
    }
}
