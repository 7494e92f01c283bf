package dev.footbridge.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecretTest {

    @Test
    void itsTextShowsNothing() {
        assertThat(Secret.ofText("hunter2")).hasToString("***");
    }

    @Test
    void itIsACopy() {
        byte[] bytes = {1, 2};
        Secret secret = Secret.of(bytes);

        bytes[0] = 9;
        secret.reveal()[1] = 9;

        assertThat(secret.reveal()).containsExactly(1, 2);
    }

    @Test
    void textComesBackAsItWentIn() {
        assertThat(Secret.ofText("grün").revealText()).isEqualTo("grün");
    }
}
