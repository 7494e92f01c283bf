package dev.footbridge.testkit.lambda;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The Runtime API of Lambda on a loopback port: hands out events, and takes whole and streamed answers, errors, and
 * what a snapshot needs. Written from the documentation; the real runtime client and the loop of this project both run
 * against it. Thread-safe.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html">Runtime API</a>
 */
public final class RuntimeEmulator implements AutoCloseable {

    private final ServerSocket listener;
    private final BlockingQueue<Answered> waiting = new LinkedBlockingQueue<>();
    private final Map<String, Answered> running = new ConcurrentHashMap<>();
    private final BlockingQueue<String> reports = new LinkedBlockingQueue<>();
    private volatile String tenant = "";
    private final CountDownLatch restored = new CountDownLatch(1);
    private final CountDownLatch frozen = new CountDownLatch(1);
    private volatile boolean closed;

    private RuntimeEmulator(ServerSocket listener) {
        this.listener = listener;
    }

    public static RuntimeEmulator start() throws IOException {
        RuntimeEmulator emulator = new RuntimeEmulator(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        Thread acceptor = new Thread(emulator::accept, "runtime-emulator");
        acceptor.setDaemon(true);
        acceptor.start();
        return emulator;
    }

    /** What {@code AWS_LAMBDA_RUNTIME_API} is to say. */
    public String endpoint() {
        return "127.0.0.1:" + listener.getLocalPort();
    }

    /** Sets the environment aside for one tenant, whose id comes with every invocation from now on. */
    public void setAside(String whom) {
        this.tenant = whom;
    }

    /** Puts an event into the queue. */
    public Answered submit(byte[] event, Duration limit) {
        Answered answered =
                new Answered(UUID.randomUUID().toString(), event, Instant.now().plus(limit));
        waiting.add(answered);
        return answered;
    }

    /** The next report of an error that belongs to no invocation, such as {@code init/error: …}; waits for it. */
    public String report() throws InterruptedException {
        String report = reports.poll(20, TimeUnit.SECONDS);
        if (report == null) {
            throw new AssertionError("no error was reported");
        }
        return report;
    }

    /** True once the function waits for its snapshot to be restored. */
    public boolean awaitFrozen(Duration patience) throws InterruptedException {
        return frozen.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Lets the function go on as a copy that was restored. */
    public void restore() {
        restored.countDown();
    }

    private void accept() {
        while (!closed) {
            try {
                Socket socket = listener.accept();
                socket.setTcpNoDelay(true);
                Thread server = new Thread(() -> serve(socket), "runtime-emulator-connection");
                server.setDaemon(true);
                server.start();
            } catch (IOException stopped) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket;
                Http http = new Http(socket)) {
            for (Http.Request request = http.next(); request != null; request = http.next()) {
                answer(request, http);
            }
        } catch (IOException gone) {
            // the function ended, or dropped the connection: both are its right
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(Http.Request request, Http http) throws IOException, InterruptedException {
        String path = request.path().replace("/2018-06-01/runtime/", "");
        if (path.equals("invocation/next")) {
            next(http);
        } else if (path.equals("restore/next")) {
            frozen.countDown();
            restored.await();
            http.respond(200, Map.of(), new byte[0]);
        } else if (path.startsWith("invocation/")) {
            String[] parts = path.split("/", -1);
            Answered answered = running.remove(parts[1]);
            if (answered == null) {
                http.respond(400, Map.of(), new byte[0]);
                return;
            }
            answered.take(parts[2], request, http);
            http.respond(202, Map.of(), new byte[0]);
        } else {
            reports.add(path + ": " + http.bodyText(request));
            http.respond(202, Map.of(), new byte[0]);
        }
    }

    private void next(Http http) throws IOException, InterruptedException {
        Answered answered = waiting.take();
        running.put(answered.requestId(), answered);
        Map<String, String> headers = new HashMap<>(Map.of(
                "Lambda-Runtime-Aws-Request-Id", answered.requestId(),
                "Lambda-Runtime-Deadline-Ms", Long.toString(answered.deadline().toEpochMilli()),
                "Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:eu-west-1:123456789012:function:mcp",
                "Lambda-Runtime-Trace-Id", "Root=1-5759e988-bd862e3fe1be46a994272793;Sampled=0",
                "Content-Type", "application/json"));
        if (!tenant.isEmpty()) {
            headers.put("Lambda-Runtime-Aws-Tenant-Id", tenant);
        }
        http.respond(200, headers, answered.event());
    }

    @Override
    public void close() throws IOException {
        closed = true;
        listener.close();
    }
}
