package dev.footbridge.aws.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.call.AuthMethod;
import dev.footbridge.call.Caller;
import dev.footbridge.http.Arrival;
import dev.footbridge.http.Bytes;
import dev.footbridge.http.Headers;
import dev.footbridge.http.HttpRequest;
import dev.footbridge.http.PlatformIdentity;
import dev.footbridge.http.PlatformIdentity.Kind;
import dev.footbridge.security.Authenticator;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class IdentitiesTest {

    private static final Map<String, String> ROLE = Map.of(
            "accountId", "123456789012",
            "userId", "AROAEXAMPLE:alice",
            "userArn", "arn:aws:sts::123456789012:assumed-role/agent/alice",
            "accessKey", "ASIAEXAMPLE",
            "principalOrgId", "o-1");

    private static final Map<String, String> TOKEN = Map.of(
            "iss", "https://id.example.com",
            "sub", "alice",
            "aud", "https://mcp.example.com/mcp",
            "client_id", "app-7",
            "scope", "notes:read notes:write",
            "cognito:groups", "[finance]",
            "jti", "t-1");

    private final IamAuthenticator iam = new IamAuthenticator();
    private final ClaimsAuthenticator claims = new ClaimsAuthenticator(new ClaimsAuthenticator.Rules(
            Set.of("https://id.example.com"), Set.of("https://mcp.example.com/mcp", "api://mcp"), Set.of("app-9")));

    @Test
    void aRoleIsItsIdAndItsSessionDecidesNothing() {
        Caller alice = caller(iam, Kind.AWS_IAM, ROLE);
        Caller bob = caller(iam, Kind.AWS_IAM, with(ROLE, "userId", "AROAEXAMPLE:bob"));

        assertThat(alice.subject()).isEqualTo("AROAEXAMPLE");
        assertThat(alice.issuer()).isEqualTo("aws:123456789012");
        assertThat(alice.tenant()).isEqualTo("123456789012");
        assertThat(alice.method()).isEqualTo(AuthMethod.IAM);
        assertThat(alice.credentialId()).isEqualTo("ASIAEXAMPLE");
        assertThat(alice.groups()).containsExactlyInAnyOrder("account:123456789012", "role:agent", "org:o-1");
        assertThat(bob.key()).isEqualTo(alice.key());
    }

    @Test
    void aUserOfPayload1IsKnownToo() {
        Caller bob = caller(
                iam,
                Kind.AWS_IAM,
                Map.of(
                        "accountId", "123456789012",
                        "user", "AIDAEXAMPLE",
                        "userArn", "arn:aws:iam::123456789012:user/team/bob"));

        assertThat(bob.subject()).isEqualTo("AIDAEXAMPLE");
        assertThat(bob.groups()).contains("user:bob");
    }

    @ParameterizedTest
    @CsvSource({
        "federated-user/bob, 123456789012:bob",
        "federated-user/eve, 123456789012:eve",
        "root, 123456789012",
    })
    void federatedUsersAndTheRootUserAreDifferentCallers(String name, String id) {
        for (String member : List.of("userId", "user")) {
            Caller caller = caller(
                    iam,
                    Kind.AWS_IAM,
                    Map.of("accountId", "123456789012", member, id, "userArn", "arn:aws:sts::123456789012:" + name));

            assertThat(caller.subject()).isEqualTo(id);
            assertThat(caller.groups()).containsExactly("account:123456789012");
        }
    }

    @Test
    void whoComesByAPoolOfCognitoIsNotWhoeverHasTheSameRole() {
        Caller alice = caller(iam, Kind.AWS_IAM, with(ROLE, "cognitoIdentityId", "eu-west-1:a1"));
        Caller bob = caller(iam, Kind.AWS_IAM, with(ROLE, "cognitoIdentityId", "eu-west-1:b2"));

        assertThat(alice.subject()).isEqualTo("AROAEXAMPLE:eu-west-1:a1");
        assertThat(bob.subject()).isEqualTo("AROAEXAMPLE:eu-west-1:b2");
        assertThat(alice.groups()).contains("role:agent");
    }

    @ParameterizedTest
    @CsvSource({
        "arn:aws:iam::123456789012:user/assumed-role/admin/bob, user:bob",
        "arn:aws:sts::123456789012:assumed-role/assumed-role/admin, role:assumed-role",
        "arn:aws:sts::123456789012:assumed-role/agent/user, role:agent",
    })
    void aPathOrANameOfASessionMakesNoGroup(String arn, String group) {
        Caller caller =
                caller(iam, Kind.AWS_IAM, Map.of("accountId", "123456789012", "userId", "AIDAEXAMPLE", "userArn", arn));

        assertThat(caller.groups()).containsExactlyInAnyOrder("account:123456789012", group);
    }

    @Test
    void withoutASignatureNobodyGetsIn() {
        for (Map<String, String> facts : List.of(Map.<String, String>of(), Map.of("accountId", "1"))) {
            assertThat(iam.authenticate(request(Kind.AWS_IAM, facts))).isInstanceOf(Authenticator.Refused.class);
        }
        assertThat(iam.authenticate(request(Kind.CLAIMS, ROLE))).isInstanceOf(Authenticator.Refused.class);
        assertThat(iam.claims(request(Kind.CLAIMS, ROLE))).isFalse();
    }

    @Test
    void claimsThatTheGatewayCheckedMakeACaller() {
        Caller alice = caller(claims, Kind.CLAIMS, TOKEN);

        assertThat(alice.subject()).isEqualTo("alice");
        assertThat(alice.client()).isEqualTo("app-7");
        assertThat(alice.scopes()).containsExactlyInAnyOrder("notes:read", "notes:write");
        assertThat(alice.groups()).containsExactly("finance");
        assertThat(alice.credentialId()).isEqualTo("t-1");
    }

    @ParameterizedTest
    @CsvSource({
        "aud,https://other.example.com/mcp",
        "aud,[https://mcp.example.com/mcp https://other.example.com]",
        "aud,''",
        "iss,https://evil.example.com",
        "sub,''",
        "aud,https://mcp.example.com/mcp/",
    })
    void aTokenForAnotherServerIsRefusedWhateverTheGatewaySaid(String claim, String value) {
        assertThat(claims.authenticate(request(Kind.CLAIMS, with(TOKEN, claim, value))))
                .isInstanceOfSatisfying(
                        Authenticator.Refused.class,
                        refused -> assertThat(refused.status()).isEqualTo(401));
    }

    @Test
    void severalAudiencesMustAllBeOurs() {
        caller(claims, Kind.CLAIMS, with(TOKEN, "aud", "[https://mcp.example.com/mcp api://mcp]"));
    }

    @Test
    void aClientStandsForAnAudienceOnlyWhereItIsSaidTo() {
        Map<String, String> cognito = with(with(TOKEN, "aud", ""), "client_id", "app-9");

        assertThat(caller(claims, Kind.CLAIMS, cognito).client()).isEqualTo("app-9");
    }

    @ParameterizedTest
    @CsvSource({"nonce,n-1", "at_hash,x", "c_hash,x", "token_use,id", "typ,ID", "typ,Refresh", "typ,Offline"})
    void aTokenAboutALoginIsRefusedWhateverTheGatewaySaid(String claim, String value) {
        String shown = payload("alice", "[\"finance\"]").replace("}", ",\"" + claim + "\":\"" + value + "\"}");

        assertThat(claims.authenticate(request(Kind.CLAIMS, with(TOKEN, claim, value))))
                .isInstanceOfSatisfying(
                        Authenticator.Refused.class,
                        refused -> assertThat(refused.message()).isEqualTo("The token is not an access token."));
        assertThat(claims.authenticate(shown(TOKEN, shown))).isInstanceOf(Authenticator.Refused.class);
    }

    @ParameterizedTest
    @CsvSource({"token_use,access", "typ,Bearer"})
    void aTokenThatSaysItIsForAccessIsTaken(String claim, String value) {
        caller(claims, Kind.CLAIMS, with(TOKEN, claim, value));
    }

    @Test
    void aGroupWhoseNameLooksLikeAListIsNotThatList() {
        Map<String, String> facts = with(TOKEN, "cognito:groups", "[admin]");

        assertThat(groups(facts, "\"[admin]\"")).containsExactly("[admin]");
        assertThat(groups(facts, "[\"admin\"]")).containsExactly("admin");
    }

    @Test
    void groupsAreThoseOfTheTokenAndNotWordsOfATextThatTheGatewayMade() {
        Map<String, String> facts = with(TOKEN, "cognito:groups", "[staff not admin]");

        assertThat(groups(facts, "[\"staff not admin\"]")).containsExactly("staff not admin");
        assertThat(groups(facts, "[\"staff\",\"not\",\"admin\"]")).containsExactlyInAnyOrder("staff", "not", "admin");
    }

    @Test
    void whereTheTokenDoesNotSayWhichGroupsItsBearerIsRefused() {
        Map<String, String> facts = with(TOKEN, "cognito:groups", "[staff not admin]");

        assertThat(claims.authenticate(request(Kind.CLAIMS, facts))).isInstanceOf(Authenticator.Refused.class);
        assertThat(claims.authenticate(shown(facts, payload("someone-else", "[\"admin\"]"))))
                .isInstanceOf(Authenticator.Refused.class);
        assertThat(claims.authenticate(shown(facts, "not json"))).isInstanceOf(Authenticator.Refused.class);
    }

    @Test
    void aBoundTokenIsRefusedBecauseNobodyLooksAtItsProof() {
        String bound = payload("alice", "[\"finance\"]").replace("}", ",\"cnf\":{\"jkt\":\"x\"}}");

        assertThat(claims.authenticate(shown(TOKEN, bound))).isInstanceOf(Authenticator.Refused.class);
        assertThat(claims.authenticate(request(Kind.CLAIMS, with(TOKEN, "cnf", "map[jkt:x]"))))
                .isInstanceOf(Authenticator.Refused.class);
    }

    private Set<String> groups(Map<String, String> facts, String groups) {
        Authenticator.Outcome outcome = claims.authenticate(shown(facts, payload("alice", groups)));
        assertThat(outcome).isInstanceOf(Authenticator.Identified.class);
        return ((Authenticator.Identified) outcome).caller().groups();
    }

    private static String payload(String subject, String groups) {
        return "{\"iss\":\"https://id.example.com\",\"sub\":\"" + subject + "\",\"jti\":\"t-1\",\"cognito:groups\":"
                + groups + "}";
    }

    private static HttpRequest shown(Map<String, String> facts, String payload) {
        String token = "e30."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(payload.getBytes(StandardCharsets.UTF_8))
                + ".c2ln";
        HttpRequest plain = request(Kind.CLAIMS, facts);
        return new HttpRequest(
                plain.method(),
                plain.path(),
                plain.query(),
                Headers.of("authorization", "Bearer " + token),
                plain.body(),
                plain.arrival());
    }

    private static Map<String, String> with(Map<String, String> facts, String name, String value) {
        Map<String, String> changed = new HashMap<>(facts);
        changed.put(name, value);
        return changed;
    }

    private static Caller caller(Authenticator authenticator, Kind kind, Map<String, String> facts) {
        Authenticator.Outcome outcome = authenticator.authenticate(request(kind, facts));
        assertThat(outcome).isInstanceOf(Authenticator.Identified.class);
        return ((Authenticator.Identified) outcome).caller();
    }

    private static HttpRequest request(Kind kind, Map<String, String> facts) {
        Arrival arrival = Arrival.unknown("-").withIdentity(new PlatformIdentity(kind, facts));
        return new HttpRequest("POST", "/mcp", "", Headers.NONE, Bytes.EMPTY, arrival);
    }
}
