package dev.footbridge.secret;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * SHA-256 (FIPS 180-4). The first digests of a process are computed here: the first one that the JDK is asked for sets
 * up its providers, which costs 10 ms of CPU, a seventh of a cold start. The later ones are the JDK's, which uses the
 * instructions that processors have for it. Thread-safe.
 */
public final class Sha256 {

    /**
     * So many digests, nested ones counted once: more than the first calls need, and soon over in a process that lives.
     */
    private static final int COMPUTED_HERE = 200;

    /** For the whole process, as what it saves is: the only thing that depends on it is who computes. */
    private static final AtomicInteger COMPUTED = new AtomicInteger();

    private Sha256() {}

    /** The digest, 32 bytes, of the parts one after the other. */
    public static byte[] of(byte[]... parts) {
        return isComputedHere() ? computed(parts) : asked(parts);
    }

    /** The digest of {@code outer} and of the digest of the parts, which is what an HMAC is made of. */
    static byte[] nested(byte[] outer, byte[]... parts) {
        return isComputedHere() ? computed(outer, computed(parts)) : askedNested(outer, parts);
    }

    private static boolean isComputedHere() {
        return COMPUTED.get() < COMPUTED_HERE && COMPUTED.incrementAndGet() <= COMPUTED_HERE;
    }

    static byte[] computed(byte[]... parts) {
        Sha256Blocks blocks = new Sha256Blocks();
        for (byte[] part : parts) {
            blocks.add(part);
        }
        return blocks.digest();
    }

    static byte[] asked(byte[]... parts) {
        return digested(Jdk.digest(), parts);
    }

    /** With one object of the JDK for both digests: making it takes longer than a short digest. */
    static byte[] askedNested(byte[] outer, byte[]... parts) {
        MessageDigest digest = Jdk.digest();
        return digested(digest, outer, digested(digest, parts));
    }

    private static byte[] digested(MessageDigest digest, byte[]... parts) {
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    /** What the JDK computes with, found when it is first asked for. */
    private static final class Jdk {

        /**
         * To be copied, and never used itself: JDK 25 looks up what is forbidden whenever it is asked for an algorithm.
         */
        private static final MessageDigest BEGUN = found();

        static MessageDigest digest() {
            try {
                return (MessageDigest) BEGUN.clone();
            } catch (CloneNotSupportedException ofAnotherProvider) {
                return found();
            }
        }

        private static MessageDigest found() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException everyJavaHasIt) {
                throw new IllegalStateException(everyJavaHasIt);
            }
        }
    }
}
