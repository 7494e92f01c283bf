package dev.footbridge.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footbridge.call.AuthMethod;
import dev.footbridge.call.Caller;
import dev.footbridge.http.Bytes;
import dev.footbridge.http.ClientCertificate;
import dev.footbridge.http.ClientCertificate.AlternativeName;
import dev.footbridge.http.ClientCertificate.Kind;
import dev.footbridge.http.HttpRequest;
import dev.footbridge.log.Log;
import dev.footbridge.security.Authenticator.Identified;
import dev.footbridge.security.Authenticator.Outcome;
import dev.footbridge.security.Authenticator.Refused;
import dev.footbridge.security.CertificateRules.Use;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** D4: who calls with a client certificate. */
final class MutualTlsAuthenticatorTest {

    private static final Instant NOON = Instant.parse("2026-07-28T12:00:00Z");
    private static final AlternativeName URI = new AlternativeName(Kind.URI, "spiffe://example.org/agents/a");
    private static final AlternativeName DNS = new AlternativeName(Kind.DNS, "a.example.org");
    private static final AlternativeName EMAIL = new AlternativeName(Kind.EMAIL, "a@example.org");
    private static final CertificateRules RULES = CertificateRules.of("agents");

    private final List<String> logged = new ArrayList<>();
    private Instant now = NOON;

    @Test
    void theCallerIsTheFirstUriElseTheHostNameElseTheAddressElseTheKey() {
        assertThat(subject(DNS, EMAIL, URI)).isEqualTo("spiffe://example.org/agents/a");
        assertThat(subject(EMAIL, DNS)).isEqualTo("a.example.org");
        assertThat(subject(EMAIL)).isEqualTo("a@example.org");
        assertThat(subject()).isEqualTo("spki:" + "02".repeat(32));
    }

    @Test
    void whatIsKnownOfTheCallerComesFromTheCertificate() {
        Outcome outcome = ask(RULES, Optional.of(certificate(URI)));

        assertThat(outcome)
                .isEqualTo(new Identified(Caller.named("mtls:agents", "spiffe://example.org/agents/a", AuthMethod.MTLS)
                        .client("01".repeat(32))
                        .credentialId("1f")
                        .confirmation("AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE")
                        .build()));
    }

    @Test
    void aCertificateCountsFromItsFirstMomentToItsLast() {
        now = NOON.minusSeconds(60);
        assertThat(ask(RULES, Optional.of(certificate(URI)))).isInstanceOf(Identified.class);
        now = NOON.plusSeconds(60);
        assertThat(ask(RULES, Optional.of(certificate(URI)))).isInstanceOf(Identified.class);
        now = NOON.minusSeconds(61);
        assertRefused(ask(RULES, Optional.of(certificate(URI))), "too early or too late");
        now = NOON.plusSeconds(61);
        assertRefused(ask(RULES, Optional.of(certificate(URI))), "too early or too late");
    }

    @Test
    void aCertificateForServersIsRefused() {
        ClientCertificate good = certificate(URI);
        ClientCertificate server = new ClientCertificate(
                "CN=a", good.names(), "1f", good.sha256(), good.keySha256(), good.notBefore(), good.notAfter(), false);

        assertRefused(ask(RULES, Optional.of(server)), "extended key usage");
    }

    @Test
    void deniedSerialsAndKeysAreRefused() {
        for (String line : List.of("serial=001F", "1f # gone", "spki:" + "02:".repeat(31) + "02")) {
            CertificateRules rules = RULES.withDenied(() -> DeniedCertificates.parse("# list\n\n" + line + "\n"));
            assertRefused(ask(rules, Optional.of(certificate(URI))), "deny list");
        }
        CertificateRules others = RULES.withDenied(() -> DeniedCertificates.parse("20\nspki:" + "01".repeat(32)));
        assertThat(ask(others, Optional.of(certificate(URI)))).isInstanceOf(Identified.class);
    }

