package dev.footbridge.aws.program;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;

/**
 * As much of the Runtime API as a function that is trained needs, on a loopback port: hands out the events one after
 * the other, and takes whole answers. What its guards ask is answered there too. Thread-safe.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html">Runtime API</a>
 */
final class TrainingApi implements AutoCloseable {

    private static final String ROOT = "/2018-06-01/runtime/";
    private static final String JSON = "Content-Type: application/json\r\n";
    private static final int MAX_LINE = 64 * 1024;

    private final ServerSocket listener;
    private final Iterator<byte[]> events;
    private final TrainingGuards guards;
    private final CountDownLatch ended = new CountDownLatch(1);
    private String refusal = "";
    private int answered;

    private TrainingApi(ServerSocket listener, List<byte[]> events, TrainingGuards guards) {
        this.listener = listener;
        this.events = events.iterator();
        this.guards = guards;
    }

    static TrainingApi start(List<byte[]> events, TrainingGuards guards) throws IOException {
        TrainingApi api = new TrainingApi(new ServerSocket(0, 8, InetAddress.getLoopbackAddress()), events, guards);
        inBackground(api::accept);
        return api;
    }

    /** What {@code AWS_LAMBDA_RUNTIME_API} is to say. */
    String endpoint() {
        return "127.0.0.1:" + listener.getLocalPort();
    }

    /** Counted down when every event is answered, or one of them badly. */
    CountDownLatch ended() {
        return ended;
    }

    /** What the function said that was no answer with status 200; empty if nothing. */
    synchronized String refusal() {
        return refusal;
    }

    synchronized int answered() {
        return answered;
    }

    private static void inBackground(Runnable work) {
        Thread thread = new Thread(work, "training");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                socket.setTcpNoDelay(true);
                inBackground(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            for (String line = line(in); !line.isEmpty(); line = line(in)) {
                String path = line.split(" ", 3)[1].replace(ROOT, "");
                respond(path, in.readNBytes(length(in)), socket.getOutputStream());
            }
        } catch (IOException gone) {
            // with the function that was connected
        }
    }

    private void respond(String path, byte[] body, OutputStream out) throws IOException {
        switch (path) {
            case "invocation/next" -> next(out);
            case TrainingGuards.KEYS -> send(out, "200 OK", JSON, guards.keys());
            case TrainingGuards.TABLE -> send(out, "200 OK", JSON, TrainingGuards.table(body));
            default -> {
                send(out, "202 Accepted", "", new byte[0]);
                judge(path, new String(body, StandardCharsets.UTF_8));
            }
        }
    }

    /** Where there is none left the function waits until it is ended. */
    private void next(OutputStream out) throws IOException {
        byte[] event;
        synchronized (this) {
            if (!events.hasNext()) {
                ended.countDown();
                return;
            }
            event = events.next();
        }
        String headers = "Lambda-Runtime-Aws-Request-Id: training-" + answered() + "\r\nLambda-Runtime-Deadline-Ms: "
                + Instant.now().plusSeconds(30).toEpochMilli()
                + "\r\nLambda-Runtime-Invoked-Function-Arn: arn:aws:lambda:us-east-1:123456789012:function:training"
                + "\r\nLambda-Runtime-Trace-Id: Root=1-5759e988-bd862e3fe1be46a994272793;Sampled=0"
                + "\r\n" + JSON;
        send(out, "200 OK", headers, event);
    }

    private synchronized void judge(String path, String body) {
        if (path.endsWith("/response") && body.contains("\"statusCode\":200")) {
            answered++;
            return;
        }
        refusal = path + ": " + body;
        ended.countDown();
    }

    private static void send(OutputStream out, String status, String headers, byte[] body) throws IOException {
        String head = "HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: " + body.length + "\r\n\r\n";
        byte[] before = head.getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = new byte[before.length + body.length];
        System.arraycopy(before, 0, all, 0, before.length);
        System.arraycopy(body, 0, all, before.length, body.length);
        out.write(all);
        out.flush();
    }

    private static int length(InputStream in) throws IOException {
        int length = 0;
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
            }
        }
        return length;
    }

    /** Without its end; empty at the end of the stream too. */
    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n' && line.length() < MAX_LINE; c = in.read()) {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
