package dev.footbridge.state;

import dev.footbridge.secret.RandomBytes;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.FileLockInterruptionException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A store in a folder of this machine, which several processes may share: a file for each entry, and one lock for them
 * all. For a server on one's own machine and for tests; what is kept survives restarts. A crash of the process leaves
 * an entry as it was before or after; nothing is forced to the disk. Thread-safe.
 */
public final class FileStateStore implements StateStore {

    /** Static, against the house rule, as what it guards: the system gives file locks to processes, not to threads. */
    private static final ReentrantLock IN_THIS_PROCESS = new ReentrantLock();

    private static final String LOCK = "lock";
    private static final String FRESH = "entry";
    private static final String NEW = ".new";
    private static final int WRITES_BETWEEN_SWEEPS = 1000;

    private final Path folder;
    private final InstantSource clock;
    private int writes;

    /** @param folder is there already; let only its owner read it */
    public FileStateStore(Path folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
    }

    @Override
    public Optional<StateEntry> get(StateKey key) {
        return locked(() -> read(file(key)));
    }

    @Override
    public Optional<StateVersion> put(StateKey key, String value, StateVersion expected, Instant deadline) {
        return locked(() -> {
            if (!version(key).equals(expected)) {
                return Optional.empty();
            }
            StateVersion version = new StateVersion(RandomBytes.uuid());
            write(file(key), version.tag() + "\n" + deadline + "\n" + hex(value));
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
        return read(file(key)).map(StateEntry::version).orElse(StateVersion.ABSENT);
    }

    private Optional<StateEntry> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> parts = List.of(Files.readString(file).split("\n", -1));
        try {
            String value = new String(HexFormat.of().parseHex(parts.get(2)), StandardCharsets.UTF_8);
            StateEntry entry = new StateEntry(value, new StateVersion(parts.get(0)), Instant.parse(parts.get(1)));
            return Optional.of(entry).filter(found -> clock.instant().isBefore(found.deadline()));
        } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeParseException foreign) {
            throw new IOException(file + " is no entry of a store", foreign);
        }
    }

    private void write(Path file, String text) throws IOException {
        writes++;
        if (writes % WRITES_BETWEEN_SWEEPS == 0) {
            sweep();
        }
        Path fresh = Files.createTempFile(folder, FRESH, NEW);
        try {
            Files.writeString(fresh, text);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** Entries past their deadline are there for nobody, nor are halves of a crash: whoever writes holds the lock. */
    private void sweep() throws IOException {
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(folder, "{" + FRESH + "*" + NEW + ",????????-*-????????????}")) {
            for (Path file : files) {
                if (file.toString().endsWith(NEW) || isOver(file)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /** False for one that cannot be read: whoever asks for it hears of it, and others can go on writing. */
    private boolean isOver(Path entry) {
        try {
            return read(entry).isEmpty();
        } catch (IOException unreadable) {
            return false;
        }
    }

    private Path file(StateKey key) {
        String name = key.tenant().length() + ":" + key.tenant() + key.name();
        return folder.resolve(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString());
    }

    private static String hex(String value) {
        return HexFormat.of().formatHex(value.getBytes(StandardCharsets.UTF_8));
    }

    private <T> T locked(Callable<T> action) {
        IN_THIS_PROCESS.lock();
        try {
            return withFileLock(action);
        } catch (Exception failed) {
            throw new StateStoreException(
                    "the folder " + folder + " cannot be used as a store: " + failed.getMessage(), failed);
        } finally {
            IN_THIS_PROCESS.unlock();
        }
    }

    /** An interrupted thread gets no lock of a file, and what a cancelled call leaves behind is kept as well. */
    private <T> T withFileLock(Callable<T> action) throws Exception {
        boolean interrupted = Thread.interrupted();
        try {
            while (true) {
                try (FileChannel channel = FileChannel.open(
                                folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                        FileLock held = channel.lock()) {
                    if (!held.isValid()) {
                        throw new IOException("the lock was lost");
                    }
                    return action.call();
                } catch (FileLockInterruptionException whileWaiting) {
                    interrupted |= Thread.interrupted();
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
