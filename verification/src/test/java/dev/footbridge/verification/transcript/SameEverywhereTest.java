package dev.footbridge.verification.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.McpServer;
import dev.footbridge.testkit.MessageWatch;
import dev.footbridge.testkit.TestClock;
import dev.footbridge.testkit.Transcript;
import dev.footbridge.testkit.TranscriptRunner;
import dev.footbridge.testkit.WholePeer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every transcript on the local server, in a Lambda function and in a function of Azure: the answers are the same. */
final class SameEverywhereTest {

    /** Long for an answer, and long enough for a tool to begin what a later request ends. */
    private static final Duration MOMENT = Duration.ofSeconds(1);

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @TestFactory
    Stream<DynamicTest> everyTranscriptIsAnsweredAlikeEverywhere() throws IOException {
        return TranscriptsTest.all().stream()
                .filter(transcript -> !transcript.setting("only", "").equals("line"))
                .map(transcript -> DynamicTest.dynamicTest(transcript.name(), () -> compare(transcript)));
    }

    private static void compare(Transcript transcript) throws IOException {
        List<String> local = answers(transcript, (server, clock) -> new LocalPlace(server, false));

        assertThat(local).isNotEmpty();
        assertThat(answers(transcript, LambdaPlace::new))
                .as("in a Lambda function")
                .isEqualTo(local);
        assertThat(answers(transcript, FunctionsPlace::new))
                .as("in a function of Azure")
                .isEqualTo(local);
    }

    private static List<String> answers(Transcript transcript, Place.Opener opener) throws IOException {
        TestClock clock = TestClock.fixed();
        try (McpServer server = Servers.named(transcript.setting("server", "plain"), clock);
                Place place = opener.open(server, clock);
                WholePeer peer = new WholePeer(place::answer, MOMENT)) {
            new TranscriptRunner(PATIENCE, clock::advance, MessageWatch.none()).play(transcript, peer);
            return Seen.texts(peer.answers());
        }
    }
}
