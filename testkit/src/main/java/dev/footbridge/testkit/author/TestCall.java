package dev.footbridge.testkit.author;

import dev.footbridge.call.Answers;
import dev.footbridge.call.Call;
import dev.footbridge.call.Caller;
import dev.footbridge.call.Client;
import dev.footbridge.call.Declined;
import dev.footbridge.call.InputRequest;
import dev.footbridge.call.KeptState;
import dev.footbridge.call.KeptStates;
import dev.footbridge.call.UserAction;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;
import dev.footbridge.protocol.ClientCapabilities;
import dev.footbridge.protocol.ErrorCode;
import dev.footbridge.protocol.LogLevel;
import dev.footbridge.protocol.RpcException;
import dev.footbridge.protocol.Trace;
import dev.footbridge.secret.Secrets;
import dev.footbridge.state.MemoryStateStore;
import dev.footbridge.testkit.JsonText;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A call for testing a tool as the plain class it is, without a server: it gives what the test says, and keeps what the
 * tool says. Thread-safe.
 *
 * <pre>{@code
 * TestCall call = TestCall.builder().answer("confirm", Reply.accept("yes", true)).build();
 *
 * Cancelled cancelled = new OrderTools(orders).cancelOrder("DE123456", call);
 *
 * assertThat(call.progress()).containsExactly(Progress.of(1, 2), Progress.of(2, 2));
 * }</pre>
 *
 * <p>Arguments are not checked here, nor results projected: that is what {@link McpTester} is for.
 */
public final class TestCall implements Call {

    private final Caller caller;
    private final Client client;
    private final Trace trace;
    private final Optional<Instant> deadline;
    private final Map<String, Reply> answers;
    private final Map<String, Record> filledIn;
    private final KeptStates states;
    private final Secrets secrets;
    private final List<Progress> progress = new ArrayList<>();
    private final List<LogLine> log = new ArrayList<>();
    private final List<Question> questions = new ArrayList<>();
    private final List<Runnable> onCancel = new ArrayList<>();
    private boolean cancelled;
    private boolean released;

