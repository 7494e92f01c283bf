package dev.footbridge.dispatch;

import dev.footbridge.http.EventStream;
import dev.footbridge.http.LateBody;
import dev.footbridge.http.ServerEvent;
import dev.footbridge.session.EventLog;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Goes on with a legacy stream after the last event its client saw, from whichever instance wrote it.
 *
 * @param stillWanted asked at every sign of life; false ends the stream
 * @param timeLeft until the platform cuts the stream off
 */
record ReplayStream(
        Engine engine, StreamRules.Resume resume, int lastSeen, BooleanSupplier stillWanted, TimeLeft timeLeft)
        implements LateBody {

    /** How soon it is looked again for an event that is not there, and how soon at last if it stays away. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private static final Duration LOOK_AT_LEAST = Duration.ofSeconds(2);

    @Override
    public void answer(Reply reply) {
        CountDownLatch ended = new CountDownLatch(1);
        Runnable end = ended::countDown;
        engine.openStreams.add(resume.streamId(), end);
        try (EventStream stream = reply.stream()) {
            replay(stream, ended);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            engine.openStreams.remove(resume.streamId(), end);
        }
    }

    private void replay(EventStream stream, CountDownLatch ended) throws InterruptedException {
        int number = lastSeen + 1;
        Instant quietSince = engine.clock.instant();
        Instant lastBeat = quietSince;
        Duration pause = LOOK_AGAIN;
        while (quietSince.plus(EventLog.KEPT).isAfter(engine.clock.instant()) && !timeLeft.none()) {
            EventLog.Logged event = resume.log().read(number);
            if (event != null) {
                if (!sent(event, number, stream) || event.last()) {
                    return;
                }
                number++;
                quietSince = engine.clock.instant();
                pause = LOOK_AGAIN;
                continue;
            }
            if (lastBeat.plus(engine.config.keepAlive()).isBefore(engine.clock.instant())) {
                lastBeat = engine.clock.instant();
                if (!stream.keepAlive() || !stillWanted.getAsBoolean()) {
                    return;
                }
            }
            if (ended.await(timeLeft.upTo(pause).toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
            pause = longer(pause);
        }
    }

    private boolean sent(EventLog.Logged event, int number, EventStream stream) {
        return event.kept() && stream.send(ServerEvent.of(event.data()).withId(resume.eventId(number)));
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LOOK_AT_LEAST) > 0 ? LOOK_AT_LEAST : twice;
    }
}
