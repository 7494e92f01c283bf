package dev.footbridge.verification.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.json.JsonObject;
import dev.footbridge.testkit.HttpPeer;
import dev.footbridge.testkit.JsonText;
import dev.footbridge.testkit.lambda.Door;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Every attack of the corpus, through the handler, through a socket, as events of Lambda and by a trigger of Azure. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AttacksTest {

    private static final String ONLY = System.getProperty("attack", "");
    private static final List<String> TRACES = List.of("Exception", "\tat ", "dev.footbridge");
    private static final Pattern LOG_LINE = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z (INFO|WARN|ERROR) .*");
    private static final Duration SOON = Duration.ofSeconds(1);

    private Attacked attacked;
    private Values values;
    private Direct direct;
    private ByEvent payload2;
    private ByEvent payload1;
    private ByTrigger trigger;

    @BeforeAll
    void start() throws IOException {
        attacked = new Attacked();
        values = new Values(attacked);
        direct = new Direct(attacked.server.http());
        payload2 = new ByEvent(attacked, Door.FUNCTION_URL);
        payload1 = new ByEvent(attacked, Door.REST_API);
        trigger = new ByTrigger(attacked);
    }

    @AfterAll
    void stop() throws IOException {
        trigger.close();
        attacked.close();
    }

    @TestFactory
    Stream<DynamicTest> everyAttack() throws IOException {
        return Corpus.all().stream().filter(one -> one.name().contains(ONLY)).flatMap(this::tests);
    }

    @Test
    void attacksAreManyAndHaveNamesOfTheirOwn() throws IOException {
        Set<String> names = new HashSet<>();
        List<AttackCase> all = Corpus.all();

        assertThat(all).hasSizeGreaterThanOrEqualTo(150);
        assertThat(all).allMatch(one -> names.add(one.id()), "has an id of its own");
        assertThat(all).allMatch(one -> one.why().matches("[A-Z]\\d+[:,].*\\."), "says why, row first: " + all);
    }

    @Test
    void whatTheCasesChangeIsGood() {
        assertThat(direct.send(Shot.of(JsonObject.EMPTY, values::fill)).text()).contains("touched");
        values.mint(Optional.of(JsonObject.EMPTY));
        JsonObject byToken = JsonText.object("{\"headers\":[[\"authorization\",\"Bearer ${token}\"]]}");
        assertThat(direct.send(Shot.of(byToken, values::fill)).text()).contains("touched");
    }

    /** Cursors apart, which are sealed anew each time. */
    @Test
    void theListIsTheSameOnEveryConnectionWhateverWasCalled() {
        String first = list();
        for (String tool : List.of("touch", "admin", "nothing-of-that-name")) {
            socket("{\"tool\":\"" + tool + "\"}");
        }

        assertThat(first).contains("\"tools\":[{").contains("nextCursor");
        assertThat(list()).isEqualTo(first);
    }

    /** The ids of the messages are all the same: what tells the answers apart is the connection alone. */
    @Test
    void answersOfTwoCallersAreNeverMixedUp() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(2);
        try {
            Future<List<String>> alice = callers.submit(() -> hundreds("alice", "goodKey"));
            Future<List<String>> bob = callers.submit(() -> hundreds("bob", "otherKey"));

            assertThat(alice.get()).hasSize(250).allMatch(text -> isOf(text, "alice", "bob"));
            assertThat(bob.get()).hasSize(250).allMatch(text -> isOf(text, "bob", "alice"));
        } finally {
            callers.shutdownNow();
        }
    }

    private List<String> hundreds(String name, String key) {
        return IntStream.range(0, 250)
                .mapToObj(n -> socket("{\"tool\":\"who\",\"arguments\":{\"text\":\"" + name + "-" + n + ":\"},"
                                + "\"headers\":[[\"authorization\",\"Bearer ${" + key + "}\"]]}")
                        .body())
                .toList();
    }

    private static boolean isOf(String text, String mine, String others) {
        return text.contains(mine + "-") && text.contains("subject=" + mine) && !text.contains(others);
    }

    private String list() {
        return socket("{\"rpc\":\"tools/list\"}").body().replaceFirst("\"nextCursor\":\"[^\"]*\"", "\"nextCursor\"");
    }

    private Reply socket(String attack) {
        HttpPeer.Request request = Shot.of(JsonText.object(attack), values::fill);
        return RawSocket.send(request, attacked.port());
    }

    private Stream<DynamicTest> tests(AttackCase one) {
        return Stream.of(Way.values())
                .filter(one::runsOn)
                .map(way -> DynamicTest.dynamicTest(one.name() + " " + way.words(), () -> judged(one, way)));
    }

    /** A known gap is skipped as long as it is one. */
    private void judged(AttackCase one, Way way) throws InterruptedException {
        if (one.known().isEmpty()) {
            run(one, way);
            return;
        }
        try {
            run(one, way);
        } catch (AssertionError gap) {
            Assumptions.abort("known: " + one.known().get());
        }
        throw new AssertionError(
                "this is no longer so, take it out: " + one.known().get());
    }

    private void run(AttackCase one, Way way) throws InterruptedException {
        Expected expected = one.expected(way);
        values.mint(one.json().object("token"));
        one.json().string("later").ifPresent(step -> attacked.clock.advance(Duration.parse(step)));
        attacked.forget();
        long ran = attacked.tools.runs();
        long began = System.nanoTime();
        Reply reply = send(one, way);
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        settle(expected.audit());

        assertThat(reply.code().stream())
                .as("codes of the protocol, or our own")
                .allMatch(AttacksTest::mayBeSent);
        assertThat(expected.differs(reply))
                .as("%s: %s", one.why(), shortened(reply))
                .isEmpty();
        assertThat(took).as("time").isLessThan(Duration.ofMillis(expected.millis()));
        assertThat(attacked.tools.runs() - ran).as("tools that ran").isEqualTo(expected.ran());
        checkTexts(expected, reply);
        checkWritten(expected);
        assertThat(attacked.records).as("records").hasSize((int) expected.audit());
        checkNextIsServed(way);
        assertThat(attacked.records).as("records after the next request").hasSize((int) expected.audit() + 1);
    }

    /** Codes for what older revisions say otherwise are not among them: the attacks speak the newest. */
    private static boolean mayBeSent(long code) {
        return code > 0 || code == -32700 || (code <= -32600 && code >= -32603) || (code <= -32020 && code >= -32022);
    }

    private Reply send(AttackCase one, Way way) {
        if (one.json().has("raw")) {
            byte[] raw = new Pieces(values::fill)
                    .bytes(Objects.requireNonNull(one.json().get("raw")));
            return RawSocket.send(raw, attacked.port(), one.json().isTrue("half_close"));
        }
        HttpPeer.Request request = Shot.of(one.json(), values::fill);
        return send(request, way);
    }

    private Reply send(HttpPeer.Request request, Way way) {
        return switch (way) {
            case MEMORY -> direct.send(request);
            case SOCKET -> RawSocket.send(request, attacked.port());
            case PAYLOAD_2 -> payload2.send(request);
            case PAYLOAD_1 -> payload1.send(request);
            case TRIGGER -> trigger.send(request);
        };
    }

    private static String shortened(Reply reply) {
        String text = reply.text();
        return text.substring(0, Math.min(text.length(), 600));
    }

    /** A record may be written a moment after the answer. */
    private void settle(long expected) throws InterruptedException {
        for (int i = 0; i < 100 && attacked.records.size() < expected; i++) {
            Thread.sleep(10);
        }
    }

    private void checkTexts(Expected expected, Reply reply) {
        String text = reply.text();
        for (String must : expected.must()) {
            assertThat(text).containsIgnoringCase(values.fill(must));
        }
        for (String mustNot : expected.mustNot()) {
            assertThat(text).doesNotContainIgnoringCase(values.fill(mustNot));
        }
        assertThat(text).doesNotContain(TRACES).doesNotContain(AttackedTools.SECRET);
        assertThat(values.credentials()).as("credentials in the answer").noneMatch(text::contains);
    }

    private void checkWritten(Expected expected) {
        String log = attacked.log();
        String records = String.join("\n", attacked.records);
        assertThat(values.credentials()).as("credentials in the log").noneMatch(log::contains);
        assertThat(values.credentials()).as("credentials in the records").noneMatch(records::contains);
        assertThat(log.lines())
                .hasSize(attacked.logged.get())
                .allMatch(line -> LOG_LINE.matcher(line).matches());
        assertThat(log.replace(System.lineSeparator(), "").chars()).noneMatch(c -> c < ' ' || c == 0x7F);
        assertThat(attacked.records).allMatch(line -> line.chars().noneMatch(c -> c < ' '));
        assertThat(attacked.records)
                .allSatisfy(
                        line -> assertThat(RecordShape.problems(line)).as(line).isEmpty());
        for (String mustNot : expected.mustNotRecord()) {
            assertThat(records + log).doesNotContainIgnoringCase(values.fill(mustNot));
        }
    }

    private void checkNextIsServed(Way way) {
        HttpPeer.Request good = Shot.of(JsonObject.EMPTY, values::fill);
        long began = System.nanoTime();
        Reply reply = send(good, way);
        assertThat(reply.text()).as("the next request").contains("touched");
        assertThat(Duration.ofNanos(System.nanoTime() - began))
                .as("the next request")
                .isLessThan(SOON);
    }
}