    private TestCall(Builder builder) {
        this.caller = builder.caller;
        this.client = builder.client;
        this.trace = builder.trace;
        this.deadline = builder.deadline;
        this.answers = Map.copyOf(builder.answers);
        this.filledIn = Map.copyOf(builder.filledIn);
        this.states = new KeptStates(new MemoryStateStore(builder.clock), builder.clock);
        this.secrets = builder.secrets;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Cancels the call, as a client does that goes away; more than once does nothing more. */
    public void cancel() {
        List<Runnable> due;
        synchronized (this) {
            cancelled = true;
            due = List.copyOf(onCancel);
            onCancel.clear();
        }
        due.forEach(Runnable::run);
    }

    /** The reports that a client which asks for progress would have got. */
    public synchronized List<Progress> progress() {
        return List.copyOf(progress);
    }

    /** The lines of every level. */
    public synchronized List<LogLine> log() {
        return List.copyOf(log);
    }

    public synchronized List<Question> questions() {
        return List.copyOf(questions);
    }

    /** True once the tool has let the connection go. */
    public synchronized boolean released() {
        return released;
    }

    @Override
    public Caller caller() {
        return caller;
    }

    @Override
    public Client client() {
        return client;
    }

    @Override
    public Trace trace() {
        return trace;
    }

    @Override
    public Optional<Instant> deadline() {
        return deadline;
    }

    @Override
    public synchronized boolean cancelled() {
        return cancelled;
    }

    @Override
    public void onCancel(Runnable action) {
        synchronized (this) {
            if (!cancelled) {
                onCancel.add(action);
                return;
            }
        }
        action.run();
    }

    @Override
    public synchronized void progress(double done, double total, String message) {
        double last = progress.isEmpty()
                ? Double.NEGATIVE_INFINITY
                : progress.get(progress.size() - 1).done();
        if (!cancelled && Double.isFinite(done) && done > last) {
            progress.add(new Progress(done, Math.max(total, 0), message));
        }
    }

    @Override
    public synchronized void log(LogLevel level, Json data) {
        if (!cancelled) {
            log.add(new LogLine(level, data));
        }
    }

    @Override
    public <A> A ask(String key, InputRequest<A> request) {
        return askAll(Map.of(key, request)).get(key, request);
    }

    /**
     * Answers with the record the test gave for the key.
     *
     * @throws Declined if the test's user says no or goes away
     * @throws AssertionError if the test has no answer for the key, or a record of another type
     */
    @Override
    public <R extends Record> R ask(String key, Class<R> form, String message) {
        synchronized (this) {
            questions.add(new Question(key, "elicitation/create", JsonObject.of("message", message)));
        }
        Reply reply = answers.get(key);
        if (reply != null && !reply.action().equals("accept")) {
            throw new Declined(reply.action().equals("decline") ? UserAction.DECLINE : UserAction.CANCEL);
        }
        Record answer = filledIn.get(key);
        if (!form.isInstance(answer)) {
            throw new AssertionError("the tool asked '" + key + "' for " + form.getSimpleName() + ", and the test has "
                    + (answer == null ? "no such record; it has " + filledIn.keySet() : answer));
        }
        return form.cast(answer);
    }

    @Override
    public KeptState state(String handle) {
        return states.of(caller, handle);
    }

    @Override
    public KeptState newState() {
        return states.begin(caller);
    }

    @Override
    public Secrets secrets() {
        return secrets;
    }

    /**
     * Answers as the test said.
     *
     * @throws AssertionError if the test has no answer for a key, or one that does not fit the question
     * @throws RpcException if the client of the test cannot be asked this
     */
    @Override
    public Answers askAll(Map<String, InputRequest<?>> requests) {
        Map<String, Json> results = new LinkedHashMap<>();
        requests.forEach((key, request) -> results.put(key, answer(Question.of(key, request), request)));
        return new Answers(results);
    }

    private Json answer(Question question, InputRequest<?> request) {
        if (!request.answerableBy(client.capabilities())) {
            throw new RpcException(
                    ErrorCode.MISSING_CLIENT_CAPABILITY, "The client of this call cannot answer " + question.method());
        }
        synchronized (this) {
            questions.add(question);
        }
        Reply reply = answers.get(question.key());
        if (reply == null) {
            throw new AssertionError("the tool asked '" + question.key() + "' (" + question.method() + " "
                    + JsonText.text(question.params()) + "), and the test answers only " + answers.keySet());
        }
        if (request.read(reply.result()).isEmpty()) {
            throw new AssertionError("the answer " + JsonText.text(reply.result()) + " does not fit the question '"
                    + question.key() + "': " + question.method() + " " + JsonText.text(question.params()));
        }
        return reply.result();
    }

    @Override
    public synchronized void releaseConnection() {
        released = true;
    }

    /** Collects what a call is like. Everything has a default. Not thread-safe. */
    public static final class Builder {
        private Caller caller = Caller.ANONYMOUS;
        private Client client = new Client("testkit", "1", new ClientCapabilities(Profile.ANSWERS_ALL));
        private Trace trace = Trace.NONE;
        private Optional<Instant> deadline = Optional.empty();
        private final Map<String, Reply> answers = new LinkedHashMap<>();
        private final Map<String, Record> filledIn = new LinkedHashMap<>();
        private InstantSource clock = InstantSource.system();
        private Secrets secrets = Secrets.none();

        private Builder() {}

        /** Who calls; {@link Caller#ANONYMOUS} unless said otherwise. */
        public Builder caller(Caller identified) {
            this.caller = identified;
            return this;
        }

        /** With which program; one that can be asked everything unless said otherwise. */
        public Builder client(Client program) {
            this.client = program;
            return this;
        }

        public Builder trace(Trace carried) {
            this.trace = carried;
            return this;
        }

        /** When the call will be given up; never unless said otherwise. */
        public Builder deadline(Instant end) {
            this.deadline = Optional.of(end);
            return this;
        }

        /** Answers the question that the tool asks under this key. */
        public Builder answer(String key, Reply reply) {
            answers.put(key, reply);
            return this;
        }

        /** Fills in the record that the tool asks for under this key. */
        public Builder answer(String key, Record filled) {
            filledIn.put(key, filled);
            return this;
        }

        /** What there is; none unless said otherwise. */
        public Builder secrets(Secrets known) {
            this.secrets = known;
            return this;
        }

        /** By which kept state expires; the system's clock unless said otherwise. */
        public Builder clock(InstantSource time) {
            this.clock = time;
            return this;
        }

        public TestCall build() {
            return new TestCall(this);
        }
    }
}
