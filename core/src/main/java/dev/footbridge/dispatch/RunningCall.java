package dev.footbridge.dispatch;

import dev.footbridge.call.Answers;
import dev.footbridge.call.Call;
import dev.footbridge.call.Caller;
import dev.footbridge.call.Client;
import dev.footbridge.call.Declined;
import dev.footbridge.call.Form;
import dev.footbridge.call.FormAnswer;
import dev.footbridge.call.InputAwaited;
import dev.footbridge.call.InputRequest;
import dev.footbridge.call.KeptState;
import dev.footbridge.call.Question;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;
import dev.footbridge.protocol.LogLevel;
import dev.footbridge.protocol.ProtocolVersion;
import dev.footbridge.protocol.Trace;
import dev.footbridge.secret.Secrets;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The call a handler sees, for one run of it. */
final class RunningCall implements Call {

    /** Below this every whole number is a double of its own. */
    private static final double EXACT_BELOW = 1L << 53;

    private final Provisions provisions;
    private final Exchange exchange;
    private final Outbox outbox;
    private final Cancellation cancellation;
    private final Optional<Instant> deadline;
    private double lastProgress = Double.NEGATIVE_INFINITY;
    private @Nullable InputAwaited awaited;
    private boolean over;

    RunningCall(
            Provisions provisions,
            Exchange exchange,
            Outbox outbox,
            Cancellation cancellation,
            Optional<Instant> deadline) {
        this.provisions = provisions;
        this.exchange = exchange;
        this.outbox = outbox;
        this.cancellation = cancellation;
        this.deadline = deadline;
    }

    @Override
    public Caller caller() {
        return exchange.caller();
    }

    @Override
    public Client client() {
        return exchange.client();
    }

    @Override
    public Trace trace() {
        return exchange.trace();
    }

    @Override
    public JsonObject meta() {
        return exchange.request().params().object("_meta").orElse(JsonObject.EMPTY);
    }

    @Override
    public Optional<Instant> deadline() {
        return deadline;
    }

    @Override
    public boolean cancelled() {
        return cancellation.cancelled();
    }

    /** True if it was given up at its time limit. */
    boolean expired() {
        return cancellation.expired();
    }

    @Override
    public void onCancel(Runnable action) {
        cancellation.onCancel(action);
    }

    @Override
    public synchronized void progress(double done, double total, String message) {
        Json token = exchange.progressToken();
        if (token == null || isSilent() || !grows(done)) {
            return;
        }
        JsonObject.Builder params =
                JsonObject.builder().put("progressToken", token).put("progress", number(done));
        if (total > 0) {
            params.put("total", number(total));
        }
        boolean says = !message.isEmpty() && exchange.revision().atLeast(ProtocolVersion.V2025_03_26);
        params.putIfPresent("message", says ? message : null);
        outbox.send(Notifications.of("notifications/progress", params.build()));
    }

    private boolean grows(double done) {
        boolean grows = Double.isFinite(done) && done > lastProgress;
        if (grows) {
            lastProgress = done;
        }
        return grows;
    }

    private static Json number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < EXACT_BELOW) {
            // Progress is mostly counted, and loading BigDecimal takes longer than many a call.
            return Json.of((long) value);
        }
        return Json.of(
                new BigDecimal(BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()));
    }

    @Override
    public synchronized void log(LogLevel level, Json data) {
        boolean wanted = exchange.logThreshold()
                .filter(least -> level.compareTo(least) >= 0)
                .isPresent();
        if (wanted && !isSilent()) {
            JsonObject params = JsonObject.builder()
                    .put("level", level.wireName())
                    .put("data", data)
                    .build();
            outbox.send(Notifications.of("notifications/message", params));
        }
    }

    @Override
    public <A> A ask(String key, InputRequest<A> request) {
        return askAll(Map.of(key, request)).get(key, request);
    }

    @Override
    public <R extends Record> R ask(String key, Class<R> form, String message) {
        Question<?> question = provisions
                .catalog()
                .current()
                .question(form)
                .orElseThrow(() -> new IllegalStateException(form.getSimpleName() + " is no question of any module:"
                        + " mark it @Question and nest it in the @McpTools class, or name it in its asks"));
        FormAnswer answer = ask(key, new Form(message, question.fields()));
        if (!answer.accepted()) {
            throw new Declined(answer.action());
        }
        return form.cast(question.read(answer.values()));
    }

    @Override
    public Answers askAll(Map<String, InputRequest<?>> requests) {
        if (isOver()) {
            throw new IllegalStateException("the call is over, nobody can be asked");
        }
        if (requests.isEmpty()) {
            return new Answers(Map.of());
        }
        try {
            return exchange.asker().ask(requests, outbox);
        } catch (InputAwaited leaving) {
            awaited = leaving;
            throw leaving;
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the call was cancelled while it waited for an answer", cancelled);
        }
    }

    /** Nothing more is said for this call once this has returned, whatever its handler has left running. */
    synchronized void end() {
        over = true;
    }

    private synchronized boolean isOver() {
        return over;
    }

    /** A cancelled handler may wake before {@link #end} is called. */
    private boolean isSilent() {
        return over || cancellation.cancelled();
    }

    /** The questions that are open, even if a handler caught the exception that carries them. */
    Optional<InputAwaited> awaited() {
        return Optional.ofNullable(awaited);
    }

    @Override
    public KeptState state(String handle) {
        return provisions.states().of(exchange.caller(), handle);
    }

    @Override
    public KeptState newState() {
        return provisions.states().begin(exchange.caller());
    }

    @Override
    public Secrets secrets() {
        return provisions.secrets();
    }

    @Override
    public void releaseConnection() {
        outbox.release();
    }
}
