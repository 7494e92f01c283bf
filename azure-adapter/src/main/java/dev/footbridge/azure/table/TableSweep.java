package dev.footbridge.azure.table;

import dev.footbridge.azure.storage.StorageAnswer;
import dev.footbridge.azure.storage.TableService;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonObject;
import dev.footbridge.state.StateStoreException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Deletes what is past its deadline. It reads the index of hours that have been over for an hour, never the values, and
 * looks at what is noted there: what is dead is deleted, what got a later deadline is noted in that hour. A note goes
 * last, and everything is deleted under the condition that nobody wrote it since; so any number of instances may sweep
 * at once, beside writers, and a run that breaks off is gone on with by the next. Not for the path of a call: at most
 * three calls for each note. Thread-safe.
 */
public final class TableSweep {

    /** A note is written before its entity; in this time the entity is there, or never will be. */
    private static final Duration AGE = Duration.ofHours(1);

    private static final int PAGES = 10;
    private static final int PAGE_ENTITIES = 1000;

    private final StateTable table;
    private final InstantSource clock;

    /** @throws IllegalArgumentException if no table can have that name */
    public TableSweep(TableService service, String table, InstantSource clock) {
        this.table = new StateTable(service, table);
        this.clock = clock;
    }

    /**
     * Looks at no more than {@code most} notes.
     *
     * @return how many notes were looked at, also where nothing was dead: fewer than {@code most} are the last, or
     *     those of ten pages
     * @throws StateStoreException if the table cannot be used
     */
    public int run(int most) {
        List<Note> notes = notes(most);
        notes.forEach(this::settle);
        return notes.size();
    }

    private record Note(String hour, String pk, String etag) {}

    /** A page may be empty and still not the last. */
    private List<Note> notes(int most) {
        String end = EntityKey.hour(clock.instant().minus(AGE));
        String filter = "PartitionKey ge '" + EntityKey.HOURS + "' and PartitionKey lt '" + end + "'";
        String query =
                "$filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8).replace("+", "%20");
        List<Note> notes = new ArrayList<>();
        String next = "";
        for (int page = 0; page < PAGES && notes.size() < most; page++) {
            int top = Math.min(PAGE_ENTITIES, most - notes.size());
            StorageAnswer answer = table.list(query + "&$top=" + top + (next.isEmpty() ? "" : "&" + next));
            for (Json row : answer.body().array("value").orElse(JsonArray.EMPTY).items()) {
                note(row).ifPresent(notes::add);
            }
            next = answer.next();
            if (next.isEmpty()) {
                break;
            }
        }
        return notes;
    }

    private static Optional<Note> note(Json row) {
        if (!(row instanceof JsonObject found)) {
            return Optional.empty();
        }
        String hour = found.string("PartitionKey").orElse("");
        String pk = found.string("RowKey").orElse("");
        String etag = found.string("odata.etag").orElse("");
        boolean ours = hour.startsWith(EntityKey.HOURS) && pk.startsWith(EntityKey.VALUES) && !etag.isEmpty();
        return ours ? Optional.of(new Note(hour, pk, etag)) : Optional.empty();
    }

    /** A note stays if somebody wrote the value meanwhile. */
    private void settle(Note note) {
        Optional<StoredEntity> found = table.read(note.pk);
        Instant now = clock.instant();
        boolean dead = found.isPresent() && !found.get().isLive(now);
        if (dead && !table.delete(note.pk, EntityKey.ROW, found.get().etag())) {
            return;
        }
        if (found.isPresent() && !dead) {
            table.note(note.pk, found.get().deadline());
        }
        table.delete(note.hour, note.pk, note.etag);
    }
}
