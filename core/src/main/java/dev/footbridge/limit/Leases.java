package dev.footbridge.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Places for calls that run at once, in this instance alone. A place that nobody gives back is free again after a
 * while. Takes no memory for what does not run. Thread-safe.
 */
final class Leases {

    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final Map<Place, List<Lease>> running = new HashMap<>();

    /** Where calls are counted. */
    record Place(LimitItem item, String limit) {}

    /** A place that has room for so many. */
    record Room(Place place, int size) {}

    /** One held place; equal to no other. */
    private static final class Lease {
        private final Instant end;

        private Lease(Instant end) {
            this.end = end;
        }
    }

    /** The first room that is full; if it is empty, a place in each was taken and {@code taken} gives them back. */
    Optional<Room> take(List<Room> rooms, Instant now, List<Runnable> taken) {
        return rooms.isEmpty() ? Optional.empty() : takeEach(rooms, now, taken);
    }

    private synchronized Optional<Room> takeEach(List<Room> rooms, Instant now, List<Runnable> taken) {
        for (Room room : rooms) {
            if (occupied(room.place(), now) >= room.size()) {
                return Optional.of(room);
            }
        }
        for (Room room : rooms) {
            Lease lease = new Lease(now.plus(LONGEST));
            running.computeIfAbsent(room.place(), unused -> new ArrayList<>()).add(lease);
            taken.add(() -> giveBack(room.place(), lease));
        }
        return Optional.empty();
    }

    private int occupied(Place place, Instant now) {
        List<Lease> leases = running.getOrDefault(place, List.of());
        if (!leases.isEmpty()) {
            leases.removeIf(lease -> !now.isBefore(lease.end));
        }
        return leases.size();
    }

    private synchronized void giveBack(Place place, Lease lease) {
        List<Lease> leases = running.get(place);
        if (leases != null && leases.remove(lease) && leases.isEmpty()) {
            running.remove(place);
        }
    }

    synchronized int size() {
        return running.size();
    }
}
