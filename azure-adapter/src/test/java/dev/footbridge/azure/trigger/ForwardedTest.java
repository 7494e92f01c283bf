package dev.footbridge.azure.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.http.Arrival;
import dev.footbridge.http.Bytes;
import dev.footbridge.http.ClientCertificate;
import dev.footbridge.http.Headers;
import dev.footbridge.http.HttpRequest;
import dev.footbridge.http.HttpResponse;
import dev.footbridge.http.PlatformIdentity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ForwardedTest {

    private static final Instant DEADLINE = Instant.parse("2026-11-27T10:03:48Z");
    private static final String INVOCATION = "0b6dc2b4-6a4c-4f43-8b9e-1f2f3c4d5e6f";
    private static final PlatformIdentity SOMEBODY =
            new PlatformIdentity(PlatformIdentity.Kind.ENTRA, Map.of("oid", "a"));

    private final List<HttpRequest> served = new ArrayList<>();
    private Platform.Fact<PlatformIdentity> principal = headers -> Optional.empty();
    private Platform.Fact<ClientCertificate> certificate = headers -> Optional.empty();
    private int proxies;

    @Test
    void whatArrivesWithItIsThePlatformsOwnWord() {
        principal = headers -> headers.has("x-ms-client-principal") ? Optional.of(SOMEBODY) : Optional.empty();

        Arrival arrival = arrived(headers().with("x-ms-client-principal", "a"));

        assertThat(arrival)
                .isEqualTo(new Arrival(
                        INVOCATION,
                        Optional.of("203.0.113.9"),
                        Optional.of(DEADLINE),
                        true,
                        Optional.empty(),
                        Optional.of(SOMEBODY)));
    }

    @Test
    void thePeerIsTheHostAndNobodysAddress() {
        assertThat(arrived(Headers.NONE).remoteAddress()).isEmpty();
    }

    @Test
    void behindAnotherProxyNoAddressIsBelieved() {
        proxies = 1;

        assertThat(arrived(headers()).remoteAddress()).isEmpty();
    }

    @Test
    void theHostIsTheOneThatWasCalled() {
        send(headers());

        assertThat(served.get(0).headers().all("host")).containsExactly("app.azurewebsites.net");
    }

    @Test
    void anIdThatNoHostWroteStaysOut() {
        assertThat(arrived(headers().with("x-ms-invocation-id", "one\ttwo")).requestId())
                .isEqualTo("r1");
        assertThat(arrived(headers().with("x-ms-invocation-id", "a".repeat(65))).requestId())
                .isEqualTo("r1");
    }

    @Test
    void aCertificateThatIsNotBelievedEndsTheRequest() {
        certificate = headers -> {
            throw new IllegalArgumentException("not believed");
        };

        assertThat(send(headers()).status()).isEqualTo(400);
        assertThat(served).isEmpty();
    }

    private static Headers headers() {
        return Headers.of("host", "127.0.0.1:49152")
                .with("x-forwarded-for", "203.0.113.9")
                .with("x-forwarded-host", "app.azurewebsites.net")
                .with("x-ms-invocation-id", INVOCATION);
    }

    private Arrival arrived(Headers headers) {
        send(headers);
        return served.get(served.size() - 1).arrival();
    }

    private HttpResponse send(Headers headers) {
        Arrival local = new Arrival("r1", Optional.of("127.0.0.1"), Optional.empty(), true);
        Platform platform = new Platform(new ClientHop(proxies), principal, certificate);
        return new Forwarded(platform, () -> DEADLINE)
                .around(request -> {
                    served.add(request);
                    return HttpResponse.empty(204);
                })
                .handle(new HttpRequest("POST", "/mcp", "", headers, Bytes.EMPTY, local));
    }
}
