package dev.footbridge.local;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.Semaphore;

/**
 * How large the bodies that are being read may be, those of all connections together: a body is read before anybody has
 * asked who sends it. Small ones are free, so that large ones cannot keep them out. For a moment a body takes twice as
 * much, when it is copied. Thread-safe.
 */
final class BodyMemory {

    /** So much of a body is not counted: bodies that are shorter are never refused. */
    static final int FREE = 16 << 10;

    private static final int PART_OF_THE_HEAP = 8;

    private final Semaphore left;

    /** @param most how many bytes of bodies there may be at once, beyond what is free */
    BodyMemory(int most) {
        left = new Semaphore(most);
    }

    /** An eighth of the heap, and one largest body at least. */
    static BodyMemory ofThisProcess(int largest) {
        long part = Runtime.getRuntime().maxMemory() / PART_OF_THE_HEAP;
        return new BodyMemory((int) Math.min(Integer.MAX_VALUE, Math.max(largest + 1L, part)));
    }

    /** There is no room for another large body. */
    static final class Full extends Exception {
        private static final long serialVersionUID = 1L;

        Full() {
            super(null, null, false, false);
        }
    }

    /**
     * Reads to the end of the stream, or so many bytes.
     *
     * @throws Full if other connections have all the memory that this would need
     */
    byte[] read(InputStream in, int most) throws IOException, Full {
        byte[] bytes = new byte[Math.min(most, FREE)];
        int size = 0;
        int taken = 0;
        try {
            for (int count = 0; count >= 0 && size < most; size += Math.max(count, 0)) {
                if (size == bytes.length) {
                    int length = (int) Math.min(most, size * 2L);
                    take(length - size);
                    taken += length - size;
                    bytes = Arrays.copyOf(bytes, length);
                }
                count = in.read(bytes, size, bytes.length - size);
            }
        } finally {
            left.release(taken);
        }
        return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
    }

    private void take(int count) throws Full {
        if (!left.tryAcquire(count)) {
            throw new Full();
        }
    }
}
