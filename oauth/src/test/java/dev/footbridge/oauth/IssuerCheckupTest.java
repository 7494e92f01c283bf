package dev.footbridge.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.oauth.Remark.Level;
import dev.footbridge.secret.Secret;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** C14: what an authorization server publishes, as an operator is told of it. */
final class IssuerCheckupTest {

    private static final String PLACE = "/.well-known/oauth-authorization-server";
    private static final String OPENID = "/.well-known/openid-configuration";
    private static final String GOOD = """
            {
              "issuer": "$URL",
              "authorization_endpoint": "$URL/authorize",
              "token_endpoint": "$URL/token",
              "jwks_uri": "$URL/jwks",
              "registration_endpoint": "$URL/register",
              "scopes_supported": ["orders:read"],
              "code_challenge_methods_supported": ["plain", "S256"],
              "authorization_response_iss_parameter_supported": true,
              "client_id_metadata_document_supported": true
            }
            """;

    private final CannedServer server = new CannedServer();
    private OAuthSettings.Builder settings =
            OAuthSettings.forResource(FakeIssuer.RESOURCE).scopes(Set.of("orders:read"));

    @BeforeEach
    void publish() {
        server.put(PLACE, GOOD);
        server.put("/jwks", FakeIssuer.set(FakeIssuer.ec("k1").toPublicJWK()));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private TrustedIssuer issuer() {
        return TrustedIssuer.of(server.url(), server.url() + "/jwks");
    }

    private List<Remark> remarks(TrustedIssuer issuer) {
        List<Remark> remarks = IssuerCheckup.of(settings.trust(issuer).build());
        settings = OAuthSettings.forResource(FakeIssuer.RESOURCE).scopes(Set.of("orders:read"));
        return remarks;
    }

    private List<String> remarks(Level level) {
        return texts(remarks(issuer()), level);
    }

    private static List<String> texts(List<Remark> remarks, Level level) {
        return remarks.stream()
                .filter(remark -> remark.level() == level)
                .map(Remark::text)
                .toList();
    }

    @Test
    void aServerThatDoesEverythingIsPraised() {
        assertThat(remarks(issuer()))
                .allMatch(remark -> remark.level() == Level.OK)
                .allMatch(remark -> remark.text().startsWith(server.url() + ": "))
                .extracting(Remark::text)
                .anyMatch(text -> text.endsWith("publishes itself at " + server.url() + PLACE))
                .anyMatch(text -> text.contains("PKCE with S256"))
                .anyMatch(text -> text.contains("RFC 9207"))
                .anyMatch(text -> text.contains("metadata documents"))
                .anyMatch(text -> text.endsWith("has keys for ES256"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"$URL/", "https://other.example.com", ""})
    void anotherNameThanTheConfiguredOneIsAProblem(String name) {
        server.put(PLACE, GOOD.replace("\"issuer\": \"$URL\"", "\"issuer\": \"" + name + "\""));

        assertThat(remarks(Level.PROBLEM)).singleElement().asString().contains("calls itself", "byte for byte");
    }

    @Test
    void everyFormOfTheDocumentMustHaveTheName() {
        server.put(OPENID, GOOD.replace("\"issuer\": \"$URL\"", "\"issuer\": \"https://other.example.com\""));

        assertThat(remarks(Level.PROBLEM)).singleElement().asString().contains("https://other.example.com", OPENID);
    }

    @ParameterizedTest
    @CsvSource({
        "/.well-known/oauth-authorization-server/tenant",
        "/.well-known/openid-configuration/tenant",
        "/tenant/.well-known/openid-configuration"
    })
    void theDocumentOfAnIssuerWithAPathIsFoundInEveryPlace(String place) {
        server.remove(PLACE);
        server.put(place, GOOD.replace("\"issuer\": \"$URL\"", "\"issuer\": \"$URL/tenant\""));
        TrustedIssuer tenant = TrustedIssuer.of(server.url() + "/tenant", server.url() + "/jwks");

        assertThat(remarks(tenant)).allMatch(remark -> remark.level() == Level.OK);
    }

    @Test
    void openIdConnectAloneIsEnough() {
        server.remove(PLACE);
        server.put(OPENID, GOOD);

        assertThat(remarks(issuer())).allMatch(remark -> remark.level() == Level.OK);
    }

    @Test
    void aServerWithoutADocumentIsAProblemAndSoIsOneThatIsNotThere() {
        server.put(PLACE, "<html>");

        assertThat(remarks(Level.PROBLEM))
                .singleElement()
                .asString()
                .contains(PLACE + " (no JSON)", OPENID + " (status 404)");
        assertThat(texts(remarks(TrustedIssuer.of("http://127.0.0.1:1", "http://127.0.0.1:1/jwks")), Level.PROBLEM))
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"S256\" | \"S512\" | does not say that it does PKCE with S256",
                "code_challenge_methods_supported | x | does not say that it does PKCE with S256",
                "\"$URL/token\" | \"http://id.example.com/token\" | token_endpoint must begin with https://",
                "\"$URL/register\" | \"http://id.example.com/r\" | registration_endpoint must begin with https://",
                "token_endpoint | x | there is no token_endpoint",
                "authorization_endpoint | x | there is no authorization_endpoint"
            })
    void whatClientsStopAtIsAProblem(String part, String wrong, String said) {
        server.put(PLACE, GOOD.replace(part, wrong));

        assertThat(remarks(Level.PROBLEM)).singleElement().asString().contains(said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "iss_parameter_supported\": true | iss_parameter_supported\": false | does not name itself",
                "$URL/jwks | $URL/keys | its jwks_uri is",
                "orders:read | mail | does not list scopes that every caller needs: orders:read"
            })
    void whatCouldBeBetterIsAWarning(String part, String worse, String said) {
        server.put(PLACE, GOOD.replace(part, worse));

        assertThat(remarks(Level.PROBLEM)).isEmpty();
        assertThat(remarks(Level.WARNING)).singleElement().asString().contains(said);
    }

    @Test
    void howClientsGetInIsSaid() {
        String registration = GOOD.replace("client_id_metadata_document_supported", "x");

        server.put(PLACE, registration);
        assertThat(remarks(Level.OK)).anyMatch(text -> text.contains("by registration, and not"));
        server.put(PLACE, registration.replace("registration_endpoint", "y"));
        assertThat(remarks(Level.WARNING)).singleElement().asString().contains("each must be known to it before");
    }

    @Test
    void bindingIsLookedForWhereTheSettingsSpeakOfIt() {
        settings.proofs(Binding.ACCEPTED).certificates(Binding.REQUIRED);
        assertThat(remarks(Level.WARNING)).hasSize(2).allMatch(text -> text.contains("binds tokens to a"));

        server.put(
                PLACE,
                GOOD.replace(
                        "\"scopes_supported\"",
                        "\"tls_client_certificate_bound_access_tokens\": true,"
                                + "\"dpop_signing_alg_values_supported\": [\"ES256\"], \"scopes_supported\""));
        settings.proofs(Binding.ACCEPTED).certificates(Binding.REQUIRED);
        assertThat(remarks(Level.WARNING)).isEmpty();
    }

    @Test
    void keysThatAreNotThereOrOfNoUseAreAProblem() {
        server.put("/jwks", "{\"keys\":[]}");
        assertThat(remarks(Level.PROBLEM)).singleElement().asString().contains("no key in the set can be used");

        server.remove("/jwks");
        assertThat(remarks(Level.PROBLEM)).singleElement().asString().contains("/jwks (status 404)");
    }

    @Test
    void keysMustBeForAnAlgorithmThatIsAllowed() {
        assertThat(texts(remarks(issuer().withAlgorithms(Set.of("RS256", "PS256"))), Level.PROBLEM))
                .singleElement()
                .asString()
                .endsWith("for an algorithm that the settings allow: PS256 RS256");
    }

    @Test
    void keysThatAreLeftOutAreCounted() {
        server.put(
                "/jwks",
                FakeIssuer.set(
                        FakeIssuer.ec("k1").toPublicJWK(), FakeIssuer.ec(null).toPublicJWK()));

        assertThat(remarks(Level.WARNING)).singleElement().asString().contains("1 of its keys cannot be used");
    }

    @Test
    void anIssuerThatIsAskedIsLookedAtToo() {
        OAuthSettings asked = OAuthSettings.forResource(FakeIssuer.RESOURCE)
                .ask(Introspector.of(server.url(), server.url() + "/ask", "me", Secret.ofText("s")))
                .build();
        server.put(PLACE, GOOD.replace("\"jwks_uri\": \"$URL/jwks\"", "\"introspection_endpoint\": \"$URL/ask\""));

        assertThat(IssuerCheckup.of(asked)).hasSizeGreaterThan(3).allMatch(remark -> remark.level() == Level.OK);
    }

    @Test
    void anIssuerThatIsAskedTooIsLookedAtOnce() {
        OAuthSettings both = settings.trust(issuer())
                .ask(Introspector.of(server.url(), server.url() + "/ask", "me", Secret.ofText("s")))
                .build();

        assertThat(IssuerCheckup.of(both)).extracting(Remark::text).doesNotHaveDuplicates();
    }
}
