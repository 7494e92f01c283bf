package dev.footbridge.azure.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.HttpStatus;
import com.microsoft.azure.functions.HttpStatusType;
import dev.footbridge.http.Arrival;
import dev.footbridge.http.Bytes;
import dev.footbridge.http.HttpRequest;
import dev.footbridge.http.HttpResponse;
import dev.footbridge.http.PlatformIdentity;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class TriggerRequestTest {

    private static final Instant DEADLINE = Instant.parse("2026-11-27T10:03:48Z");
    private static final PlatformIdentity SOMEBODY =
            new PlatformIdentity(PlatformIdentity.Kind.ENTRA, Map.of("oid", "a"));

    private final Map<String, String> headers = new HashMap<>(Map.of(
            "host", "app.azurewebsites.net",
            "content-type", "application/json",
            "content-length", "2",
            "x-forwarded-for", "203.0.113.9:54321",
            "x-ms-client-principal-id", "a",
            "x-arr-clientcert", "AAAA"));

    @Test
    void aRequestKeepsEverythingAClientSent() {
        HttpRequest request = asked(read(message(HttpMethod.POST, "/a%20b?c=d%26e", "{}")));

        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.path()).isEqualTo("/a%20b");
        assertThat(request.query()).isEqualTo("c=d%26e");
        assertThat(request.headers().single("content-type")).hasValue("application/json");
        assertThat(request.body()).isEqualTo(Bytes.utf8("{}"));
    }

    @Test
    void whatArrivesWithItIsThePlatformsOwnWord() {
        Arrival arrival = asked(read(message(HttpMethod.POST, "/mcp", "{}"))).arrival();

        assertThat(arrival.requestId()).isEqualTo("call-1");
        assertThat(arrival.remoteAddress()).hasValue("203.0.113.9");
        assertThat(arrival.deadline()).hasValue(DEADLINE);
        assertThat(arrival.live()).isFalse();
    }

    @Test
    void headersThatAnybodyCanWriteProveNothing() {
        Arrival arrival = asked(read(message(HttpMethod.POST, "/mcp", "{}"))).arrival();

        assertThat(arrival.identity()).isEmpty();
        assertThat(arrival.certificate()).isEmpty();
    }

    @Test
    void whoSignedInArrivesWhereThePlatformWritesIt() {
        TriggerRequest codec = new TriggerRequest(
                new Platform(new ClientHop(0), sent -> Optional.of(SOMEBODY), sent -> Optional.empty()), 100);

        assertThat(asked(codec.read(message(HttpMethod.POST, "/mcp", "{}"), "call-1", DEADLINE))
                        .arrival()
                        .identity())
                .hasValue(SOMEBODY);
    }

    @Test
    void aCertificateThatIsNotBelievedIsRefused() {
        TriggerRequest codec = new TriggerRequest(
                new Platform(new ClientHop(0), sent -> Optional.empty(), sent -> {
                    throw new IllegalArgumentException("not believed");
                }),
                100);

        assertThat(refused(codec.read(message(HttpMethod.POST, "/mcp", "{}"), "call-1", DEADLINE))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aPostThatCameInChunksIsToldToSendALength() {
        headers.remove("content-length");
        headers.put("transfer-encoding", "chunked");

        HttpResponse answer = refused(read(message(HttpMethod.POST, "/mcp", "")));

        assertThat(answer.status()).isEqualTo(411);
        assertThat(answer.body())
                .isInstanceOfSatisfying(
                        Bytes.class,
                        body -> assertThat(body.asUtf8()).contains("Transfer-Encoding: chunked", "Content-Length"));
    }

    @Test
    void aPostWithoutLengthOrBodyIsTakenForOneThatCameInChunks() {
        headers.remove("content-length");

        assertThat(refused(read(message(HttpMethod.POST, "/mcp", ""))).status()).isEqualTo(411);
    }

    @Test
    void anEmptyPostThatSaysSoIsForTheServerToRefuse() {
        headers.put("content-length", "0");

        assertThat(asked(read(message(HttpMethod.POST, "/mcp", ""))).body()).isEqualTo(Bytes.EMPTY);
    }

    @ParameterizedTest
    @EnumSource(
            value = HttpMethod.class,
            names = {"GET", "HEAD", "DELETE", "OPTIONS"})
    void othersNeedNoBody(HttpMethod method) {
        headers.remove("content-length");

        assertThat(asked(read(message(method, "/mcp", ""))).method()).isEqualTo(method.name());
    }

    @Test
    void aBodyMayHaveSoManyBytesAndNotOneMore() {
        headers.put("content-length", "100");
        assertThat(asked(read(message(HttpMethod.POST, "/mcp", "x".repeat(100))))
                        .body()
                        .length())
                .isEqualTo(100);
        assertThat(refused(read(message(HttpMethod.POST, "/mcp", "x".repeat(101))))
                        .status())
                .isEqualTo(413);
        assertThat(refused(read(message(HttpMethod.POST, "/mcp", "é".repeat(51))))
                        .status())
                .isEqualTo(413);
    }

    @Test
    void anAddressThatIsNoneIsRefused() {
        HttpRequestMessage<Optional<String>> message = new Unaddressed(headers);

        assertThat(refused(read(message)).status()).isEqualTo(400);
    }

    @Test
    void withoutAPathItIsTheRoot() {
        assertThat(asked(read(message(HttpMethod.GET, "", ""))).path()).isEqualTo("/");
    }

    private TriggerMessage message(HttpMethod method, String target, String body) {
        return new TriggerMessage(method, URI.create("https://app.azurewebsites.net" + target), headers, body);
    }

    private static Incoming read(HttpRequestMessage<Optional<String>> message) {
        return new TriggerRequest(Platform.PLAIN, 100).read(message, "call-1", DEADLINE);
    }

    private static HttpRequest asked(Incoming incoming) {
        return ((Incoming.Asked) incoming).request();
    }

    private static HttpResponse refused(Incoming incoming) {
        return ((Incoming.Refused) incoming).answer();
    }

    /** As the worker has it: the address is read when somebody asks for it. */
    private record Unaddressed(Map<String, String> sent) implements HttpRequestMessage<Optional<String>> {

        @Override
        public URI getUri() {
            return URI.create("https://app/{not a uri}");
        }

        @Override
        public HttpMethod getHttpMethod() {
            return HttpMethod.POST;
        }

        @Override
        public Map<String, String> getHeaders() {
            return sent;
        }

        @Override
        public Map<String, String> getQueryParameters() {
            return Map.of();
        }

        @Override
        public Optional<String> getBody() {
            return Optional.of("{}");
        }

        @Override
        public HttpResponseMessage.Builder createResponseBuilder(HttpStatus status) {
            return new TriggerAnswer().status(status);
        }

        @Override
        public HttpResponseMessage.Builder createResponseBuilder(HttpStatusType status) {
            return new TriggerAnswer().status(status);
        }
    }
}
