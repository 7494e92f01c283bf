package dev.footbridge.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footbridge.http.ClientCertificate.AlternativeName;
import dev.footbridge.http.ClientCertificate.Kind;
import org.junit.jupiter.api.Test;

final class CertificatePatternTest {

    @Test
    void aStarStaysInItsSegment() {
        assertThat(uri("spiffe://example.org/agents/*", "spiffe://example.org/agents/a"))
                .isTrue();
        assertThat(uri("spiffe://example.org/agents/*", "spiffe://example.org/agents/a/b"))
                .isFalse();
        assertThat(uri("spiffe://example.org/agents/*", "spiffe://example.org/agents/"))
                .isFalse();
        assertThat(uri("spiffe://*/agents/a", "spiffe://evil.org/x/agents/a")).isFalse();
        assertThat(uri("spiffe://example.org/agents/v*-blue", "spiffe://example.org/agents/v1-blue"))
                .isTrue();
        assertThat(dns("*.example.org", "a.example.org")).isTrue();
        assertThat(dns("*.example.org", "a.b.example.org")).isFalse();
        assertThat(dns("*.example.org", "example.org")).isFalse();
        assertThat(dns("*.example.org", ".example.org")).isFalse();
        assertThat(email("*@example.org", "a@example.org")).isTrue();
        assertThat(email("*@example.org", "a@b@example.org")).isFalse();
    }

    @Test
    void hostNamesHaveNoCaseAndTheOthersDo() {
        assertThat(dns("A.example.org", "a.EXAMPLE.org")).isTrue();
        assertThat(uri("spiffe://x/A", "spiffe://x/a")).isFalse();
        assertThat(email("A@x", "a@x")).isFalse();
    }

    @Test
    void aNameOfAnotherKindNeverMatches() {
        assertThat(CertificatePattern.parse("uri:*").matches(new AlternativeName(Kind.DNS, "a")))
                .isFalse();
    }

    @Test
    void whatIsNoPatternIsRefused() {
        for (String text : new String[] {"", "a", "uri:", ":a", "ip:1.2.3.4", "dns:*a*.org"}) {
            assertThatThrownBy(() -> CertificatePattern.parse(text)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aDenyListIsReadWholeOrNotAtAll() {
        assertThat(DeniedCertificates.parse("0A:1B\r\n# none\n00 \n").entries()).containsExactlyInAnyOrder("a1b", "0");
        for (String line : new String[] {"xyz", "spki:ab", "1 2", "a".repeat(64)}) {
            assertThatThrownBy(() -> DeniedCertificates.parse("1\n" + line))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("line 2");
        }
    }

    private static boolean uri(String pattern, String name) {
        return CertificatePattern.parse("uri:" + pattern).matches(new AlternativeName(Kind.URI, name));
    }

    private static boolean dns(String pattern, String name) {
        return CertificatePattern.parse("dns:" + pattern).matches(new AlternativeName(Kind.DNS, name));
    }

    private static boolean email(String pattern, String name) {
        return CertificatePattern.parse("email:" + pattern).matches(new AlternativeName(Kind.EMAIL, name));
    }
}
