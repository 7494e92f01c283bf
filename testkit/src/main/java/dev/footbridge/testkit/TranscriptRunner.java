package dev.footbridge.testkit;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * Runs transcripts. Thread-safe; one run uses one peer.
 *
 * @param patience how long an expected message may take
 * @param clock moves the server's clock, for {@code ! clock}
 */
public record TranscriptRunner(Duration patience, Consumer<Duration> clock, MessageWatch watch) {

    /** @throws AssertionError naming the line that was not met, and what came instead */
    public void run(Transcript transcript, HttpPeer peer) {
        HttpRun.Problems fatal = (line, problem) -> {
            throw failed(transcript, line, problem);
        };
        try (HttpRun run = new HttpRun(transcript, peer, this, fatal)) {
            run.play();
        }
    }

    /** Plays it without judging what comes back, for those who compare answers with each other. */
    public void play(Transcript transcript, HttpPeer peer) {
        try (HttpRun run = new HttpRun(transcript, peer, this, (line, problem) -> {})) {
            run.play();
        }
    }

    /** As {@link #run(Transcript, HttpPeer)}; statuses are not looked at. */
    public void run(Transcript transcript, LinePeer peer) {
        new LineRun(transcript, peer, this).play();
    }

    void command(String text) {
        if (!text.startsWith("clock ")) {
            throw new IllegalArgumentException("no such command: " + text);
        }
        clock.accept(Duration.parse(text.substring("clock ".length())));
    }

    static AssertionError failed(Transcript transcript, int line, String problem) {
        return new AssertionError(transcript.name() + ":" + line + " (" + transcript.guards() + ") " + problem);
    }
}
