package dev.footbridge.testkit;

import dev.footbridge.http.Arrival;
import dev.footbridge.http.Bytes;
import dev.footbridge.http.EventStream;
import dev.footbridge.http.Headers;
import dev.footbridge.http.HttpHandler;
import dev.footbridge.http.HttpRequest;
import dev.footbridge.http.HttpResponse;
import dev.footbridge.http.LateBody;
import dev.footbridge.http.ServerEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Calls a handler directly, as an adapter would, with no network between. Late answers run on threads of their own. */
public final class MemoryPeer implements HttpPeer {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpHandler handler;
    private final Duration patience;
    private final AtomicLong requests = new AtomicLong();

    public MemoryPeer(HttpHandler handler) {
        this(handler, PATIENCE);
    }

    /** @param patience how long the status and the headers of a late answer are waited for */
    public MemoryPeer(HttpHandler handler, Duration patience) {
        this.handler = handler;
        this.patience = patience;
    }

    @Override
    public Response send(Request request) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        headers.put("host", new ArrayList<>(List.of("localhost:8080")));
        for (Map.Entry<String, String> header : request.headers()) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (name.equals("host")) {
                headers.remove("host");
            }
            headers.computeIfAbsent(name, unused -> new ArrayList<>()).add(header.getValue());
        }
        String[] target = request.target().split("\\?", 2);
        HttpResponse response = handler.handle(new HttpRequest(
                request.method(),
                target[0],
                target.length == 2 ? target[1] : "",
                new Headers(headers),
                request.body(),
                Arrival.unknown("memory-" + requests.incrementAndGet())));
        return response.body() instanceof LateBody late ? new Late(response, patience).start(late) : Whole.of(response);
    }

    @Override
    public void close() {}

    private static final class Whole implements Response {
        private final HttpResponse response;
        private Bytes rest;

        private Whole(HttpResponse response, Bytes rest) {
            this.response = response;
            this.rest = rest;
        }

        static Whole of(HttpResponse response) {
            return new Whole(response, (Bytes) response.body());
        }

        @Override
        public int status() {
            return response.status();
        }

        @Override
        public Headers headers() {
            return response.headers();
        }

        @Override
        public Optional<Item> next(Duration patience) {
            Bytes now = rest;
            rest = Bytes.EMPTY;
            return now.length() == 0 ? Optional.empty() : Optional.of(Item.of(now.asUtf8()));
        }

        @Override
        public void close() {}
    }

    private static final class Late implements Response, LateBody.Reply, EventStream {
        private final CountDownLatch settled = new CountDownLatch(1);
        private final BlockingQueue<Optional<Item>> items = new LinkedBlockingQueue<>();
        private final Duration patience;
        private volatile HttpResponse head;
        private volatile boolean closed;
        private volatile @Nullable Throwable failure;

        private Late(HttpResponse held, Duration patience) {
            this.head = held;
            this.patience = patience;
        }

        private Late start(LateBody body) {
            Thread thread = new Thread(
                    () -> {
                        try {
                            body.answer(this);
                        } catch (Throwable broken) {
                            failure = broken;
                        } finally {
                            settled.countDown();
                            items.add(Optional.empty());
                        }
                    },
                    "late answer");
            thread.setDaemon(true);
            thread.start();
            return this;
        }

        @Override
        public void whole(HttpResponse response) {
            head = new HttpResponse(response.status(), head.headers().with(response.headers()), response.body());
            Bytes body = (Bytes) response.body();
            if (body.length() > 0) {
                items.add(Optional.of(Item.of(body.asUtf8())));
            }
            items.add(Optional.empty());
            settled.countDown();
        }

        @Override
        public EventStream stream() {
            head = new HttpResponse(200, head.headers().with("content-type", "text/event-stream"), head.body());
            settled.countDown();
            return this;
        }

        @Override
        public boolean send(ServerEvent event) {
            if (!closed) {
                items.add(Optional.of(new Item(event.id(), event.name(), event.data())));
            }
            return !closed;
        }

        @Override
        public boolean keepAlive() {
            return !closed;
        }

        @Override
        public int status() {
            awaitHead();
            return head.status();
        }

        @Override
        public Headers headers() {
            awaitHead();
            return head.headers();
        }

        private void awaitHead() {
            try {
                if (!settled.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw new AssertionError("no response in " + patience);
                }
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
            tellFailure();
        }

        /** A late answer never throws: what does is told to whoever waits for it. */
        private void tellFailure() {
            if (failure != null) {
                throw new AssertionError("the late answer threw", failure);
            }
        }

        @Override
        public Optional<Item> next(Duration patience) {
            try {
                Optional<Item> item = items.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
                if (item == null) {
                    return Optional.empty();
                }
                if (item.isEmpty()) {
                    items.add(item);
                    tellFailure();
                }
                return item;
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
        }

        /** Called by the server to end the stream, and by the client to go away: sends then answer false. */
        @Override
        public void close() {
            closed = true;
            items.add(Optional.empty());
        }
    }
}
