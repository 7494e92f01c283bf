package dev.footbridge.verification.fuzz;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;
import dev.footbridge.security.KeyRing;
import dev.footbridge.security.Purpose;
import dev.footbridge.security.Sealer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * Sealed things: whatever a client sends, nothing opens and nothing is thrown. The first byte chooses between a text as
 * it is, a good seal with the bytes laid over it, a good seal in other surroundings, and the reader of key rings.
 */
public final class SealerTarget {

    private static final String KEYS = "k1:" + "A".repeat(43) + "=,k2:" + "B".repeat(42) + "A=";
    private static final String CONTEXT = "alice tools/list";
    private static final JsonObject PAYLOAD = JsonObject.of("from", Json.of(20));
    private static final Sealer SEALER = new Sealer(KeyRing.parse(KEYS), () -> Instant.ofEpochSecond(1_800_000_000));
    private static final String GOOD = SEALER.seal(Purpose.CURSOR, CONTEXT, PAYLOAD, Duration.ofMinutes(5));
    private static final byte[] SEALED = Base64.getUrlDecoder().decode(GOOD.substring("v1.k1.".length()));

    private SealerTarget() {}

    /** Loads the classes: the first input has no more time than the others. */
    public static void fuzzerInitialize() {
        Seeds.of("sealer").forEach(seed -> fuzzerTestOneInput(Seeds.bytes(seed)));
    }

    public static void fuzzerTestOneInput(byte[] bytes) {
        if (bytes.length == 0) {
            return;
        }
        byte[] rest = Arrays.copyOfRange(bytes, 1, bytes.length);
        switch (bytes[0] & 3) {
            case 0 -> asItIs(rest);
            case 1 -> laidOver(rest);
            case 2 -> elsewhere(new String(rest, StandardCharsets.UTF_16));
            default -> keyRing(new String(rest, StandardCharsets.UTF_8));
        }
    }

    private static void asItIs(byte[] bytes) {
        for (String text : new String[] {
            new String(bytes, StandardCharsets.ISO_8859_1),
            new String(bytes, StandardCharsets.UTF_8),
            "v1.k1." + new String(bytes, StandardCharsets.ISO_8859_1)
        }) {
            Held.that(open(CONTEXT, text).isEmpty() || text.equals(GOOD), "a seal of nobody opens");
        }
    }

    private static void laidOver(byte[] mask) {
        byte[] changed = Arrays.copyOf(SEALED, Math.max(SEALED.length, mask.length));
        for (int i = 0; i < mask.length; i++) {
            changed[i] ^= mask[i];
        }
        String text = "v1.k1." + Base64.getUrlEncoder().withoutPadding().encodeToString(changed);
        Held.that(
                open(CONTEXT, text).isPresent() == text.equals(GOOD), "a changed seal opens, or the good one does not");
        String cut = text.substring(0, text.length() - mask.length % text.length());
        Held.that(open(CONTEXT, cut).isEmpty() || cut.equals(GOOD), "a seal that was cut opens");
    }

    private static void elsewhere(String context) {
        String sealed = SEALER.seal(Purpose.CURSOR, context, PAYLOAD, Duration.ofMinutes(5));
        Held.that(open(context, sealed).equals(Optional.of(PAYLOAD)), "a good seal does not open");
        Held.that(open(CONTEXT, sealed).isEmpty() || context.equals(CONTEXT), "it opens for something else");
        Held.that(open(context, GOOD).isEmpty() || context.equals(CONTEXT), "another opens for it");
        Held.that(SEALER.open(Purpose.REQUEST_STATE, context, sealed).isEmpty(), "it opens for another purpose");
    }

    private static void keyRing(String text) {
        try {
            KeyRing ring = KeyRing.parse(text);
            Held.that(ring.keys().containsKey(ring.current()), "a ring holds its current key");
        } catch (IllegalArgumentException refused) {
            String said = String.valueOf(refused.getMessage());
            Held.that(said.length() < 100, "a refusal quotes the keys: " + said);
        }
    }

    private static Optional<JsonObject> open(String context, String text) {
        return SEALER.open(Purpose.CURSOR, context, text);
    }
}
