package dev.footbridge.testkit;

import dev.footbridge.http.Headers;
import dev.footbridge.http.HttpResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Sends to a place that answers whole, and keeps what it answered. A call that waits for a later request does not hold
 * that up: after a moment the next one is sent. Used by one thread.
 */
public final class WholePeer implements HttpPeer {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Function<Request, HttpResponse> place;
    private final Duration moment;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<CompletableFuture<HttpResponse>> answers = new ArrayList<>();

    /**
     * @param place called from several threads; its answers have bodies of bytes
     * @param moment how long an answer is waited for before the next request
     */
    public WholePeer(Function<Request, HttpResponse> place, Duration moment) {
        this.place = place;
        this.moment = moment;
    }

    @Override
    public Response send(Request request) {
        CompletableFuture<HttpResponse> answer = CompletableFuture.supplyAsync(() -> place.apply(request), threads);
        answers.add(answer);
        settled(answer, moment);
        return new WholeResponse(answer);
    }

    /** All answers in the order of their requests; those that are not there yet are waited for. */
    public List<HttpResponse> answers() {
        return answers.stream()
                .map(answer ->
                        settled(answer, PATIENCE).orElseThrow(() -> new AssertionError("no answer in " + PATIENCE)))
                .toList();
    }

    private static Optional<HttpResponse> settled(CompletableFuture<HttpResponse> answer, Duration patience) {
        try {
            return Optional.of(answer.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException late) {
            return Optional.empty();
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    @Override
    public void close() {
        threads.shutdown();
    }

    /** Is without a status while there is no answer. Nobody goes away: closing does nothing. */
    private static final class WholeResponse implements Response {
        private final CompletableFuture<HttpResponse> answer;
        private @Nullable HttpText text;

        private WholeResponse(CompletableFuture<HttpResponse> answer) {
            this.answer = answer;
        }

        private Optional<HttpText> text(Duration patience) {
            if (text == null) {
                text = settled(answer, patience).map(HttpText::of).orElse(null);
            }
            return Optional.ofNullable(text);
        }

        @Override
        public int status() {
            return text(Duration.ZERO).map(HttpText::status).orElse(0);
        }

        @Override
        public Headers headers() {
            return text(Duration.ZERO).map(HttpText::headers).orElse(Headers.NONE);
        }

        @Override
        public Optional<Item> next(Duration patience) {
            try {
                Optional<HttpText> there = text(patience);
                return there.isEmpty() ? Optional.empty() : there.get().next();
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        @Override
        public void close() {}
    }
}
