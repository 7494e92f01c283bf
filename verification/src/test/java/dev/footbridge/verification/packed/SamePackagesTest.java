package dev.footbridge.verification.packed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.http.HttpResponse;
import dev.footbridge.testkit.HttpPeer;
import dev.footbridge.testkit.MessageWatch;
import dev.footbridge.testkit.Transcript;
import dev.footbridge.testkit.TranscriptRunner;
import dev.footbridge.testkit.WholePeer;
import dev.footbridge.verification.transcript.Seen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is deployed: the same jars in every package, and from each of them the same answers. */
@EnabledIfSystemProperty(named = "footbridge.packed.local", matches = ".+")
final class SamePackagesTest {

    private static final Path CONVERSATIONS = Path.of("src/test/resources/packed");
    private static final Duration MOMENT = Duration.ofSeconds(30);

    @Test
    void theAppAndAllItStandsOnAreTheSameBytesInEveryPackage() throws IOException {
        Map<String, String> local = Packages.jars(Packages.LOCAL);
        Map<String, String> lambda = Packages.jars(Task.PACKED);
        Map<String, String> functions = Packages.jars(Packages.FUNCTIONS);

        for (String module : List.of("app", "core", "tools", "schema", "settings", "oauth")) {
            String jar = "footbridge-" + module + "-0.1.0-SNAPSHOT.jar";
            assertThat(local).containsKey(jar);
            assertThat(lambda).containsEntry(jar, local.get(jar));
            assertThat(functions).containsEntry(jar, local.get(jar));
        }
        local.forEach((jar, digest) -> {
            assertThat(lambda.getOrDefault(jar, digest)).as(jar).isEqualTo(digest);
            assertThat(functions.getOrDefault(jar, digest)).as(jar).isEqualTo(digest);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-07-28", "2025-11-25", "2025-06-18", "2025-03-26", "2024-11-05"})
    void everyPackageAnswersAlike(String client) throws Exception {
        Transcript conversation = conversation(client);
        List<String> local;
        try (PackedLocal place = PackedLocal.start()) {
            local = answers(conversation, place::answer);
        }
        try (PackedLambda place = PackedLambda.start()) {
            assertThat(answers(conversation, place::answer)).as("Lambda").isEqualTo(local);
        }
        try (PackedFunctions place = PackedFunctions.start()) {
            assertThat(answers(conversation, place::answer)).as("Functions").isEqualTo(local);
        }
    }

    private static Transcript conversation(String client) throws IOException {
        String name = client.startsWith("2026") ? "modern.txt" : "legacy.txt";
        String text = Files.readString(CONVERSATIONS.resolve(name));
        return Transcript.parse(name + " of " + client, text.replaceFirst("\n", "\nclient: " + client + "\n"));
    }

    private static List<String> answers(Transcript conversation, Function<HttpPeer.Request, HttpResponse> place) {
        try (WholePeer peer = new WholePeer(place, MOMENT)) {
            new TranscriptRunner(MOMENT, unused -> {}, MessageWatch.none()).run(conversation, peer);
            return Seen.texts(peer.answers());
        }
    }
}
