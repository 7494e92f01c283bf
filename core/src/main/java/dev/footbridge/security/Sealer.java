package dev.footbridge.security;

import dev.footbridge.json.JsonException;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonReader;
import dev.footbridge.json.JsonWriter;
import dev.footbridge.secret.Secret;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Seals what a client carries for us, so that it can be neither read nor changed nor used elsewhere. Thread-safe.
 *
 * <p>The text form is {@code v1.keyId.base64url}: a random 96-bit nonce, then AES-256-GCM (NIST SP 800-38D) over the
 * instant of expiry and the payload, with version, key id, purpose and context as associated data.
 */
public final class Sealer {

    private static final String VERSION = "v1";
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final InstantSource clock;
    private final Supplier<KeyRing> keys;
    private @Nullable KeyRing ring;

    public Sealer(KeyRing ring, InstantSource clock) {
        this(() -> ring, clock);
    }

    /** @param keys asked once, when something is first sealed or opened: they may be far away */
    public Sealer(Supplier<KeyRing> keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * With a {@linkplain KeyRing#random() random key} of this process. It is made when something is first sealed or
     * opened: many processes start, answer and end without that, and cryptography is slow to load.
     */
    public static Sealer withRandomKey(InstantSource clock) {
        return new Sealer(KeyRing::random, clock);
    }

    /**
     * Seals the payload with the current key.
     *
     * @param context what it is bound to, such as caller, method and arguments; the same text must be given to open it
     * @param lifetime after which it no longer opens; whole milliseconds
     */
    public String seal(Purpose purpose, String context, JsonObject payload, Duration lifetime) {
        byte[] json = JsonWriter.bytes(payload);
        long expiry = clock.instant().plus(lifetime).toEpochMilli();
        byte[] content = ByteBuffer.allocate(Long.BYTES + json.length)
                .putLong(expiry)
                .put(json)
                .array();
        String keyId = ring().current();
        Secret key = Objects.requireNonNull(ring().keys().get(keyId));
        byte[] sealed = AesGcm.encrypt(key.reveal(), associated(keyId, purpose, context), content);
        return VERSION + "." + keyId + "." + ENCODER.encodeToString(sealed);
    }

    /** The payload; empty if anything was touched, if it is too late, or if it was sealed for something else. */
    public Optional<JsonObject> open(Purpose purpose, String context, String sealed) {
        String[] parts = sealed.split("\\.", -1);
        if (parts.length != 3 || !parts[0].equals(VERSION)) {
            return Optional.empty();
        }
        Secret key = ring().keys().get(parts[1]);
        if (key == null) {
            return Optional.empty();
        }
        return decoded(parts[2])
                .flatMap(bytes -> AesGcm.decrypt(key.reveal(), associated(parts[1], purpose, context), bytes))
                .flatMap(this::read);
    }

    private synchronized KeyRing ring() {
        if (ring == null) {
            ring = keys.get();
        }
        return ring;
    }

    private Optional<JsonObject> read(byte[] content) {
        if (content.length < Long.BYTES) {
            return Optional.empty();
        }
        ByteBuffer buffer = ByteBuffer.wrap(content);
        Instant expiry = Instant.ofEpochMilli(buffer.getLong());
        byte[] json = new byte[buffer.remaining()];
        buffer.get(json);
        return clock.instant().isBefore(expiry) ? parsed(json) : Optional.empty();
    }

    private static Optional<JsonObject> parsed(byte[] json) {
        try {
            return JsonReader.read(json) instanceof JsonObject payload ? Optional.of(payload) : Optional.empty();
        } catch (JsonException invalid) {
            return Optional.empty();
        }
    }

    /** The JDK's decoder accepts padding and stray bits; encoding again finds both. */
    private static Optional<byte[]> decoded(String base64) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(base64);
            return ENCODER.encodeToString(bytes).equals(base64) ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** Every text behind its length, and as UTF-16, in which no two texts are the same bytes. */
    private static byte[] associated(String keyId, Purpose purpose, String context) {
        List<String> texts = List.of(VERSION, keyId, purpose.name(), context);
        int length = texts.stream()
                .mapToInt(text -> Integer.BYTES + Character.BYTES * text.length())
                .sum();
        ByteBuffer buffer = ByteBuffer.allocate(length);
        for (String text : texts) {
            buffer.putInt(text.length());
            text.chars().forEach(c -> buffer.putChar((char) c));
        }
        return buffer.array();
    }
}
