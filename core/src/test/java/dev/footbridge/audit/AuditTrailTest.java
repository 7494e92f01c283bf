package dev.footbridge.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;
import dev.footbridge.log.Log;
import dev.footbridge.secret.Secret;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AuditTrailTest {

    private static final AuditKey KEY = new AuditKey(Secret.ofText("k".repeat(32)));

    private final List<String> lines = new ArrayList<>();
    private final Map<String, Long> heads = new HashMap<>();
    private final AuditTrail trail =
            new AuditTrail("i1", KEY, AuditSink.ofTexts(lines::add), (stream, count, code) -> heads.put(stream, count));

    @Test
    void aWholeStreamIsFoundWhole() {
        write(120);
        AuditVerifier verifier = new AuditVerifier(KEY);

        assertThat(lines.stream().map(verifier::problem).flatMap(Optional::stream))
                .isEmpty();
        assertThat(verifier.counts()).containsEntry("i1", 120L);
        assertThat(heads).containsEntry("i1", 101L);
        trail.keepHead();
        assertThat(verifier.missing("i1", heads.getOrDefault("i1", 0L))).isEmpty();
    }

    /** Worked out elsewhere: what was written long ago must still be found whole. */
    @Test
    void recordsLookAsTheyAlwaysDid() {
        String first = "ea60f6714d5f16d012afd7bb333728848381252c7ad477cb1998dea9ddddf4ff";
        String second = "7260d982fb225814dc4aa71dc6af8d11cec59542dba762c8662c99ffc6a824d5";

        trail.write(JsonObject.of("n", Json.of(0)));
        trail.write(JsonObject.of("n", Json.of(1)));

        assertThat(lines)
                .containsExactly(
                        "{\"stream\":\"i1\",\"seq\":1,\"n\":0,\"chain\":{\"prev\":\"" + "0".repeat(64) + "\",\"mac\":\""
                                + first + "\"}}",
                        "{\"stream\":\"i1\",\"seq\":2,\"n\":1,\"chain\":{\"prev\":\"" + first + "\",\"mac\":\"" + second
                                + "\"}}");
    }

    @Test
    void aRecordThatFollowedAnotherIsNamed() {
        write(2);
        String second = lines.get(1);
        AuditTrail other = new AuditTrail("i1", KEY, AuditSink.ofTexts(lines::add), AuditTrail.Heads.NONE);
        lines.clear();
        other.write(JsonObject.of("n", Json.of(7)));
        lines.add(second);

        assertThat(problems()).containsExactly("line 2: record 2 of stream i1 was changed");
    }

    @Test
    void aStreamIsNamedOnceAndNotBeforeItsFirstRecord() {
        AtomicInteger asked = new AtomicInteger();
        AuditTrail late = new AuditTrail(
                () -> "copy-" + asked.incrementAndGet(), KEY, AuditSink.ofTexts(lines::add), AuditTrail.Heads.NONE);
        late.keepHead();
        assertThat(asked).hasValue(0);

        late.write(JsonObject.EMPTY);
        late.write(JsonObject.EMPTY);

        assertThat(lines).hasSize(2).allMatch(line -> line.contains("\"stream\":\"copy-1\""));
    }

    @Test
    void aChangedRecordIsNamed() {
        write(5);
        lines.set(2, lines.get(2).replace("\"n\":2", "\"n\":9"));

        assertThat(firstProblem())
                .hasValueSatisfying(
                        problem -> assertThat(problem).isEqualTo("line 3: record 3 of stream i1 was changed"));
    }

    @Test
    void aMissingAndAMovedRecordAreNamed() {
        write(5);
        String third = lines.remove(2);
        assertThat(firstProblem()).contains("line 3: after record 2 of stream i1 comes record 4");
        lines.add(third);
        assertThat(firstProblem()).isPresent();
    }

    @Test
    void oneProblemHidesNoOther() {
        write(9);
        lines.set(1, lines.get(1).replace("\"n\":1", "\"n\":9"));
        lines.set(7, lines.get(7).replace("\"n\":7", "\"n\":9"));
        lines.remove(4);
        lines.add(3, "{\"half\":");

        assertThat(problems())
                .containsExactly(
                        "line 2: record 2 of stream i1 was changed",
                        "line 4 is no record",
                        "line 6: after record 4 of stream i1 comes record 6",
                        "line 8: record 8 of stream i1 was changed");
    }

    @Test
    void aRotatedFileIsReadAfterTheOlderOne() {
        write(4);

        assertThat(problems()).isEmpty();
        lines.subList(0, 2).clear();
        assertThat(problems())
                .containsExactly(
                        "line 1: stream i1 begins with record 3; if the file was rotated, name the older ones before it");
    }

    @Test
    void aFileThatWasMovedAwayIsMadeAnewAndTheChainGoesOn(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("audit.jsonl");
        try (FileAuditSink sink = FileAuditSink.open(file)) {
            AuditTrail rotated = new AuditTrail("i1", KEY, sink, AuditTrail.Heads.NONE);
            rotated.write(JsonObject.of("a", "1"));
            Files.move(file, folder.resolve("audit.jsonl.1"));
            long most = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            while (!Files.exists(file) && System.nanoTime() < most) {
                rotated.write(JsonObject.of("a", "2"));
            }
            rotated.write(JsonObject.of("a", "3"));
        }
        lines.addAll(Files.readAllLines(folder.resolve("audit.jsonl.1")));
        lines.addAll(Files.readAllLines(file));

        assertThat(lines.get(lines.size() - 1)).contains("\"a\":\"3\"");
        assertThat(problems()).isEmpty();
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
        }
    }

    @Test
    void halfALineOfThoseBeforeIsNotJoinedToTheFirstRecord(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("audit.jsonl"), "{\"half");
        try (FileAuditSink sink = FileAuditSink.open(file)) {
            sink.write(line("{\"a\":1}"));
        }

        assertThat(Files.readAllLines(file)).containsExactly("{\"half", "{\"a\":1}");
    }

    @Test
    void aStreamThatWasCutOffShowsAgainstItsHead() {
        write(150);
        AuditVerifier verifier = new AuditVerifier(KEY);
        lines.subList(0, 90).forEach(verifier::problem);

        assertThat(verifier.missing("i1", heads.getOrDefault("i1", 0L)))
                .contains("stream i1 ends at record 90 and went to 101");
    }

    @Test
    void anEmptyLineIsNoProblem() {
        write(2);
        lines.add(1, "");

        assertThat(firstProblem()).isEmpty();
    }

    @Test
    void anotherKeyFindsEveryRecordChanged() {
        write(1);

        assertThat(new AuditVerifier(new AuditKey(Secret.ofText("x".repeat(32)))).problem(lines.get(0)))
                .isPresent();
    }

    @Test
    void aRecordThatWasNotKeptHasNoPlaceInTheChain() {
        boolean[] full = {false};
        AuditTrail fragile = new AuditTrail(
                "i1",
                KEY,
                AuditSink.ofTexts(line -> {
                    if (full[0]) {
                        throw new AuditException("full", null);
                    }
                    lines.add(line);
                }),
                AuditTrail.Heads.NONE);
        fragile.write(JsonObject.of("a", "1"));
        full[0] = true;
        assertThatThrownBy(() -> fragile.write(JsonObject.of("a", "2"))).isInstanceOf(AuditException.class);
        full[0] = false;
        fragile.write(JsonObject.of("a", "3"));

        assertThat(firstProblem()).isEmpty();
        assertThat(lines).hasSize(2);
    }

    @Test
    void theNextRecordThatIsKeptSaysHowManyWereLost() {
        boolean[] broken = {true};
        AuditTrail fragile = new AuditTrail(
                "i1",
                KEY,
                AuditSink.ofTexts(line -> {
                    if (broken[0]) {
                        throw new IllegalStateException("no connection");
                    }
                    lines.add(line);
                }),
                AuditTrail.Heads.NONE);
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> fragile.write(JsonObject.EMPTY)).isInstanceOf(AuditException.class);
        }
        broken[0] = false;
        fragile.write(JsonObject.of("a", "1"));
        fragile.write(JsonObject.of("a", "2"));

        assertThat(lines.get(0)).contains("\"seq\":1,\"lost\":3,");
        assertThat(lines.get(1)).contains("\"seq\":2,").doesNotContain("lost");
        assertThat(firstProblem()).isEmpty();
        lines.set(0, lines.get(0).replace("\"lost\":3,", ""));
        assertThat(firstProblem()).contains("line 1: record 1 of stream i1 was changed");
    }

    @Test
    void halfALineDoesNotSpoilTheNext() throws Exception {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        AtomicInteger room = new AtomicInteger(10);
        try (FileAuditSink sink = new FileAuditSink(disk(written, room))) {
            AuditTrail fragile = new AuditTrail("i1", KEY, sink, AuditTrail.Heads.NONE);
            assertThatThrownBy(() -> fragile.write(JsonObject.of("a", "1"))).isInstanceOf(AuditException.class);
            assertThatThrownBy(() -> fragile.write(JsonObject.of("a", "2"))).isInstanceOf(AuditException.class);
            room.set(10_000);
            fragile.write(JsonObject.of("a", "3"));
            fragile.write(JsonObject.of("a", "4"));
        }
        written.toString(StandardCharsets.UTF_8).lines().forEach(lines::add);

        assertThat(lines).hasSize(3);
        assertThat(firstProblem()).contains("line 1 is no record");
        lines.remove(0);
        assertThat(firstProblem()).isEmpty();
        assertThat(lines.get(0)).contains("\"lost\":2");
    }

    @Test
    void aFileIsForItsOwnerOnlyAndHoldsALineEach(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("audit.jsonl");
        try (FileAuditSink sink = FileAuditSink.open(file)) {
            sink.write(line("{\"a\":1}"));
            sink.write(line("{\"a\":\"\u00fc\"}"));
        }

        assertThat(Files.readAllLines(file)).containsExactly("{\"a\":1}", "{\"a\":\"\u00fc\"}");
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
        }
    }

    private static byte[] line(String text) {
        return (text + '\n').getBytes(StandardCharsets.UTF_8);
    }

    /** A disk with so much room, which fills up in the middle of a line. */
    private static OutputStream disk(OutputStream written, AtomicInteger room) {
        return new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                if (room.get() == 0) {
                    throw new IOException("no space left");
                }
                room.decrementAndGet();
                written.write(one);
            }
        };
    }

    @Test
    void aToolThatGoesOnAfterItsRecordEndedDoesNotSpoilIt() throws Exception {
        Audit audit = Audit.of(trail, AuditSettings.DEFAULTS, Log.none(), InstantSource.system());
        for (int i = 0; i < 500; i++) {
            AuditEntry entry = audit.begin("r" + i, "");
            Thread tool = new Thread(() -> {
                for (int n = 0; n < 50; n++) {
                    entry.fact("f" + n, Json.of(n));
                }
            });
            tool.start();
            entry.end(AuditStatus.TIMEOUT);
            tool.join();
        }

        assertThat(lines).hasSize(500);
        assertThat(firstProblem()).isEmpty();
    }

    private void write(int count) {
        for (int i = 0; i < count; i++) {
            trail.write(
                    JsonObject.builder().put("n", i).put("text", "line\nend").build());
        }
    }

    private Optional<String> firstProblem() {
        return problems().stream().findFirst();
    }

    private List<String> problems() {
        AuditVerifier verifier = new AuditVerifier(KEY);
        return lines.stream().map(verifier::problem).flatMap(Optional::stream).toList();
    }
}
