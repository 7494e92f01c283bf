package dev.footbridge.local.tls;

import dev.footbridge.http.CertificateReader;
import dev.footbridge.log.Log;
import dev.footbridge.log.SparingLog;
import java.net.InetAddress;
import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * The platform's check of a client's certificates (RFC 5280 §6: chain, times, constraints), and ours after it: the
 * extended key usage must name TLS clients, where the platform is content with a certificate that has none.
 * Thread-safe.
 */
final class ClientCheck extends X509ExtendedTrustManager {

    private final X509ExtendedTrustManager platform;
    private final SparingLog log;

    ClientCheck(X509ExtendedTrustManager platform, Log log) {
        this.platform = platform;
        this.log = new SparingLog(log, InstantSource.system(), Duration.ofMinutes(10));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        try {
            platform.checkClientTrusted(chain, type, socket);
        } catch (CertificateException distrusted) {
            tell(chain[0], socket, "no authority vouches for it now");
            throw distrusted;
        }
        if (!CertificateReader.isForClients(chain[0])) {
            tell(chain[0], socket, "its extended key usage does not name TLS clients");
            throw new CertificateException("not a client's certificate");
        }
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

    /** Whose it claims to be is left out: strangers write that. */
    private void tell(X509Certificate certificate, Socket socket, String why) {
        InetAddress address = socket.getInetAddress();
        String place = address == null ? "an unknown address" : address.getHostAddress();
        String serial = certificate.getSerialNumber().toString(16);
        log.warn("-", "a client certificate from " + place + " is refused: " + why + " (serial=" + serial + ")");
    }
}
