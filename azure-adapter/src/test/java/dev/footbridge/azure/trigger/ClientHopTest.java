package dev.footbridge.azure.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footbridge.http.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ClientHopTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "203.0.113.9:54321 | 203.0.113.9",
                "203.0.113.9 | 203.0.113.9",
                "[2001:db8::1]:443 | 2001:db8::1",
                "2001:db8::1 | 2001:db8::1",
                "10.0.0.1, 203.0.113.9:1 | 203.0.113.9"
            })
    void theLastHopIsTheClientAndItsPortIsNobodys(String forwarded, String address) {
        assertThat(new ClientHop(0).address(Headers.of("x-forwarded-for", forwarded)))
                .hasValue(address);
    }

    @Test
    void behindAProxyOfOursItIsTheHopBefore() {
        Headers headers = Headers.of("x-forwarded-for", "198.51.100.1, 203.0.113.9, 10.0.0.1:80");

        assertThat(new ClientHop(1).address(headers)).hasValue("203.0.113.9");
    }

    @ParameterizedTest
    @CsvSource({"''", "unknown", "203.0.113.9.evil:1", "[::1", "203.0.113.999"})
    void whatIsNoAddressIsNone(String forwarded) {
        assertThat(new ClientHop(0).address(Headers.of("x-forwarded-for", forwarded)))
                .isEmpty();
    }

    @Test
    void fewerHopsThanProxiesAreNoAddress() {
        assertThat(new ClientHop(1).address(Headers.of("x-forwarded-for", "203.0.113.9")))
                .isEmpty();
        assertThat(new ClientHop(0).address(Headers.NONE)).isEmpty();
    }

    @Test
    void thereAreNoLessThanNoProxies() {
        assertThatThrownBy(() -> new ClientHop(-1)).isInstanceOf(IllegalArgumentException.class);
    }
}
