package dev.footbridge.bridge.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FingerprintTest {

    @Test
    void theOrderOfMembersDoesNotMatter() {
        assertThat(Fingerprint.of(Peer.object("{'a':{'x':1,'y':[{'b':1,'a':2}]},'b':2}")))
                .isEqualTo(Fingerprint.of(Peer.object("{'b':2,'a':{'y':[{'a':2,'b':1}],'x':1}}")));
    }

    @Test
    void theOrderOfItemsAndEveryValueMatter() {
        String one = Fingerprint.of(Peer.object("{'a':[1,2]}"));

        assertThat(one)
                .isNotEqualTo(Fingerprint.of(Peer.object("{'a':[2,1]}")))
                .isNotEqualTo(Fingerprint.of(Peer.object("{'a':[1,3]}")))
                .hasSize(16);
    }
}
