package dev.footbridge.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footbridge.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KeyRingTest {

    private static final String KEY =
            Base64.getEncoder().encodeToString("0123456789abcdefghijklmnopqrstuv".getBytes(StandardCharsets.US_ASCII));

    @Test
    void theFirstKeyIsTheCurrentOne() {
        KeyRing ring = KeyRing.parse("new:" + KEY + ", old-1:" + KEY);

        assertThat(ring.current()).isEqualTo("new");
        assertThat(ring.keys()).containsOnlyKeys("new", "old-1");
        assertThat(currentKey(ring)).hasSize(32);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ",",
                "KEY",
                ":KEY",
                "a b:KEY",
                "a.b:KEY",
                "é:KEY",
                "a:",
                "a:KEY,",
                "a:KEY,a:KEY",
                "a:KEY:b",
                "a:KE",
                "a: KEY",
                "a:KEYKEY",
                "a:KEY=",
                "a:c2VjcmV0",
                "a:!!!!",
                "a-name-that-is-longer-than-32-char:KEY"
            })
    void whatIsNotAKeyRingIsRefusedWithoutQuotingKeys(String text) {
        String shortened = KEY.substring(0, KEY.length() - 1);
        String real = text.replace("KEY", KEY).replace("KE", shortened);

        assertThatThrownBy(() -> KeyRing.parse(real))
                .isInstanceOf(IllegalArgumentException.class)
                .hasNoCause()
                .hasMessageNotContaining(KEY.substring(0, 6))
                .hasMessageNotContaining("c2Vj")
                .hasMessageNotContaining("!!");
    }

    @Test
    void theMessageSaysWhichEntryIsBad() {
        assertThatThrownBy(() -> KeyRing.parse("a:" + KEY + ",b:c2hvcnQ="))
                .hasMessage("key 2 of the key ring is not 32 bytes long");
    }

    @Test
    void aRingIsCheckedHoweverItIsMade() {
        Secret key = Secret.of(new byte[32]);
        assertThatThrownBy(() -> new KeyRing("b", Map.of("a", key))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new KeyRing("a", Map.of("a", Secret.of(new byte[16]))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new KeyRing("a.b", Map.of("a.b", key))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void randomRingsDiffer() {
        KeyRing one = KeyRing.random();
        KeyRing two = KeyRing.random();

        assertThat(one.current()).isNotEqualTo(two.current());
        assertThat(currentKey(one)).hasSize(32).isNotEqualTo(currentKey(two));
    }

    @Test
    void noTextShowsAKey() {
        assertThat(KeyRing.parse("a:" + KEY)).hasToString("KeyRing[current=a, keys={a=***}]");
    }

    private static byte[] currentKey(KeyRing ring) {
        return Objects.requireNonNull(ring.keys().get(ring.current())).reveal();
    }
}
