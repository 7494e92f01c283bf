package dev.footbridge.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footbridge.call.AuthMethod;
import dev.footbridge.call.Caller;
import dev.footbridge.http.Arrival;
import dev.footbridge.http.Bytes;
import dev.footbridge.http.Headers;
import dev.footbridge.http.HttpRequest;
import dev.footbridge.security.Authenticator.Identified;
import dev.footbridge.security.Authenticator.Outcome;
import dev.footbridge.security.Authenticator.Refused;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class AuthenticatorChainTest {

    private final AuthenticatorChain chain =
            new AuthenticatorChain(List.of(new ByHeader("authorization"), new ByHeader("x-api-key")));

    @Test
    void theOneThatClaimsTheRequestDecides() {
        assertThat(outcome("x-api-key")).isEqualTo(new Identified(caller("x-api-key")));
        assertThat(outcome("authorization")).isEqualTo(new Identified(caller("authorization")));
    }

    @Test
    void withoutACredentialEveryKindIsNamed() {
        assertThat(outcome()).isEqualTo(new Refused(401, "authorization, x-api-key", "Authentication is required."));
    }

    @Test
    void twoCredentialsAreRefusedWhicheverOfThemIsGood() {
        assertThat(((Refused) outcome("authorization", "x-api-key")).status()).isEqualTo(400);
    }

    @Test
    void aChainOfNobodyCannotBeMade() {
        assertThatThrownBy(() -> new AuthenticatorChain(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    private Outcome outcome(String... sent) {
        Map<String, List<String>> headers = new java.util.LinkedHashMap<>();
        for (String name : sent) {
            headers.put(name, List.of("secret"));
        }
        return chain.authenticate(
                new HttpRequest("POST", "/mcp", "", new Headers(headers), Bytes.EMPTY, Arrival.unknown("1")));
    }

    private static Caller caller(String name) {
        return Caller.named("test", name, AuthMethod.API_KEY).build();
    }

    private record ByHeader(String name) implements Authenticator {
        @Override
        public boolean claims(HttpRequest request) {
            return request.headers().has(name);
        }

        @Override
        public String challenge() {
            return name;
        }

        @Override
        public Outcome authenticate(HttpRequest request) {
            return new Identified(caller(name));
        }
    }
}
