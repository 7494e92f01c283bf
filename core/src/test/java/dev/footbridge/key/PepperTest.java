package dev.footbridge.key;

import static dev.footbridge.key.KeyFixture.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PepperTest {

    @Test
    void aKeyIsRecognizedForAsLongAsASecretOfThisPepperIsGood() {
        KeyFixture fixture = new KeyFixture();
        Pepper another = new Pepper(List.of(KeyFixture.pepper(2)));
        String id = fixture.made().key().id();

        KeyRecord rotated = new KeyIssuer(fixture.store, another, fixture.clock)
                .rotate(id, Duration.ofHours(2))
                .orElseThrow()
                .record();

        assertThat(fixture.pepper.recognizes(rotated, NOON.plus(Duration.ofHours(1))))
                .isTrue();
        assertThat(fixture.pepper.recognizes(rotated, NOON.plus(Duration.ofHours(2))))
                .isFalse();
    }
}
