package dev.footbridge.testkit;

import dev.footbridge.state.StateEntry;
import dev.footbridge.state.StateKey;
import dev.footbridge.state.StateStore;
import dev.footbridge.state.StateStoreException;
import dev.footbridge.state.StateVersion;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;

/** A store that several processes share: a file for each entry, and one lock for them all. Slow and small. */
final class FileStateStore implements StateStore {

    private final Path folder;
    private final InstantSource clock;

    FileStateStore(Path folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
    }

    @Override
    public Optional<StateEntry> get(StateKey key) {
        return locked(() -> read(key));
    }

    @Override
    public Optional<StateVersion> put(StateKey key, String value, StateVersion expected, Instant deadline) {
        return locked(() -> {
            if (!version(key).equals(expected)) {
                return Optional.empty();
            }
            StateVersion version = new StateVersion(UUID.randomUUID().toString());
            Files.writeString(file(key), version.tag() + "\n" + deadline + "\n" + hex(value));
            return Optional.of(version);
        });
    }

    @Override
    public boolean remove(StateKey key, StateVersion expected) {
        return locked(() -> !expected.equals(StateVersion.ABSENT)
                && version(key).equals(expected)
                && Files.deleteIfExists(file(key)));
    }

    private StateVersion version(StateKey key) throws IOException {
        return read(key).map(StateEntry::version).orElse(StateVersion.ABSENT);
    }

    private Optional<StateEntry> read(StateKey key) throws IOException {
        if (!Files.exists(file(key))) {
            return Optional.empty();
        }
        List<String> parts = List.of(Files.readString(file(key)).split("\n", -1));
        String value = new String(HexFormat.of().parseHex(parts.get(2)), StandardCharsets.UTF_8);
        StateEntry entry = new StateEntry(value, new StateVersion(parts.get(0)), Instant.parse(parts.get(1)));
        return Optional.of(entry).filter(found -> clock.instant().isBefore(found.deadline()));
    }

    private Path file(StateKey key) {
        return folder.resolve(UUID.nameUUIDFromBytes(
                        (key.tenant().length() + ":" + key.tenant() + key.name()).getBytes(StandardCharsets.UTF_8))
                .toString());
    }

    private static String hex(String value) {
        return HexFormat.of().formatHex(value.getBytes(StandardCharsets.UTF_8));
    }

    /** A file lock belongs to a process, so the threads of one wait for each other first. */
    private synchronized <T> T locked(Callable<T> action) {
        Path lock = folder.resolve("lock");
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            if (!held.isValid()) {
                throw new IOException("The lock was lost");
            }
            return action.call();
        } catch (Exception failed) {
            throw new StateStoreException("The files cannot be used", failed);
        }
    }
}
