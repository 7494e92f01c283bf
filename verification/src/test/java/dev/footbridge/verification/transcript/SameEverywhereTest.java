package dev.footbridge.verification.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.McpServer;
import dev.footbridge.testkit.MessageWatch;
import dev.footbridge.testkit.TestClock;
import dev.footbridge.testkit.Transcript;
import dev.footbridge.testkit.TranscriptRunner;
import dev.footbridge.testkit.WholePeer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every transcript on the local server, in a Lambda function and in a function of Azure: the answers are the same, byte
 * for byte but for what {@link Seen} takes out. The functions answer whole, so the local server is told that it does
 * too; what it streams otherwise, {@link TranscriptsTest} judges.
 */
final class SameEverywhereTest {

    private static final String MARK = "the host of Azure takes it away, and only the length tells that it was there";
    private static final String JOINED = "front doors join the values of a header that came twice";

    /** Where requests do not arrive as they were sent, and why. The answers there must differ, too. */
    private static final Map<String, Map<String, String>> UNLIKE = Map.of(
            "base/byte-order-mark.txt", Map.of("Functions", MARK),
            "headers/param-twice.txt", Map.of("Functions", JOINED, "Lambda", JOINED));

    /** Long for an answer, and long enough for a tool to begin what a later request ends. */
    private static final Duration MOMENT = Duration.ofSeconds(1);

    private final ExecutorService places = Executors.newFixedThreadPool(3);

    @AfterEach
    void stop() {
        places.shutdown();
    }

    @TestFactory
    Stream<DynamicTest> everyTranscriptIsAnsweredAlikeEverywhere() throws IOException {
        return TranscriptsTest.all().stream()
                .filter(transcript -> !transcript.setting("only", "").equals("line"))
                .map(transcript -> DynamicTest.dynamicTest(transcript.name(), () -> compare(transcript)));
    }

    private void compare(Transcript transcript) {
        CompletableFuture<List<String>> local = answers(transcript, (server, clock) -> new LocalPlace(server));
        CompletableFuture<List<String>> lambda = answers(transcript, LambdaPlace::new);
        CompletableFuture<List<String>> functions = answers(transcript, FunctionsPlace::new);

        assertThat(local.join()).isNotEmpty();
        compare(transcript, "Lambda", lambda.join(), local.join());
        compare(transcript, "Functions", functions.join(), local.join());
    }

    private static void compare(Transcript transcript, String place, List<String> there, List<String> here) {
        String why = UNLIKE.getOrDefault(transcript.name(), Map.of()).get(place);
        if (why == null) {
            assertThat(there).as(place).isEqualTo(here);
        } else {
            assertThat(there).as(place + ", because " + why).isNotEqualTo(here);
        }
    }

    private CompletableFuture<List<String>> answers(Transcript transcript, Place.Opener opener) {
        return CompletableFuture.supplyAsync(() -> played(transcript, opener), places);
    }

    private static List<String> played(Transcript transcript, Place.Opener opener) {
        TestClock clock = TestClock.fixed();
        try (McpServer server = Servers.named(transcript.setting("server", "plain"), clock);
                Place place = opener.open(server, clock);
                WholePeer peer = new WholePeer(place::answer, MOMENT)) {
            new TranscriptRunner(MOMENT, clock::advance, MessageWatch.none()).play(transcript, peer);
            return Seen.texts(peer.answers());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
