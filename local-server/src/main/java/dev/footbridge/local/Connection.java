package dev.footbridge.local;

import dev.footbridge.http.Arrival;
import dev.footbridge.http.Bytes;
import dev.footbridge.http.CertificateReader;
import dev.footbridge.http.ClientCertificate;
import dev.footbridge.http.HttpRequest;
import dev.footbridge.http.HttpResponse;
import dev.footbridge.log.Log;
import java.io.IOException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/** One client's connection from the handshake to its end: one request after the other, on a thread that may wait. */
final class Connection {

    /** What all connections of a server share. */
    record Context(
            Routes routes,
            Limits limits,
            OpenSockets sockets,
            OpenExchanges open,
            Executor threads,
            Optional<TlsListener> tls,
            Log log,
            AtomicLong requests) {}

    private final Context context;
    private final ClientSocket socket;
    private final RequestReader reader;
    private Optional<ClientCertificate> certificate = Optional.empty();

    Connection(Context context, ClientSocket socket) {
        this.context = context;
        this.socket = socket;
        this.reader = new RequestReader(socket, context.limits());
    }

    void begin() {
        try {
            socket.endAfter(context.limits().headerTime());
            socket.open();
            if (context.tls().isPresent()) {
                socket.secure(context.tls().get());
                certificate = socket.session().flatMap(Connection::shown);
            }
        } catch (IOException noHandshake) {
            socket.linger();
            end();
            return;
        }
        goOn();
    }

    /** One request after the other, until the connection ends or another thread takes it over. */
    private void goOn() {
        try {
            while (one()) {
                socket.endAfter(context.limits().idleTime());
            }
        } catch (RequestReader.Refused refused) {
            refuse(refused.answer());
        } catch (IOException gone) {
            end();
        } catch (RuntimeException | Error bug) {
            context.log().error("-", "the HTTP adapter failed", bug);
            end();
        }
    }

    /** True if this thread is to go on with the next one. */
    private boolean one() throws IOException, RequestReader.Refused {
        Optional<RequestHead> next = reader.head();
        if (next.isEmpty() || socket.renegotiated()) {
            end();
            return false;
        }
        socket.endless();
        RequestHead head = next.get();
        HttpExchange exchange =
                new HttpExchange(context.log(), context.open(), head.neverEndsByItself(), this::takeOver);
        exchange.answer(context.routes().of(head), request(head, bodyOf(head, exchange)), reply(head, exchange));
        if (!exchange.takenOver() && !exchange.reusable()) {
            end();
        }
        return !exchange.takenOver() && exchange.reusable();
    }

    private Bytes bodyOf(RequestHead head, HttpExchange exchange) throws IOException, RequestReader.Refused {
        try {
            return reader.body(head);
        } catch (IOException | RequestReader.Refused unread) {
            exchange.drop();
            throw unread;
        }
    }

    private HttpRequest request(RequestHead head, Bytes body) {
        String id = "r" + context.requests().incrementAndGet();
        Arrival arrival = new Arrival(id, socket.remoteAddress(), Optional.empty(), true, certificate);
        return new HttpRequest(head.method(), head.path(), head.query(), head.headers(), body, arrival);
    }

    private SocketReply reply(RequestHead head, HttpExchange exchange) {
        boolean persistent = head.persistent() && !context.routes().stopping();
        return new SocketReply(
                socket, new SocketReply.Form("HEAD".equals(head.method()), !head.oldest(), persistent), exchange);
    }

    private void takeOver(boolean reusable) {
        if (!reusable) {
            end();
            return;
        }
        socket.endAfter(context.limits().idleTime());
        try {
            context.threads().execute(this::goOn);
        } catch (RejectedExecutionException stopped) {
            end();
        }
    }

    private void refuse(HttpResponse answer) {
        new SocketReply(socket, SocketReply.Form.LAST, (reusable, streamed) -> {}).whole(answer);
        socket.linger();
        end();
    }

    private void end() {
        socket.finish();
        context.sockets().remove(socket);
    }

    private static Optional<ClientCertificate> shown(SSLSession session) {
        try {
            Certificate[] chain = session.getPeerCertificates();
            return Optional.of(CertificateReader.read((X509Certificate) chain[0]));
        } catch (SSLPeerUnverifiedException none) {
            return Optional.empty();
        }
    }
}
