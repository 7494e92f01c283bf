package dev.footbridge.local;

import dev.footbridge.local.tls.ClientTrust.Demand;
import dev.footbridge.local.tls.TlsSettings;
import dev.footbridge.log.Log;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** TLS 1.2 (RFC 5246) and 1.3 (RFC 8446) before HTTP. Loaded only where it is asked for. Thread-safe. */
final class TlsListener {

    /** A resumed session brings its certificate along, unverified: so long at most. */
    private static final int SESSION_SECONDS = 300;

    private static final String[] VERSIONS = {"TLSv1.3", "TLSv1.2"};

    private final SSLContext context;
    private final Optional<Demand> demand;

    TlsListener(TlsSettings settings, Log log) {
        context = settings.context(log);
        context.getServerSessionContext().setSessionTimeout(SESSION_SECONDS);
        demand = settings.clients().map(trust -> trust.demand());
    }

    /** The server's end, before its handshake. Closing it leaves the socket below it open. */
    SSLSocket over(Socket accepted) throws IOException {
        InputStream nothingReadYet = InputStream.nullInputStream();
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(accepted, nothingReadYet, false);
        socket.setEnabledProtocols(VERSIONS);
        demand.ifPresent(asked -> {
            switch (asked) {
                case NEED -> socket.setNeedClientAuth(true);
                case WANT -> socket.setWantClientAuth(true);
            }
        });
        return socket;
    }
}
