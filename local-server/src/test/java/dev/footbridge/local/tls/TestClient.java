package dev.footbridge.local.tls;

import dev.footbridge.local.tls.TestAuthority.Issued;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/** The client's side of TLS. It shows its certificate whether or not the server asks for one of that authority. */
public final class TestClient {

    private TestClient() {}

    public static SSLContext context(Files files) throws GeneralSecurityException, IOException, TlsException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry(
                "ca", TlsIdentity.certificates(files.trusted().certificate()).get(0));
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(trusted);
        KeyManager[] keys = files.shown().isPresent()
                ? new KeyManager[] {Always.of(files.shown().get())}
                : new KeyManager[0];
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys, trust.getTrustManagers(), new SecureRandom());
        return context;
    }

    /** What a client believes and shows. */
    public record Files(TestAuthority trusted, Optional<Issued> shown) {}

    public static SSLSocket connect(SSLContext context, int port, String... versions) throws IOException {
        Socket socket = context.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout((int) Duration.ofSeconds(20).toMillis());
        SSLSocket tls = (SSLSocket) socket;
        if (versions.length > 0) {
            tls.setEnabledProtocols(versions);
        }
        return tls;
    }

    private static final class Always extends X509ExtendedKeyManager {
        private static final String ALIAS = "mine";
        private final X509Certificate[] chain;
        private final PrivateKey key;

        private Always(X509Certificate[] chain, PrivateKey key) {
            this.chain = chain;
            this.key = key;
        }

        static Always of(Issued issued) throws TlsException, GeneralSecurityException, IOException {
            KeyStore store =
                    TlsIdentity.ofPem(issued.certificate(), issued.key()).store(new char[0]);
            return new Always(new X509Certificate[] {(X509Certificate) store.getCertificate("server")}, (PrivateKey)
                    store.getKey("server", new char[0]));
        }

        @Override
        public String chooseClientAlias(String[] types, Principal @Nullable [] issuers, @Nullable Socket socket) {
            return ALIAS;
        }

        @Override
        public String chooseEngineClientAlias(
                String[] types, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
            return ALIAS;
        }

        @Override
        public String[] getClientAliases(String type, Principal @Nullable [] issuers) {
            return new String[] {ALIAS};
        }

        @Override
        public X509Certificate[] getCertificateChain(String alias) {
            return chain.clone();
        }

        @Override
        public PrivateKey getPrivateKey(String alias) {
            return key;
        }

        @Override
        public String @Nullable [] getServerAliases(String type, Principal @Nullable [] issuers) {
            return null;
        }

        @Override
        public @Nullable String chooseServerAlias(
                String type, Principal @Nullable [] issuers, @Nullable Socket socket) {
            return null;
        }
    }
}