    @Test
    void aDenyListThatCannotBeReadLetsNobodyIn() {
        CertificateRules rules = RULES.withDenied(() -> {
            throw new IllegalStateException("secret path");
        });

        assertThat(ask(rules, Optional.of(certificate(URI))))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.status()).isEqualTo(503));
    }

    @Test
    void onlyTheNameThatCallsCountsForTheAllowList() {
        CertificateRules rules = RULES.withAllowed(() -> AllowedCertificates.named(List.of(
                CertificatePattern.parse("uri:spiffe://example.org/agents/*"),
                CertificatePattern.parse("dns:a.example.org"))));

        assertThat(ask(rules, Optional.of(certificate(URI)))).isInstanceOf(Identified.class);
        assertThat(ask(rules, Optional.of(certificate(DNS)))).isInstanceOf(Identified.class);
        assertRefused(ask(rules, Optional.of(certificate(EMAIL))), "not one of those");
        assertRefused(ask(rules, Optional.of(certificate())), "not one of those");
        AlternativeName other = new AlternativeName(Kind.URI, "spiffe://evil.org/agents/a");
        assertRefused(ask(rules, Optional.of(certificate(other, DNS))), "not one of those");
    }

    @Test
    void aPinnedKeyIsAllowedWhateverItsName() {
        for (String line : List.of("spki:" + "02".repeat(32), "SPKI:" + "02:".repeat(31) + "02  # of the agent")) {
            CertificateRules rules = RULES.withAllowed(() -> AllowedCertificates.parse("# list\n\n" + line + "\n"));
            assertThat(ask(rules, Optional.of(certificate()))).isInstanceOf(Identified.class);
            assertThat(ask(rules, Optional.of(certificate(URI)))).isInstanceOf(Identified.class);
        }
        CertificateRules other = RULES.withAllowed(() -> AllowedCertificates.parse("spki:" + "01".repeat(32)));
        assertRefused(ask(other, Optional.of(certificate(URI))), "not one of those");
    }

    @Test
    void anAllowListThatIsEmptyAllowsNobodyAndADeniedOneIsDenied() {
        CertificateRules empty = RULES.withAllowed(() -> AllowedCertificates.parse("# nobody\n"));
        CertificateRules both = RULES.withAllowed(() -> AllowedCertificates.parse("spki:" + "02".repeat(32)))
                .withDenied(() -> DeniedCertificates.parse("1f"));

        assertRefused(ask(empty, Optional.of(certificate(URI))), "not one of those");
        assertRefused(ask(both, Optional.of(certificate(URI))), "deny list");
    }

    @Test
    void anAllowListThatCannotBeReadLetsNobodyIn() {
        CertificateRules rules = RULES.withAllowed(() -> {
            throw new IllegalStateException("gone");
        });

        assertThat(((Refused) ask(rules, Optional.of(certificate(URI)))).status())
                .isEqualTo(503);
    }

    @Test
    void anAllowListIsReadWholeOrNotAtAll() {
        for (String line : List.of("1f", "spki:", "spki:" + "02".repeat(31), "uri:", "ip:10.0.0.1", "uri:a*b*")) {
            assertThatThrownBy(() -> AllowedCertificates.parse("dns:a\n" + line))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("line 2 ");
        }
        assertThat(AllowedCertificates.parse("uri:https://example.org/a#b").names())
                .containsExactly(CertificatePattern.parse("uri:https://example.org/a#b"));
    }

    @Test
    void aNameThatReadsLikeAnotherKindIsRefused() {
        for (AlternativeName name : List.of(
                new AlternativeName(Kind.URI, "spki:" + "02".repeat(32)),
                new AlternativeName(Kind.URI, "SPKI:x"),
                new AlternativeName(Kind.DNS, "spiffe://example.org/agents/a"),
                new AlternativeName(Kind.EMAIL, "spiffe://a@example.org"),
                new AlternativeName(Kind.EMAIL, "a.example.org"),
                new AlternativeName(Kind.DNS, "a.example.org\nforged line"),
                new AlternativeName(Kind.URI, ""))) {
            assertRefused(ask(RULES, Optional.of(certificate(name))), "malformed");
        }
        assertThat(logged.toString()).doesNotContain("forged");
    }

    @Test
    void withoutACertificateThereIs401() {
        assertThat(ask(RULES, Optional.empty())).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.message()).isEqualTo("A client certificate is required.");
            assertThat(refused.challenge()).isNotEmpty();
        });
    }

    @Test
    void asACredentialItIsTheSecondOneBesideAnother() {
        Authenticator chain = new AuthenticatorChain(List.of(new Known(), authenticator(RULES)));

        assertThat(chain.authenticate(request(Optional.of(certificate(URI)), "authorization", "x")))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.status()).isEqualTo(400));
        assertThat(chain.authenticate(request(Optional.of(certificate(URI))))).isInstanceOf(Identified.class);
    }

    @Test
    void asAnAdditionItClaimsNothingAndIdentifiesNobody() {
        CertificateRules rules = RULES.withUse(Use.ADDITIONAL);

        assertThat(authenticator(rules).claims(request(Optional.of(certificate(URI)))))
                .isFalse();
        assertThat(ask(rules, Optional.of(certificate(URI)))).isInstanceOf(Refused.class);
    }

    @Test
    void besideAnotherTheOtherDecidesAndABadCertificateIsStillRefused() {
        CertificateRules rules = RULES.withUse(Use.ADDITIONAL);
        HttpRequest both = request(Optional.of(certificate(URI)), "authorization", "x");

        assertThat(authenticator(rules).beside(new Known()).authenticate(both)).isEqualTo(Known.OUTCOME);
        Outcome denied = authenticator(rules.withDenied(() -> DeniedCertificates.parse("1f")))
                .beside(new Known())
                .authenticate(both);
        assertRefused(denied, "deny list");
    }

    private void assertRefused(Outcome outcome, String reason) {
        assertThat(outcome).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.message()).isEqualTo("The client certificate is not accepted.");
        });
        assertThat(logged.get(logged.size() - 1)).contains("1f", reason);
    }

    private String subject(AlternativeName... names) {
        return ((Identified) ask(RULES, Optional.of(certificate(names))))
                .caller()
                .subject();
    }

    private Outcome ask(CertificateRules rules, Optional<ClientCertificate> shown) {
        return authenticator(rules).authenticate(request(shown));
    }

    private MutualTlsAuthenticator authenticator(CertificateRules rules) {
        Log log = (level, id, message, cause) -> logged.add(message);
        return new MutualTlsAuthenticator(rules, () -> now, log);
    }

    private static HttpRequest request(Optional<ClientCertificate> shown, String... headers) {
        HttpRequest bare = Requests.request("POST", headers);
        return shown.map(certificate -> new HttpRequest(
                        bare.method(),
                        bare.path(),
                        bare.query(),
                        bare.headers(),
                        bare.body(),
                        bare.arrival().withCertificate(certificate)))
                .orElse(bare);
    }

    private static ClientCertificate certificate(AlternativeName... names) {
        return new ClientCertificate(
                "CN=somebody",
                List.of(names),
                "1f",
                filled(1),
                filled(2),
                NOON.minusSeconds(60),
                NOON.plusSeconds(60),
                true);
    }

    private static Bytes filled(int value) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) value);
        return Bytes.of(bytes);
    }

    private record Known() implements Authenticator {
        static final Identified OUTCOME =
                new Identified(Caller.named("test", "known", AuthMethod.TOKEN).build());

        @Override
        public boolean claims(HttpRequest request) {
            return request.headers().has("authorization");
        }

        @Override
        public Outcome authenticate(HttpRequest request) {
            return OUTCOME;
        }
    }
}
