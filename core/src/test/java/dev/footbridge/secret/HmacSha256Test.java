package dev.footbridge.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

final class HmacSha256Test {

    /** The second case of RFC 4231, whose key is a word. */
    @Test
    void theCodeIsTheOneOfTheStandard() {
        byte[] code = new HmacSha256("Jefe".getBytes(StandardCharsets.US_ASCII))
                .of("what do ya want for nothing?".getBytes(StandardCharsets.US_ASCII));

        assertThat(HexFormat.of().formatHex(code))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    @Test
    void itIsTheCodeOfTheJdkForKeysAndTextsOfEveryLength() throws GeneralSecurityException {
        Random random = new Random(42);
        for (int length = 1; length < 200; length++) {
            byte[] key = bytes(random, length);
            byte[] text = bytes(random, 3 * length);
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));

            assertThat(new HmacSha256(key).of(text)).isEqualTo(mac.doFinal(text));
        }
    }

    @Test
    void partsAreOneText() {
        HmacSha256 hmac = new HmacSha256(new byte[32]);

        assertThat(hmac.of(new byte[] {1, 2}, new byte[0], new byte[] {3})).isEqualTo(hmac.of(new byte[] {1, 2, 3}));
        assertThat(hmac.of()).isEqualTo(hmac.of(new byte[0]));
    }

    private static byte[] bytes(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
