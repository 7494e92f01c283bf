package dev.footbridge.local;

import dev.footbridge.http.Bytes;
import dev.footbridge.local.JettyOpinion.Found;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that a client sends on a connection: what is a request to us is the same one to Jetty's parser, from its method
 * to the end of its body. Also a target of {@code verification/fuzz}.
 */
public final class RequestsTarget {

    private static final Limits LIMITS = Limits.DEFAULTS;

    private RequestsTarget() {}

    /** Loads the classes: the first input has no more time than the others. */
    public static void fuzzerInitialize() {
        fuzzerTestOneInput("GET / HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    /** @throws AssertionError for a request that Jetty reads otherwise, or not at all */
    public static void fuzzerTestOneInput(byte[] bytes) {
        compare(bytes, ours(bytes), JettyOpinion.of(bytes, LIMITS.maxHeaderBytes()));
    }

    static void compare(byte[] bytes, List<Found> ours, JettyOpinion jetty) {
        List<Found> theirs = jetty.found();
        if (theirs.size() < ours.size() || !ours.equals(theirs.subList(0, ours.size()))) {
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            throw new AssertionError("to us it is " + ours + ", to Jetty " + theirs + ": " + text);
        }
    }

    static List<Found> ours(byte[] bytes) {
        List<Found> found = new ArrayList<>();
        ClientSocket socket = new ClientSocket(new Recorded(bytes), LIMITS);
        try {
            socket.open();
            RequestReader reader = new RequestReader(socket, LIMITS, new BodyMemory(1 << 20));
            Optional<RequestHead> head = reader.head();
            while (head.isPresent()) {
                found.add(found(head.get(), reader.body(head.get())));
                head = reader.head();
            }
        } catch (RequestReader.Refused | IOException end) {
            return found;
        }
        return found;
    }

    private static Found found(RequestHead head, Bytes body) {
        return new Found(
                head.method(),
                head.path() + "?" + head.query(),
                head.headers().values(),
                new String(body.array(), StandardCharsets.ISO_8859_1));
    }

    /** A client that has sent all it will ever send. */
    static final class Recorded extends Socket {
        private final InputStream in;

        Recorded(byte[] bytes) {
            in = new ByteArrayInputStream(bytes);
        }

        @Override
        public InputStream getInputStream() {
            return in;
        }

        @Override
        public OutputStream getOutputStream() {
            return OutputStream.nullOutputStream();
        }

        @Override
        public void setSoTimeout(int millis) {}

        @Override
        public void setTcpNoDelay(boolean on) {}
    }
}
