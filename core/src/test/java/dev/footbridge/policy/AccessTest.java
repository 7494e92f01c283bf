package dev.footbridge.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.call.AuthMethod;
import dev.footbridge.call.Caller;
import dev.footbridge.call.Reach;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a credential is for, which comes before every policy. */
final class AccessTest {

    private static boolean isWithin(String tool, String... patterns) {
        Caller caller = Caller.named("apikey:x", "alice", AuthMethod.API_KEY)
                .reach(Reach.ofTools(Set.of(patterns)))
                .build();
        return Access.toTool(tool, Instant.EPOCH).isWithin(caller);
    }

    @Test
    void withoutPatternsEveryToolIsAllowed() {
        assertThat(isWithin("any")).isTrue();
    }

    @Test
    void withPatternsOneMustFit() {
        assertThat(isWithin("read_file", "list", "read_*")).isTrue();
        assertThat(isWithin("write_file", "list", "read_*")).isFalse();
    }
}
