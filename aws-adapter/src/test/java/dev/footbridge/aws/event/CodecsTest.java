package dev.footbridge.aws.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footbridge.http.Bytes;
import dev.footbridge.http.HttpRequest;
import dev.footbridge.http.HttpResponse;
import dev.footbridge.http.PlatformIdentity;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonReader;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Literal events of every front door, and the answers that they take. */
final class CodecsTest {

    private static final Instant END = Instant.parse("2026-07-28T12:00:00Z");
    private static final Invocation INVOCATION = new Invocation("i-1", END, false);
    private static final Bounds BOUNDS = new Bounds(1000, Duration.ofMillis(300));

    @Test
    void aFunctionUrlSaysWhoSigned() {
        HttpRequest request = request(FrontDoor.FUNCTION_URL, Samples.FUNCTION_URL_IAM);

        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.path()).isEqualTo("/mcp");
        assertThat(request.query()).isEqualTo("a=1&b=%20x");
        assertThat(request.headers().all("cookie")).containsExactly("one=1; two=2");
        assertThat(request.headers().single("accept")).contains("application/json,text/event-stream");
        assertThat(request.body()).isEqualTo(Bytes.utf8("{\"jsonrpc\":\"2.0\"}"));
        assertThat(request.arrival().requestId()).isEqualTo("i-1");
        assertThat(request.arrival().remoteAddress()).contains("203.0.113.9");
        assertThat(request.arrival().deadline()).contains(END.minusMillis(300));
        PlatformIdentity identity = request.arrival().identity().orElseThrow();
        assertThat(identity.kind()).isEqualTo(PlatformIdentity.Kind.AWS_IAM);
        assertThat(identity.fact("userArn")).contains("arn:aws:sts::123456789012:assumed-role/agent/alice");
        assertThat(identity.fact("cognitoIdentity")).isEmpty();
    }

    @Test
    void anHttpApiGivesClaimsAndTheStageIsTakenOff() {
        HttpRequest request = request(FrontDoor.HTTP_API, Samples.HTTP_API_JWT);

        assertThat(request.path()).isEqualTo("/mcp");
        assertThat(request.body().asUtf8()).isEqualTo("{\"jsonrpc\":\"2.0\"}");
        assertThat(request.headers().all("authorization")).containsExactly("Bearer aaa,Bearer bbb");
        PlatformIdentity identity = request.arrival().identity().orElseThrow();
        assertThat(identity.kind()).isEqualTo(PlatformIdentity.Kind.CLAIMS);
        assertThat(identity.fact("aud")).contains("https://mcp.example.com/mcp");
    }

    @Test
    void aRestApiKeepsEveryValue() {
        HttpRequest request = request(FrontDoor.REST_API, Samples.REST_API);

        assertThat(request.headers().all("origin")).containsExactly("https://a.example", "https://b.example");
        assertThat(request.query()).isEqualTo("a=1&a=2&b=x%20y");
        assertThat(request.arrival().identity().orElseThrow().fact("userArn"))
                .contains("arn:aws:iam::123456789012:user/bob");
        assertThat(request.arrival().remoteAddress()).contains("203.0.113.11");
    }

    @Test
    void aLoadBalancerSaysTheAddressThatItSaw() {
        assertThat(request(FrontDoor.ALB, Samples.ALB).arrival().remoteAddress())
                .contains("203.0.113.12");
        assertThat(request(FrontDoor.ALB, Samples.ALB).query()).isEqualTo("a=%20x");
        assertThat(request(FrontDoor.ALB, Samples.ALB_MULTI).headers().all("origin"))
                .hasSize(2);
        assertThat(request(FrontDoor.ALB, Samples.ALB).arrival().identity()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.12:41000, 203.0.113.12",
        "[2001:db8::1]:41000, 2001:db8::1",
        "[2001:db8::1], 2001:db8::1",
        "2001:db8::1, 2001:db8::1",
        "203.0.113.12, 203.0.113.12",
        "[2001:db8::1, [2001:db8::1",
    })
    void theAddressAtALoadBalancerIsTheSameForEveryConnection(String hop, String address) {
        String event = Samples.ALB.replace("203.0.113.12", hop);

        assertThat(request(FrontDoor.ALB, event).arrival().remoteAddress()).contains(address);
    }

    @Test
    void theIdentityInAPoolOfCognitoIsAFactOfTheSigner() {
        String event = Samples.FUNCTION_URL_IAM.replace(
                "\"cognitoIdentity\":null",
                "\"cognitoIdentity\":{\"amr\":[\"authenticated\"],\"identityId\":\"eu-west-1:3f29\",\"identityPoolId\":\"eu-west-1:4f29\"}");

        assertThat(request(FrontDoor.FUNCTION_URL, event)
                        .arrival()
                        .identity()
                        .orElseThrow()
                        .fact("cognitoIdentityId"))
                .contains("eu-west-1:3f29");
    }

    @Test
    void nothingInHeadersMakesAnIdentity() {
        String forged = Samples.ALB.replace(
                "\"host\":",
                "\"x-amzn-oidc-identity\":\"alice\",\"x-ms-client-principal\":\"e30=\",\"authorizer\":\"iam\",\"host\":");

        assertThat(request(FrontDoor.ALB, forged).arrival().identity()).isEmpty();
        assertThat(request(FrontDoor.ALB, forged).arrival().certificate()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "FUNCTION_URL_IAM,FUNCTION_URL",
        "HTTP_API_JWT,FUNCTION_URL",
        "REST_API,REST_API",
        "ALB,ALB",
        "ALB_MULTI,ALB"
    })
    void eventsAreTold(String sample, FrontDoor door) throws Exception {
        String event = (String) Samples.class.getDeclaredField(sample).get(null);

        assertThat(FrontDoor.of(json(event))).contains(door);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"source\":\"aws.events\",\"detail\":{}}", "{\"version\":\"2.0\"}", "{\"Records\":[]}"})
    void whatIsNoRequestIsForeign(String event) {
        assertThat(FrontDoor.of(json(event))).isEmpty();
        for (FrontDoor door : FrontDoor.values()) {
            assertThat(door.codec().read(json(event), INVOCATION, BOUNDS)).isInstanceOf(Incoming.Foreign.class);
        }
    }

    @Test
    void aBodyThatIsTooLargeIsNotDecoded() {
        String small = Base64.getEncoder().encodeToString(new byte[1000]);
        String large = Base64.getEncoder().encodeToString(new byte[1003]);

        assertThat(incoming(body(small, true))).isInstanceOf(Incoming.Asked.class);
        assertThat(status(incoming(body(large, true)))).isEqualTo(413);
        assertThat(status(incoming(body("x".repeat(1001), false)))).isEqualTo(413);
        assertThat(status(incoming(body("***", true)))).isEqualTo(400);
    }

    @Test
    void aCertificateThatCannotBeReadLetsNobodyIn() {
        String event = Samples.FUNCTION_URL_IAM.replace(
                "\"authentication\":null", "\"authentication\":{\"clientCert\":{\"clientCertPem\":\"x\"}}");

        assertThat(status(incoming(event))).isEqualTo(400);
    }

    @Test
    void aCertificateThatTheDoorVerifiedIsAFactOfTheArrival() throws Exception {
        X509Certificate known = someCertificate();
        String pem = "-----BEGIN CERTIFICATE-----\\n"
                + Base64.getEncoder().encodeToString(known.getEncoded())
                + "\\n-----END CERTIFICATE-----\\n";
        String event = Samples.FUNCTION_URL_IAM.replace(
                "\"authentication\":null", "\"authentication\":{\"clientCert\":{\"clientCertPem\":\"" + pem + "\"}}");

        byte[] expected = MessageDigest.getInstance("SHA-256").digest(known.getEncoded());
        assertThat(incoming(event))
                .isInstanceOfSatisfying(
                        Incoming.Asked.class,
                        asked -> assertThat(asked.request().arrival().certificate())
                                .get()
                                .satisfies(shown ->
                                        assertThat(shown.sha256().array()).isEqualTo(expected)));
    }

    /** One of those that this JDK trusts: a real one, and any will do. */
    private static X509Certificate someCertificate() throws Exception {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        X509TrustManager trusts = (X509TrustManager) factory.getTrustManagers()[0];
        return trusts.getAcceptedIssuers()[0];
    }

    @Test
    void answersFitTheirDoor() {
        HttpResponse response = HttpResponse.json(429, "{\"é\":1}".getBytes(StandardCharsets.UTF_8))
                .with("retry-after", "3")
                .with("set-cookie", "a=1");
        JsonObject v2 = FrontDoor.FUNCTION_URL.codec().write(response, JsonObject.EMPTY);
        JsonObject v1 = FrontDoor.REST_API.codec().write(response, JsonObject.EMPTY);
        JsonObject alb = FrontDoor.ALB.codec().write(response, json(Samples.ALB));
        JsonObject multi = FrontDoor.ALB.codec().write(response, json(Samples.ALB_MULTI));

        for (JsonObject answer : List.of(v2, v1, alb, multi)) {
            assertThat(answer.integer("statusCode")).hasValue(429);
            assertThat(answer.string("body")).contains("{\"é\":1}");
            assertThat(answer.isTrue("isBase64Encoded")).isFalse();
        }
        assertThat(v2.object("headers").orElseThrow().string("retry-after")).contains("3");
        assertThat(v2.object("headers").orElseThrow().has("set-cookie")).isFalse();
        assertThat(v2.has("cookies")).isTrue();
        assertThat(v1.has("headers")).isFalse();
        assertThat(v1.object("multiValueHeaders").orElseThrow().has("retry-after"))
                .isTrue();
        assertThat(alb.string("statusDescription")).contains("429 Too Many Requests");
        assertThat(alb.has("headers")).isTrue();
        assertThat(multi.has("multiValueHeaders")).isTrue();
    }

    @Test
    void doorsAreNamedAsInTheSettings() {
        assertThat(FrontDoor.named("function_url")).isEqualTo(FrontDoor.FUNCTION_URL);
        assertThat(FrontDoor.named("rest-api")).isEqualTo(FrontDoor.REST_API);
        assertThatThrownBy(() -> FrontDoor.named("door")).hasMessageContaining("choose function_url");
    }

    private static String body(String body, boolean encoded) {
        return Samples.FUNCTION_URL_IAM
                .replace("{\\\"jsonrpc\\\":\\\"2.0\\\"}", body)
                .replace("\"isBase64Encoded\":false", "\"isBase64Encoded\":" + encoded);
    }

    private static Incoming incoming(String event) {
        return FrontDoor.FUNCTION_URL.codec().read(json(event), INVOCATION, BOUNDS);
    }

    private static int status(Incoming incoming) {
        return incoming instanceof Incoming.Refused refused ? refused.answer().status() : 0;
    }

    private static HttpRequest request(FrontDoor door, String event) {
        Incoming incoming = door.codec().read(json(event), INVOCATION, BOUNDS);
        return Optional.of(incoming)
                .filter(Incoming.Asked.class::isInstance)
                .map(Incoming.Asked.class::cast)
                .orElseThrow(() -> new AssertionError(incoming.toString()))
                .request();
    }

    private static JsonObject json(String text) {
        return JsonReader.readObject(text).orElseThrow(() -> new AssertionError(text));
    }
}
