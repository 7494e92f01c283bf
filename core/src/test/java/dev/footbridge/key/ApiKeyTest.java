package dev.footbridge.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.security.Authenticator;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ApiKeyTest {

    private static final String LETTERS = "ABCXYZabcxyz0189_-. \u00e9\u0000";
    private static final int MUTATIONS = 10_000;

    private final SecureRandom random = new SecureRandom();

    @Test
    void aKeyHasTheFormThatScannersLookFor() {
        String text = ApiKey.generate(random).text().revealText();

        assertThat(text).matches("mcpk_live_[0-9A-HJKMNP-TV-Z]{10}_[0-9A-Za-z]{43}_[0-9A-Za-z]{6}");
    }

    @Test
    void aKeyIsReadBack() {
        ApiKey key = ApiKey.generate(random);
        ApiKey read = ApiKey.parse(key.text().revealText()).orElseThrow();

        assertThat(read.id()).isEqualTo(key.id());
        assertThat(read.text().revealText()).isEqualTo(key.text().revealText());
    }

    @Test
    void theCheckIsStable() {
        assertThat(ApiKey.parse("mcpk_live_0123456789_" + "a".repeat(43) + "_0FRS5s"))
                .isPresent();
    }

    @Test
    void keysDiffer() {
        Set<String> texts = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            texts.add(ApiKey.generate(random).text().revealText());
        }

        assertThat(texts).hasSize(1000);
    }

    @Test
    void itsTextShowsTheIdAlone() {
        ApiKey key = ApiKey.generate(random);

        assertThat(key).hasToString(key.id());
        assertThat(key.text()).hasToString("***");
    }

    @Test
    void noMutationOfAKeyIsAccepted() {
        long seed = System.nanoTime();
        Random dice = new Random(seed);
        KeyFixture fixture = new KeyFixture();
        String good = fixture.made().key().text().revealText();
        int wellFormed = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            String touched = mutated(good, dice);
            wellFormed += ApiKey.parse(touched).isPresent() ? 1 : 0;
            boolean accepted = fixture.authenticator.authenticate(KeyFixture.from("", "X-API-Key", touched))
                    instanceof Authenticator.Identified;
            assertThat(accepted)
                    .as("seed %d, %s", seed, touched)
                    .isEqualTo(touched.strip().equals(good));
        }

        assertThat(wellFormed).isGreaterThan(MUTATIONS / 100);
        assertThat(fixture.store.asked).as("lookups").isLessThanOrEqualTo(wellFormed);
    }

    /** One to three changes; the check is sometimes made right again, as an attacker would. */
    private static String mutated(String good, Random dice) {
        StringBuilder text = new StringBuilder(good);
        for (int change = dice.nextInt(3); change >= 0; change--) {
            int at = dice.nextInt(text.length());
            char letter = LETTERS.charAt(dice.nextInt(LETTERS.length()));
            switch (dice.nextInt(4)) {
                case 0 -> text.insert(at, letter);
                case 1 -> text.deleteCharAt(at);
                case 2 -> text.setCharAt(at, (char) (text.charAt(at) ^ 0x20));
                default -> text.setCharAt(at, letter);
            }
        }
        boolean repaired = dice.nextInt(2) == 0 && text.length() == good.length();
        return repaired ? withItsCheck(text.substring(0, good.length() - 7)) : text.toString();
    }

    private static String withItsCheck(String body) {
        CRC32 crc = new CRC32();
        crc.update(body.getBytes(StandardCharsets.UTF_8));
        return body + "_" + Base62.of(crc.getValue(), 6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "mcpk_", "mcpk_live_", "mcpk_test_0123456789_x_y", "MCPK_live_0123456789"})
    void whatIsNoKeyIsNotRead(String text) {
        assertThat(ApiKey.parse(text)).isEmpty();
    }
}
