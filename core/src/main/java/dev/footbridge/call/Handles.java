package dev.footbridge.call;

import dev.footbridge.secret.RandomBytes;
import dev.footbridge.state.Digest;
import java.util.Optional;

/**
 * The rules of handles, and how new ones are made: 192 random bits as text, and a few digits that show that they were
 * made here. Those stop what a model makes up or copies wrongly, which is often the same for many users; they are no
 * proof against somebody who computes them, who only names a place of their own by that.
 */
final class Handles {

    static final int MAX_LENGTH = 128;

    private static final int RANDOM_BYTES = 24;
    private static final int RANDOM_LENGTH = 32;
    private static final int CHECK_LENGTH = 8;

    private Handles() {}

    static String next() {
        String random = RandomBytes.text(RANDOM_BYTES);
        return random + check(random);
    }

    /** Why the caller cannot have anything under the handle. Quotes nothing of it. */
    static Optional<UnusableHandle> objection(String handle, Caller caller) {
        if (handle.isEmpty() || handle.length() > MAX_LENGTH || !handle.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
            String rule = "a handle has 1 to " + MAX_LENGTH + " visible ASCII characters";
            return Optional.of(new UnusableHandle(rule, "Nothing can be kept under this: " + rule + "."));
        }
        return caller.anonymous() && !isMadeHere(handle)
                ? Optional.of(new UnusableHandle(
                        "an anonymous caller can be anybody, so what is kept for it needs a handle that"
                                + " Call.newState made",
                        "For a caller without credentials, this server keeps something only under a handle that one"
                                + " of its tools gave out. Use such a handle, or connect with credentials."))
                : Optional.empty();
    }

    private static boolean isMadeHere(String handle) {
        return handle.length() == RANDOM_LENGTH + CHECK_LENGTH
                && handle.endsWith(check(handle.substring(0, RANDOM_LENGTH)));
    }

    private static String check(String random) {
        return Digest.of("handle " + random).substring(0, CHECK_LENGTH);
    }
}
