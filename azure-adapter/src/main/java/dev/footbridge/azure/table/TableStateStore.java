package dev.footbridge.azure.table;

import dev.footbridge.azure.storage.StorageAnswer;
import dev.footbridge.azure.storage.TableService;
import dev.footbridge.json.JsonObject;
import dev.footbridge.state.StateEntry;
import dev.footbridge.state.StateKey;
import dev.footbridge.state.StateStore;
import dev.footbridge.state.StateVersion;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * A store in one table of Azure Storage, for as many instances as share it.
 *
 * <p>A read is one call, and so is a change, under the condition of an ETag. What is new costs two: first the hour of
 * its deadline is noted in an index, so that {@link TableSweep} finds it whatever happens; Table storage deletes
 * nothing by itself. Writing over a dead entity that this instance has met is one call. The tenant is part of the key.
 * Deadlines are checked here: a version holds its own. Every write leaves a name that only it can have made, and a
 * condition that does not hold is answered by a look at it; so a write that is carried out twice is still told to have
 * passed, and a removal leaves an empty entity for the sweep. Thread-safe. Making it connects to nothing.
 */
public final class TableStateStore implements StateStore {

    private static final int ATTEMPTS = 3;

    private final StateTable table;
    private final InstantSource clock;
    private final DeadSeen dead = new DeadSeen();

    /** @throws IllegalArgumentException if no table can have that name */
    public TableStateStore(TableService service, String table, InstantSource clock) {
        this.table = new StateTable(service, table);
        this.clock = clock;
    }

    @Override
    public Optional<StateEntry> get(StateKey key) {
        String pk = EntityKey.of(key);
        Optional<StoredEntity> found = table.read(pk);
        Instant now = clock.instant();
        found.filter(entity -> !entity.isLive(now)).ifPresent(entity -> dead.put(pk, entity.etag()));
        return found.flatMap(entity -> entity.entry(now));
    }

    @Override
    public Optional<StateVersion> put(StateKey key, String value, StateVersion expected, Instant deadline) {
        Write write = write(EntityKey.of(key), value, deadline);
        return expected.equals(StateVersion.ABSENT) ? create(write) : change(write, expected);
    }

    @Override
    public boolean remove(StateKey key, StateVersion expected) {
        String pk = EntityKey.of(key);
        String tag = StoredEntity.newTag();
        return change(new Write(pk, tag, StoredEntity.removed(pk, tag), Instant.EPOCH), expected)
                .isPresent();
    }

    /** @param tag that no other write has */
    private record Write(String pk, String tag, JsonObject entity, Instant deadline) {

        StateVersion version(String etag) {
            return new EntityVersion(deadline, etag).version();
        }
    }

    private static Write write(String pk, String value, Instant deadline) {
        String tag = StoredEntity.newTag();
        return new Write(pk, tag, StoredEntity.of(pk, tag, value, deadline), deadline);
    }

    private Optional<StateVersion> change(Write write, StateVersion expected) {
        Optional<EntityVersion> version =
                EntityVersion.of(expected).filter(known -> clock.instant().isBefore(known.deadline()));
        if (version.isEmpty()) {
            return Optional.empty();
        }
        StorageAnswer answer = table.replace(write.pk, version.get().etag(), write.entity);
        if (answer.isDone()) {
            return Optional.of(write.version(answer.etag()));
        }
        return table.read(write.pk).filter(met -> isOurs(met, write)).map(met -> write.version(met.etag()));
    }

    /** A dead entity has its note, because the sweep takes a note away only after the entity. */
    private Optional<StateVersion> create(Write write) {
        Optional<String> over = dead.take(write.pk);
        boolean noted = false;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (over.isEmpty() && !noted) {
                table.note(write.pk, later(write.deadline));
                noted = true;
            }
            StorageAnswer answer =
                    over.isEmpty() ? table.insert(write.entity) : table.replace(write.pk, over.get(), write.entity);
            if (answer.isDone()) {
                return Optional.of(write.version(answer.etag()));
            }
            Optional<StoredEntity> met = table.read(write.pk);
            if (met.isPresent() && isOurs(met.get(), write)) {
                return Optional.of(write.version(met.get().etag()));
            }
            if (met.isPresent() && met.get().isLive(clock.instant())) {
                return Optional.empty();
            }
            over = met.map(StoredEntity::etag);
        }
        return Optional.empty();
    }

    /** True if an earlier try passed and its answer was lost. */
    private static boolean isOurs(StoredEntity met, Write write) {
        return met.tag().equals(write.tag);
    }

    /** No note is made in an hour that the sweep may be reading. */
    private Instant later(Instant deadline) {
        Instant now = clock.instant();
        return deadline.isAfter(now) ? deadline : now;
    }
}
