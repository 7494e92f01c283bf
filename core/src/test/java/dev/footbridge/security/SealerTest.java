package dev.footbridge.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;
import dev.footbridge.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SealerTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final JsonObject PAYLOAD =
            JsonObject.builder().put("answer", Json.of("ünï😀")).put("round", 2).build();

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final InstantSource clock = now::get;
    private final KeyRing ring = ring("k1");
    private final Sealer sealer = new Sealer(ring, clock);

    @Test
    void whatWasSealedOpensAgain() {
        String sealed = sealer.seal(Purpose.CURSOR, "context", PAYLOAD, MINUTE);

        assertThat(sealed).matches("v1\\.k1\\.[A-Za-z0-9_-]+");
        assertThat(sealer.open(Purpose.CURSOR, "context", sealed)).contains(PAYLOAD);
        assertThat(new Sealer(ring("k1"), clock).open(Purpose.CURSOR, "context", sealed))
                .contains(PAYLOAD);
    }

    @Test
    void aRandomKeyIsOneForTheWholeLifeOfASealerAndOfNoOther() {
        Sealer random = Sealer.withRandomKey(clock);

        String first = random.seal(Purpose.CURSOR, "context", PAYLOAD, MINUTE);
        String second = random.seal(Purpose.CURSOR, "context", PAYLOAD, MINUTE);

        assertThat(random.open(Purpose.CURSOR, "context", first)).contains(PAYLOAD);
        assertThat(random.open(Purpose.CURSOR, "context", second)).contains(PAYLOAD);
        assertThat(Sealer.withRandomKey(clock).open(Purpose.CURSOR, "context", first))
                .isEmpty();
    }

    @Test
    void thePayloadCannotBeRead() {
        String sealed = sealer.seal(Purpose.CURSOR, "context", JsonObject.of("a", "plaintext"), MINUTE);

        byte[] bytes = Base64.getUrlDecoder().decode(sealed.substring("v1.k1.".length()));
        assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain("plaintext");
    }

    @Test
    void everySealIsDifferent() {
        Set<String> seals = new HashSet<>();
        for (int i = 0; i < 500; i++) {
            assertThat(seals.add(sealer.seal(Purpose.CURSOR, "c", PAYLOAD, MINUTE)))
                    .isTrue();
        }
    }

    @Test
    void anotherPurposeOrContextDoesNotOpenIt() {
        String sealed = sealer.seal(Purpose.REQUEST_STATE, "caller/method", PAYLOAD, MINUTE);

        assertThat(sealer.open(Purpose.CURSOR, "caller/method", sealed)).isEmpty();
        assertThat(sealer.open(Purpose.REQUEST_STATE, "caller/metho", sealed)).isEmpty();
        assertThat(sealer.open(Purpose.REQUEST_STATE, "caller/method ", sealed)).isEmpty();
        assertThat(sealer.open(Purpose.REQUEST_STATE, "", sealed)).isEmpty();
    }

    @Test
    void textsThatLookTheSameInUtf8AreDifferentContexts() {
        String sealed = sealer.seal(Purpose.CURSOR, "a\ud800", PAYLOAD, MINUTE);

        assertThat(sealer.open(Purpose.CURSOR, "a\ud800", sealed)).contains(PAYLOAD);
        assertThat(sealer.open(Purpose.CURSOR, "a?", sealed)).isEmpty();
        assertThat(sealer.open(Purpose.CURSOR, "a\ud801", sealed)).isEmpty();
    }

    @Test
    void itIsClosedFromTheInstantOfItsExpiry() {
        String sealed = sealer.seal(Purpose.CURSOR, "c", PAYLOAD, MINUTE);

        now.set(START.plus(MINUTE).minusMillis(1));
        assertThat(sealer.open(Purpose.CURSOR, "c", sealed)).isPresent();
        now.set(START.plus(MINUTE));
        assertThat(sealer.open(Purpose.CURSOR, "c", sealed)).isEmpty();
    }

    @Test
    void noCharacterCanBeChangedRemovedOrAdded() {
        String sealed = sealer.seal(Purpose.CURSOR, "c", PAYLOAD, MINUTE);
        List<String> touched = new ArrayList<>();
        for (int i = 0; i < sealed.length(); i++) {
            for (char c : "Av1.-_=+/ \n%é".toCharArray()) {
                touched.add(sealed.substring(0, i) + c + sealed.substring(i + 1));
                touched.add(sealed.substring(0, i) + c + sealed.substring(i));
            }
            touched.add(sealed.substring(0, i));
            touched.add(sealed.substring(i + 1));
            touched.add(sealed.substring(0, i) + sealed.substring(i + 1));
        }
        touched.removeIf(sealed::equals);
        touched.add(sealed + "=");
        touched.add(sealed + ".");
        touched.add(sealed + "\n");
        touched.add(sealed + "A");

        assertThat(touched)
                .allSatisfy(text ->
                        assertThat(sealer.open(Purpose.CURSOR, "c", text)).isEmpty());
    }

    @Test
    void everyBitIsGuarded() {
        String sealed = sealer.seal(Purpose.CURSOR, "c", PAYLOAD, MINUTE);
        byte[] bytes = Base64.getUrlDecoder().decode(sealed.substring("v1.k1.".length()));
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            byte[] flipped = bytes.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(sealer.open(Purpose.CURSOR, "c", "v1.k1." + encoded(flipped)))
                    .isEmpty();
        }
    }

    @Test
    void unusedBitsOfTheLastCharacterMustBeZero() {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        for (String text : List.of("", "1", "22")) {
            String sealed = sealer.seal(Purpose.CURSOR, "c", JsonObject.of("a", text), MINUTE);
            String start = sealed.substring(0, sealed.length() - 1);
            long opened = alphabet.chars()
                    .filter(c ->
                            sealer.open(Purpose.CURSOR, "c", start + (char) c).isPresent())
                    .count();
            assertThat(opened).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "...",
                "v1",
                "v1.",
                "v1.k1",
                "v1.k1.",
                "v1..AAAA",
                "v2.k1.AAAA",
                "v1.nokey.AAAA",
                "v1.k1.AAAA",
                "v1.k1.!!!!",
                "v1.k1.A",
                "v1.k1.é",
                "v1.k1.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "V1.k1.AAAA",
                " v1.k1.AAAA",
                "v1.k1.AAAA.AAAA",
                "\u0000",
                "😀.😀.😀"
            })
    void whatWasNeverSealedIsEmptyAndNeverAnException(String text) {
        assertThat(sealer.open(Purpose.CURSOR, "c", text)).isEmpty();
    }

    @Test
    void noNoiseOpens() {
        Random random = new Random(1);
        for (int round = 0; round < 3_000; round++) {
            byte[] noise = new byte[random.nextInt(80)];
            random.nextBytes(noise);
            assertThat(sealer.open(Purpose.CURSOR, "c", "v1.k1." + encoded(noise)))
                    .isEmpty();
        }
    }

    @Test
    void anOldKeyStillOpensAndANewOneSeals() {
        String old = sealer.seal(Purpose.CURSOR, "c", PAYLOAD, MINUTE);
        Sealer rotated = new Sealer(ring("k2", "k1"), clock);

        assertThat(rotated.open(Purpose.CURSOR, "c", old)).contains(PAYLOAD);
        assertThat(rotated.seal(Purpose.CURSOR, "c", PAYLOAD, MINUTE)).startsWith("v1.k2.");
        assertThat(new Sealer(ring("k2"), clock).open(Purpose.CURSOR, "c", old)).isEmpty();
    }

    @Test
    void theKeyIdIsPartOfTheSeal() {
        Secret same = Secret.of(new byte[32]);
        Sealer twins = new Sealer(new KeyRing("a", Map.of("a", same, "b", same)), clock);
        String sealed = twins.seal(Purpose.CURSOR, "c", PAYLOAD, MINUTE);

        assertThat(twins.open(Purpose.CURSOR, "c", sealed)).isPresent();
        assertThat(twins.open(Purpose.CURSOR, "c", sealed.replaceFirst("\\.a\\.", ".b.")))
                .isEmpty();
    }

    @Test
    void anEmptyAndALargePayloadAreFine() {
        JsonObject large = JsonObject.of("text", "x".repeat(200_000));
        for (JsonObject payload : List.of(JsonObject.EMPTY, large)) {
            String sealed = sealer.seal(Purpose.REQUEST_STATE, "", payload, MINUTE);
            assertThat(sealer.open(Purpose.REQUEST_STATE, "", sealed)).contains(payload);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static KeyRing ring(String... ids) {
        Map<String, Secret> keys = new LinkedHashMap<>();
        for (String id : ids) {
            byte[] key = new byte[32];
            new Random(id.hashCode()).nextBytes(key);
            keys.put(id, Secret.of(key));
        }
        return new KeyRing(ids[0], keys);
    }
}
