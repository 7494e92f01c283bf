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
    private static final String ALL = "\"prompts\":{\"listChanged\":true},\"tools\":{\"listChanged\":true}}";
    private static final String LESS = "\"prompts\":{},\"tools\":{}}";

    /**
     * What the local server says, and what a function says instead, which answers whole and here has no table, so no
     * sessions: changes would reach nobody, an older client gets no log lines, and it cannot be asked.
     */
    private static final Map<String, String> UNLIKE = Map.of(
            "\nmcp-session-id: #1",
            "",
            "\nallow: POST, GET, DELETE",
            "\nallow: POST",
            "\"capabilities\":{\"logging\":{}," + ALL + ",\"ttlMs\"",
            "\"capabilities\":{\"logging\":{}," + LESS + ",\"ttlMs\"",
            "\"capabilities\":{\"logging\":{}," + ALL + ",\"serverInfo\"",
            "\"capabilities\":{" + LESS + ",\"serverInfo\"",
            "This needs a client that supports elicitation/create, and this one does not.",
            "This needs an answer from the user, and this client cannot be asked. Use a client that speaks revision"
                    + " 2026-07-28.");

    /**
     * A client of it says its revision once only, which is forgotten without sessions; the next one is taken for it.
     */
    private static final String FORGOTTEN = "2024-11-05";

    private static final String TAKEN = "2025-03-26";

    private static final Duration MOMENT = Duration.ofSeconds(30);

    @Test
    void theAppAndAllItStandsOnAreTheSameBytesInEveryPackage() throws IOException {
        Map<String, String> local = Packages.jars(Packages.LOCAL);
        Map<String, String> lambda = Packages.jars(Task.PACKED);
        Map<String, String> functions = Packages.jars(Packages.FUNCTIONS);

        for (String module : List.of("app", "core", "tools", "settings", "oauth")) {
            List<String> jars = local.keySet().stream()
                    .filter(jar -> jar.startsWith("footbridge-" + module + "-"))
                    .toList();
            assertThat(jars).hasSize(1);
            assertThat(lambda).containsKeys(jars.get(0));
            assertThat(functions).containsKeys(jars.get(0));
        }
        local.forEach((jar, digest) -> {
            assertThat(lambda.getOrDefault(jar, digest)).as(jar).isEqualTo(digest);
            assertThat(functions.getOrDefault(jar, digest)).as(jar).isEqualTo(digest);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-07-28", "2025-11-25", "2025-06-18", TAKEN, FORGOTTEN})
    void everyPackageAnswersAlike(String client) throws Exception {
        List<String> expected;
        try (PackedLocal place = PackedLocal.start()) {
            expected = answers(conversation(client.equals(FORGOTTEN) ? TAKEN : client), place::answer).stream()
                    .map(local -> ofFunction(local, client))
                    .toList();
        }
        try (PackedLambda place = PackedLambda.start()) {
            assertThat(answers(conversation(client), place::answer))
                    .as("Lambda")
                    .isEqualTo(expected);
        }
        try (PackedFunctions place = PackedFunctions.start()) {
            assertThat(answers(conversation(client), place::answer))
                    .as("Functions")
                    .isEqualTo(expected);
        }
    }

    private static String ofFunction(String local, String client) {
        String said = local;
        for (Map.Entry<String, String> unlike : UNLIKE.entrySet()) {
            said = said.replace(unlike.getKey(), unlike.getValue());
        }
        return client.equals(FORGOTTEN)
                ? said.replace("\"protocolVersion\":\"" + TAKEN, "\"protocolVersion\":\"" + FORGOTTEN)
                : said;
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
