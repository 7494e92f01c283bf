package dev.footbridge.aws.dynamo;

import dev.footbridge.aws.sigv4.AwsAnswer;
import dev.footbridge.aws.sigv4.AwsService;
import dev.footbridge.json.JsonObject;
import dev.footbridge.limit.LimitItem;
import dev.footbridge.limit.LimitStore;
import dev.footbridge.limit.StateLimitStore;
import dev.footbridge.limit.Take;
import dev.footbridge.limit.TakeResult;
import dev.footbridge.limit.TakeResult.Refused;
import dev.footbridge.limit.TakeResult.Taken;
import dev.footbridge.limit.UsageRow;
import dev.footbridge.limit.UsageStore;
import dev.footbridge.secret.RandomBytes;
import dev.footbridge.state.StateKey;
import dev.footbridge.state.StateStoreException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Limits in a table of DynamoDB, for as many instances as share it: one conditional {@code UpdateItem} decides, and
 * nothing is read before it.
 *
 * <p>A rate has two forms, for who is idle and for who is busy, and a quota has two, for a new period and the one that
 * runs. What was seen last of an item picks the form; who has seen nothing expects an idle rate and a running quota, or
 * nothing at all. A form that was wrong is answered with what the table keeps: that refuses, or a second update has the
 * right form. Whoever is known to be over a limit is refused without a call. So a decision is one call, and two where
 * the guess was wrong.
 *
 * <p>Usage is counted after the limits by {@link StateLimitStore}, in an item of its own, with at least one call more.
 * Thread-safe. Making it connects to nothing.
 */
public final class DynamoLimitStore implements LimitStore, UsageStore {

    /** Keys of the state begin with a digit or {@code sha256:}. */
    private static final String PREFIX = "limit:";

    private static final int ATTEMPTS = 6;
    /** After which no further call is begun. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final DynamoTable table;
    private final StateLimitStore usage;
    private final LastSeen seen = new LastSeen();

    /** @param state in the same table; for the usage */
    public DynamoLimitStore(AwsService dynamo, String table, DynamoStateStore state) {
        this.table = new DynamoTable(dynamo, table);
        this.usage = new StateLimitStore(state);
    }

    @Override
    public TakeResult take(Take take) {
        Gauges gauges = Gauges.of(take);
        TakeResult result = gauges.all().isEmpty() ? gauges.taken(Kept.UNREAD) : decide(gauges);
        if (result instanceof Taken && take.usage().isPresent()) {
            usage.take(new Take(take.item(), List.of(), List.of(), take.usage(), take.now(), take.givesBack()));
        }
        return result;
    }

    @Override
    public List<UsageRow> usage(LocalDate from, LocalDate to) {
        return usage.usage(from, to);
    }

    private TakeResult decide(Gauges gauges) {
        String pk = key(gauges.take().item());
        String tag = RandomBytes.uuid();
        long end = System.nanoTime() + PATIENCE.toNanos();
        Kept kept = seen.of(pk);
        for (int attempt = 0; attempt < ATTEMPTS && System.nanoTime() < end; attempt++) {
            Optional<Refused> refused = gauges.refusal(kept);
            if (refused.isPresent()) {
                return refused.get();
            }
            Update update = gauges.update(kept, tag);
            if (update.isEmpty()) {
                return gauges.taken(kept);
            }
            AwsAnswer answer = table.call("UpdateItem", update.request(pk));
            kept = answer.isDone() ? kept(answer, "Attributes") : met(answer, pk);
            seen.put(pk, kept);
            if (answer.isDone() || kept.tag().equals(tag)) {
                return gauges.taken(kept);
            }
        }
        throw new StateStoreException("A limit was not taken", new IllegalStateException("other writers were first"));
    }

    /** What a failed condition met; asked for where the answer does not say. */
    private Kept met(AwsAnswer failed, String pk) {
        if (failed.body().has("Item")) {
            return kept(failed, "Item");
        }
        return kept(table.call("GetItem", DynamoTable.read(pk)), "Item");
    }

    private static Kept kept(AwsAnswer answer, String name) {
        return Kept.of(answer.body().object(name).orElse(JsonObject.EMPTY));
    }

    private static String key(LimitItem item) {
        return PREFIX + DynamoKey.of(new StateKey(item.tenant(), item.name()));
    }
}
