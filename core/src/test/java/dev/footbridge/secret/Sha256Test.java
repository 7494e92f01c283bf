package dev.footbridge.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class Sha256Test {

    /** FIPS 180-4 has no examples of its own; these are NIST's for it. */
    @Test
    void examplesOfNistHaveTheirDigests() {
        assertThat(hex("abc")).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(hex("")).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"))
                .isEqualTo("248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    }

    @Test
    void everyLengthHasTheDigestThatTheJdkGives() throws Exception {
        Random random = new Random(1);
        for (int length = 0; length < 300; length++) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            byte[] expected = MessageDigest.getInstance("SHA-256").digest(bytes);
            int cut = random.nextInt(length + 1);

            assertThat(Sha256.computed(bytes)).isEqualTo(expected);
            assertThat(Sha256.computed(Arrays.copyOf(bytes, cut), Arrays.copyOfRange(bytes, cut, length)))
                    .as("in parts of %d and %d", cut, length - cut)
                    .isEqualTo(expected);
            assertThat(Sha256.asked(bytes)).isEqualTo(expected);
        }
    }

    @Test
    void aDigestWithinADigestIsTheOneOfBothSteps() {
        Random random = new Random(2);
        for (int length = 0; length < 200; length++) {
            byte[] outer = new byte[random.nextInt(100)];
            byte[] part = new byte[length];
            random.nextBytes(outer);
            random.nextBytes(part);
            byte[] expected = Sha256.computed(outer, Sha256.computed(part, part));

            assertThat(Sha256.askedNested(outer, part, part)).isEqualTo(expected);
            assertThat(Sha256.nested(outer, part, part)).isEqualTo(expected);
        }
    }

    @Test
    void whoComputesMakesNoDifference() {
        byte[] text = "the same".getBytes(StandardCharsets.UTF_8);
        for (int times = 0; times < 1000; times++) {
            assertThat(Sha256.of(text)).isEqualTo(Sha256.computed(text));
        }
    }

    @Test
    void aMegabyteIsCounted() throws Exception {
        byte[] million = new byte[1_000_000];
        Arrays.fill(million, (byte) 'a');

        assertThat(HexFormat.of().formatHex(Sha256.computed(million)))
                .isEqualTo("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(Sha256.computed(text.getBytes(StandardCharsets.US_ASCII)));
    }
}
