package dev.footbridge.local;

import dev.footbridge.local.tls.ClientTrust.Demand;
import dev.footbridge.local.tls.TlsSettings;
import dev.footbridge.log.Log;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** TLS 1.2 (RFC 5246) and 1.3 (RFC 8446) before HTTP. Loaded only where it is asked for. */
final class TlsListener {

    /** A resumed session brings its certificate along, unverified: so long at most. */
    private static final int SESSION_SECONDS = 300;

    private TlsListener() {}

    static ConnectionFactory[] before(HttpConnectionFactory http, TlsSettings settings, Log log) {
        SslContextFactory.Server context = new SslContextFactory.Server();
        context.setSslContext(settings.context(log));
        context.setIncludeProtocols("TLSv1.3", "TLSv1.2");
        context.setRenegotiationAllowed(false);
        context.setSslSessionTimeout(SESSION_SECONDS);
        settings.clients().ifPresent(trust -> {
            context.setNeedClientAuth(trust.demand() == Demand.NEED);
            context.setWantClientAuth(trust.demand() == Demand.WANT);
        });
        SslConnectionFactory tls = new SslConnectionFactory(context, http.getProtocol());
        // It would compare Host with the server's certificate; which hosts are served is decided further in.
        tls.setEnsureSecureRequestCustomizer(false);
        return new ConnectionFactory[] {tls, http};
    }
}
