package dev.footbridge.tool;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Left out, null and given are three things. */
class PresenceTest {

    @Test
    void whatWasSaidDecidesWhatBecomesOfTheOldValue() {
        assertThat(Presence.<String>absent().over("old")).isEqualTo("old");
        assertThat(Presence.<String>ofNull().over("old")).isNull();
        assertThat(Presence.of("new").over("old")).isEqualTo("new");
    }

    @Test
    void nullWasSaidToo() {
        assertThat(Presence.absent().isPresent()).isFalse();
        assertThat(Presence.ofNull().isPresent()).isTrue();
        assertThat(Presence.ofNull().value()).isEmpty();
        assertThat(Presence.of(1).value()).hasValue(1);
    }
}
