package dev.footbridge.azure.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.state.StateKey;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class EntityKeyTest {

    @Test
    void tenantAndNameAreInItWithoutForbiddenCharacters() {
        assertThat(EntityKey.of(new StateKey("acme", "limit/caller"))).isEqualTo("s-4.acme_002flimit_002fcaller");
        List<String> nasty = List.of("/\\#?%'\"", "\u0000\t\n\u007f\u0085", "_ _0020", "😀é", "x-", "", "\uD83D");
        Set<String> keys = new HashSet<>();
        for (String tenant : nasty) {
            for (String name : nasty) {
                String key = EntityKey.of(new StateKey(tenant, name));
                assertThat(key).matches("s-[0-9]+\\.[A-Za-z0-9_-]*");
                assertThat(keys.add(key)).isTrue();
            }
        }
    }

    @Test
    void whatIsLongIsToldByItsDigest() {
        String one = EntityKey.of(new StateKey("tenant", "n".repeat(3000) + "1"));
        String other = EntityKey.of(new StateKey("tenant", "n".repeat(3000) + "2"));

        assertThat(one).startsWith("s-sha256.").hasSizeLessThan(100).isNotEqualTo(other);
    }

    @Test
    void hoursAreInTheOrderOfTime() {
        assertThat(EntityKey.hour(Instant.parse("2026-01-01T00:59:59Z"))).isEqualTo("x-00490896");
        assertThat(EntityKey.hour(Instant.parse("2026-01-01T01:00:00Z"))).isEqualTo("x-00490897");
        assertThat(EntityKey.hour(Instant.MIN)).isEqualTo("x-00000000");
        assertThat(EntityKey.hour(Instant.MAX)).isEqualTo("x-99999999");
    }
}
