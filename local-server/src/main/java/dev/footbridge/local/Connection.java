package dev.footbridge.local;

import dev.footbridge.http.Arrival;
import dev.footbridge.http.Bytes;
import dev.footbridge.http.CertificateReader;
import dev.footbridge.http.ClientCertificate;
import dev.footbridge.http.HttpHandler;
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
            BodyMemory memory,
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
        this.reader = new RequestReader(socket, context.limits(), context.memory());
    }

    /** Serves it from its beginning, until it ends or another thread takes it over. Throws nothing. */
    void serve() {
        closingAfterBugs(() -> {
            if (opened()) {
                serveRequests();
            } else {
                // A reset would overtake what TLS says of a failed handshake.
                socket.linger();
                end();
            }
        });
    }

    private void closingAfterBugs(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error bug) {
            end();
            context.log().error("-", "the HTTP adapter failed", bug);
        }
    }

    private boolean opened() {
        try {
            socket.endAfter(context.limits().headerTime());
            socket.open();
            if (context.tls().isPresent()) {
                socket.secure(context.tls().get());
                certificate = socket.session().flatMap(Connection::certificateOf);
            }
            return true;
        } catch (IOException noHandshake) {
            return false;
        }
    }

    private void serveRequests() {
        try {
            HttpExchange.After after = serveOne();
            while (after == HttpExchange.After.NEXT) {
                awaitNext();
                after = serveOne();
            }
            if (after == HttpExchange.After.CLOSE) {
                finish();
            }
        } catch (RequestReader.Refused refused) {
            refuse(refused.answer());
        } catch (IOException gone) {
            end();
        }
    }

    /** It is not silent if the next request came with the last one. */
    private void awaitNext() {
        if (reader.hasMore()) {
            socket.endAfter(context.limits().idleTime());
        } else {
            socket.rest(context.limits().idleTime());
        }
    }

    private HttpExchange.After serveOne() throws IOException, RequestReader.Refused {
        // What the last handler left behind, and not meant for this one; stopping closes the socket as well.
        Thread.interrupted();
        Optional<RequestHead> next = reader.head();
        if (next.isEmpty()) {
            return HttpExchange.After.CLOSE;
        }
        RequestHead head = next.get();
        HttpExchange exchange =
                new HttpExchange(context.log(), context.open(), OpenExchanges.isEndless(head), this::takeOver);
        SocketReply reply = new SocketReply(socket, form(head), exchange);
        try {
            HttpRequest request = request(head, reader.body(head));
            socket.endless();
            if (!socket.renegotiated()) {
                exchange.answer(route(head), request, reply);
            }
        } finally {
            // Does nothing behind a complete response.
            reply.finish(false);
        }
        return exchange.after();
    }

    private HttpHandler route(RequestHead head) {
        return context.open().refusesMore()
                ? unused -> AdapterRefusals.STOPPING
                : context.routes().of(head.path());
    }

    private HttpRequest request(RequestHead head, Bytes body) {
        String id = "r" + context.requests().incrementAndGet();
        Arrival arrival = new Arrival(id, socket.remoteAddress(), Optional.empty(), true, certificate);
        return new HttpRequest(head.method(), head.path(), head.query(), head.headers(), body, arrival);
    }

    private SocketReply.Form form(RequestHead head) {
        boolean persistent = head.persistent() && !context.open().refusesMore();
        return new SocketReply.Form("HEAD".equals(head.method()), !head.http10(), persistent);
    }

    private void takeOver(boolean reusable) {
        if (!reusable) {
            finish();
            return;
        }
        awaitNext();
        try {
            context.threads().execute(() -> closingAfterBugs(this::serveRequests));
        } catch (RejectedExecutionException | OutOfMemoryError noThread) {
            end();
        }
    }

    private void refuse(HttpResponse answer) {
        SocketReply.Form last = new SocketReply.Form(reader.isForHead(), false, false);
        new SocketReply(socket, last, (reusable, streamed) -> {}).whole(answer);
        socket.linger();
        end();
    }

    /** Behind an answer that a client may still be reading while it sends more. */
    private void finish() {
        if (reader.hasMore() || socket.hasUnread()) {
            socket.linger();
        }
        end();
    }

    private void end() {
        try {
            socket.finish();
        } finally {
            context.sockets().remove(socket);
        }
    }

    private static Optional<ClientCertificate> certificateOf(SSLSession session) {
        try {
            Certificate[] chain = session.getPeerCertificates();
            return Optional.of(CertificateReader.read((X509Certificate) chain[0]));
        } catch (SSLPeerUnverifiedException none) {
            return Optional.empty();
        }
    }
}
