package dev.footbridge.dispatch;

import dev.footbridge.feature.Catalog;
import dev.footbridge.feature.Change;
import dev.footbridge.http.EventStream;
import dev.footbridge.http.LateBody;
import dev.footbridge.http.ServerEvent;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A stream that stays open and tells of changes, until the client goes, its time is over or the server stops.
 *
 * @param name a stream of the same name ends when this one begins
 * @param opening what is sent first
 * @param wants which changes are sent; asked on the stream's own thread
 * @param wire how a change is said
 * @param closing what is sent last, if the server ends the stream
 * @param stillWanted asked at every sign of life; false ends the stream
 * @param timeLeft until the platform cuts the stream off
 */
record ChangeStream(
        Engine engine,
        String name,
        Optional<Json> opening,
        Predicate<Change> wants,
        Function<Change, Json> wire,
        Optional<Json> closing,
        BooleanSupplier stillWanted,
        TimeLeft timeLeft)
        implements LateBody {

    @Override
    public void answer(Reply reply) {
        ChangeQueue queue = new ChangeQueue();
        Runnable end = queue::end;
        engine.openStreams.add(name, end);
        // Listening begins before the first message, so that nothing is lost between the two.
        Catalog.Listening listening = engine.catalog.listen(queue::add);
        try (EventStream stream = reply.stream()) {
            opening.ifPresent(message -> send(stream, message));
            tell(queue, stream);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            listening.close();
            engine.openStreams.remove(name, end);
        }
    }

    /** For platforms that cannot hold a stream open: the first message and the last, and nothing between. */
    LateBody atOnce() {
        return reply -> {
            try (EventStream stream = reply.stream()) {
                opening.ifPresent(message -> send(stream, message));
                closing.ifPresent(message -> send(stream, message));
            }
        };
    }

    private void tell(ChangeQueue queue, EventStream stream) throws InterruptedException {
        Duration beat = engine.config.keepAlive();
        Instant nextBeat = engine.clock.instant().plus(beat);
        boolean there = true;
        while (there && !timeLeft.none()) {
            Change change = queue.take(timeLeft.upTo(beat));
            if (queue.ended()) {
                break;
            }
            if (change != null && wants.test(change)) {
                there = send(stream, wire.apply(change));
            }
            if (change == null || !engine.clock.instant().isBefore(nextBeat)) {
                nextBeat = engine.clock.instant().plus(beat);
                there = there && stream.keepAlive() && stillWanted.getAsBoolean();
            }
        }
        if (there) {
            closing.ifPresent(message -> send(stream, message));
        }
    }

    private static boolean send(EventStream stream, Json message) {
        return stream.send(ServerEvent.of(JsonWriter.text(message)));
    }
}
