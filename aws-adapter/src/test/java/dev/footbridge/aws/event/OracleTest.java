package dev.footbridge.aws.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.ApplicationLoadBalancerRequestEvent;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import dev.footbridge.http.HttpRequest;
import dev.footbridge.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whatever AWS's own types read from an event, our codec reads the same. */
final class OracleTest {

    @Test
    void payload2() {
        for (String event : List.of(Samples.FUNCTION_URL_IAM, Samples.HTTP_API_JWT)) {
            APIGatewayV2HTTPEvent theirs = read(event, APIGatewayV2HTTPEvent.class);
            HttpRequest ours = ours(FrontDoor.FUNCTION_URL, event);
            APIGatewayV2HTTPEvent.RequestContext context = theirs.getRequestContext();

            assertThat(ours.method()).isEqualTo(context.getHttp().getMethod());
            assertThat(theirs.getRawPath()).endsWith(ours.path());
            assertThat(ours.query()).isEqualTo(theirs.getRawQueryString());
            assertThat(ours.arrival().remoteAddress())
                    .contains(context.getHttp().getSourceIp());
            theirs.getHeaders()
                    .forEach((name, value) ->
                            assertThat(ours.headers().all(name)).containsExactly(value));
            if (theirs.getCookies() != null) {
                assertThat(ours.headers().single("cookie")).contains(String.join("; ", theirs.getCookies()));
            }
            if (context.getAuthorizer().getIam() != null) {
                assertThat(ours.arrival().identity().orElseThrow().fact("userArn"))
                        .contains(context.getAuthorizer().getIam().getUserArn());
                assertThat(ours.arrival().identity().orElseThrow().fact("callerId"))
                        .contains(context.getAuthorizer().getIam().getCallerId());
            } else {
                context.getAuthorizer()
                        .getJwt()
                        .getClaims()
                        .forEach((name, value) -> assertThat(
                                        ours.arrival().identity().orElseThrow().fact(name))
                                .contains(value));
            }
        }
    }

    @Test
    void payload1() {
        APIGatewayProxyRequestEvent theirs = read(Samples.REST_API, APIGatewayProxyRequestEvent.class);
        HttpRequest ours = ours(FrontDoor.REST_API, Samples.REST_API);

        assertThat(ours.method()).isEqualTo(theirs.getHttpMethod());
        assertThat(ours.path()).isEqualTo(theirs.getPath());
        assertThat(ours.body().asUtf8()).isEqualTo(theirs.getBody());
        assertSame(theirs.getMultiValueHeaders(), ours);
        assertThat(ours.arrival().remoteAddress())
                .contains(theirs.getRequestContext().getIdentity().getSourceIp());
        assertThat(ours.arrival().identity().orElseThrow().fact("userArn"))
                .contains(theirs.getRequestContext().getIdentity().getUserArn());
    }

    @Test
    void loadBalancers() {
        ApplicationLoadBalancerRequestEvent one = read(Samples.ALB, ApplicationLoadBalancerRequestEvent.class);
        ApplicationLoadBalancerRequestEvent all = read(Samples.ALB_MULTI, ApplicationLoadBalancerRequestEvent.class);

        one.getHeaders()
                .forEach((name, value) -> assertThat(
                                ours(FrontDoor.ALB, Samples.ALB).headers().all(name))
                        .containsExactly(value));
        assertSame(all.getMultiValueHeaders(), ours(FrontDoor.ALB, Samples.ALB_MULTI));
        assertThat(ours(FrontDoor.ALB, Samples.ALB).method()).isEqualTo(one.getHttpMethod());
        assertThat(ours(FrontDoor.ALB, Samples.ALB).path()).isEqualTo(one.getPath());
    }

    private static void assertSame(Map<String, List<String>> theirs, HttpRequest ours) {
        theirs.forEach((name, values) ->
                assertThat(ours.headers().all(name.toLowerCase(Locale.ROOT))).isEqualTo(values));
    }

    private static <T> T read(String event, Class<T> type) {
        return LambdaEventSerializers.serializerFor(type, OracleTest.class.getClassLoader())
                .fromJson(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)));
    }

    private static HttpRequest ours(FrontDoor door, String event) {
        Incoming incoming = door.codec()
                .read(
                        JsonReader.readObject(event).orElseThrow(),
                        new Invocation("i", Instant.EPOCH, false),
                        new Bounds(1000, Duration.ZERO));
        return ((Incoming.Asked) incoming).request();
    }
}
