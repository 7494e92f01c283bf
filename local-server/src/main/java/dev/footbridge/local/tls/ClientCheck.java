package dev.footbridge.local.tls;

import dev.footbridge.http.CertificateReader;
import dev.footbridge.log.Log;
import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * The platform's check of a client's certificates (RFC 5280 §6: chain, times, constraints), and ours after it: the
 * extended key usage must name TLS clients, where the platform is content with a certificate that has none.
 * Thread-safe.
 */
final class ClientCheck extends X509ExtendedTrustManager {

    /** Anybody who reaches the port can cause a refusal, so only the first ones are told. */
    private static final int MOST_TOLD = 20;

    private final X509ExtendedTrustManager platform;
    private final Log log;
    private final AtomicInteger told = new AtomicInteger();

    ClientCheck(X509ExtendedTrustManager platform, Log log) {
        this.platform = platform;
        this.log = log;
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        try {
            platform.checkClientTrusted(chain, type, socket);
        } catch (CertificateException distrusted) {
            tell("no authority vouches for it now");
            throw distrusted;
        }
        checkUse(chain[0]);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        throw new CertificateException("clients come by sockets only");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("clients come by sockets only");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        throw new CertificateException("this side is the server");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        throw new CertificateException("this side is the server");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("this side is the server");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return platform.getAcceptedIssuers();
    }

    private void checkUse(X509Certificate certificate) throws CertificateException {
        if (!CertificateReader.isForClients(certificate)) {
            tell("its extended key usage does not name TLS clients");
            throw new CertificateException("not a client's certificate");
        }
    }

    private void tell(String why) {
        if (told.incrementAndGet() <= MOST_TOLD) {
            log.warn("-", "a client certificate is refused in the handshake: " + why);
        }
    }
}
