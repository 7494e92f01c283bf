package dev.footbridge.verification.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.McpServer;
import dev.footbridge.http.HttpHandler;
import dev.footbridge.http.HttpResponse;
import dev.footbridge.local.LocalServer;
import dev.footbridge.local.LocalSettings;
import dev.footbridge.log.Log;
import dev.footbridge.testkit.MemoryPeer;
import dev.footbridge.testkit.MessageWatch;
import dev.footbridge.testkit.SocketPeer;
import dev.footbridge.testkit.TestClock;
import dev.footbridge.testkit.Transcript;
import dev.footbridge.testkit.TranscriptRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every transcript through every adapter. */
final class TranscriptsTest {

    static final Path FOLDER = Path.of("src/test/resources/transcripts");

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final MessageWatch watch = OutgoingSchemas.ifPresent();

    @TestFactory
    Stream<DynamicTest> everyTranscriptThroughEveryAdapter() throws IOException {
        return all().stream().flatMap(this::tests);
    }

    @Test
    void transcriptsAreFound() throws IOException {
        assertThat(all()).hasSizeGreaterThan(120);
    }

    static List<Transcript> all() throws IOException {
        List<Transcript> transcripts = new ArrayList<>();
        try (Stream<Path> files = Files.walk(FOLDER)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".txt"))
                    .sorted()
                    .toList()) {
                transcripts.add(Transcript.parse(FOLDER.relativize(file).toString(), Files.readString(file)));
            }
        }
        return transcripts;
    }

    private Stream<DynamicTest> tests(Transcript transcript) {
        List<DynamicTest> tests = new ArrayList<>();
        String only = transcript.setting("only", "");
        if (!only.equals("line")) {
            tests.add(DynamicTest.dynamicTest(transcript.name() + " on a socket", () -> onSocket(transcript)));
        }
        if (!only.equals("line") && !only.equals("socket")) {
            tests.add(DynamicTest.dynamicTest(transcript.name() + " in memory", () -> inMemory(transcript)));
        }
        if (!transcript.needsHttp()) {
            tests.add(DynamicTest.dynamicTest(transcript.name() + " on stdio", () -> byLine(transcript)));
        }
        return tests.stream();
    }

    private void inMemory(Transcript transcript) {
        TestClock clock = TestClock.fixed();
        try (McpServer server = Servers.named(transcript.setting("server", "plain"), clock)) {
            runner(clock).run(transcript, new MemoryPeer(onlyAtMcp(server.http())));
        }
    }

    private void onSocket(Transcript transcript) throws IOException {
        TestClock clock = TestClock.fixed();
        try (McpServer server = Servers.named(transcript.setting("server", "plain"), clock);
                LocalServer local =
                        new LocalServer(LocalSettings.loopback(0, Map.of("/mcp", server.http())), Log.none())) {
            local.start();
            runner(clock).run(transcript, new SocketPeer(local.port()));
        }
    }

    private void byLine(Transcript transcript) throws IOException {
        TestClock clock = TestClock.fixed();
        try (McpServer server = Servers.named(transcript.setting("server", "plain"), clock)) {
            runner(clock).run(transcript, new StdioPeer(server));
        }
    }

    private TranscriptRunner runner(TestClock clock) {
        return new TranscriptRunner(PATIENCE, clock::advance, watch);
    }

    /** Routing by path is an adapter's work. */
    private static HttpHandler onlyAtMcp(HttpHandler endpoint) {
        return request -> request.path().equals("/mcp") ? endpoint.handle(request) : HttpResponse.empty(404);
    }
}
