package dev.footbridge.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.footbridge.limit.LimitRule.Per;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LimitRuleTest {

    @ParameterizedTest
    @CsvSource({
        "*, anything, true",
        "find, find, true",
        "find, finder, false",
        "find, fin, false",
        "find*, find, true",
        "find*, findOrder, true",
        "*Order, findOrder, true",
        "*Order, findOrders, false",
        "a*b*c, a1b2b3c, true",
        "a*b*c, a1c2b, false",
        "a**c, abc, true",
        "f.nd, find, false",
        "Find, find, false"
    })
    void aStarStandsForAnyText(String pattern, String tool, boolean fits) {
        assertThat(LimitRule.of("r", Per.CALLER).tools(pattern).fits(tool)).isEqualTo(fits);
        assertThat(LimitRule.of("r", Per.CALLER).tools("no", pattern).fits(tool))
                .isEqualTo(fits);
    }

    @Test
    @Timeout(5)
    void manyStarsTakeNoLongTime() {
        String pattern = "*a".repeat(64) + "b";

        assertThat(LimitRule.of("r", Per.CALLER).tools(pattern).fits("a".repeat(10_000)))
                .isFalse();
    }

    @Test
    void whatNamesNothingIsRefused() {
        LimitRule rule = LimitRule.of("r", Per.CALLER);
        assertThatIllegalArgumentException().isThrownBy(() -> LimitRule.of("", Per.CALLER));
        assertThatIllegalArgumentException().isThrownBy(() -> LimitRule.of("a#b", Per.CALLER));
        assertThatIllegalArgumentException().isThrownBy(() -> LimitRule.of("-a", Per.CALLER));
        assertThatIllegalArgumentException().isThrownBy(() -> LimitRule.of("a".repeat(65), Per.CALLER));
        assertThatIllegalArgumentException().isThrownBy(() -> rule.tools(new String[0]));
        assertThatIllegalArgumentException().isThrownBy(() -> rule.concurrency(0));
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.9, address/203.0.113.9",
        "2001:db8:1:2:3:4:5:6, address/2001:db8:1:2::/64",
        "2001:0DB8:0001:0002::9, address/2001:db8:1:2::/64",
        "2001:db8::9, address/2001:db8:0:0::/64",
        "::1, address/0:0:0:0::/64",
        "2001:db8:1::2:3:4:5, address/2001:db8:1:0::/64",
        "::2:3:4:5:6:7:8, address/0:2:3:4::/64",
        "fe80::1%eth0, address/fe80:0:0:0::/64",
        "::ffff:203.0.113.9, address/::ffff:203.0.113.9"
    })
    void addressesOfOneNetworkOfIpv6AreOne(String address, String name) {
        assertThat(Names.address(address)).isEqualTo(name);
    }
}
