package dev.footbridge.aws.sigv4;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.secret.Secret;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

final class SigV4SignerTest {

    private static final Instant NOW = Instant.parse("2015-08-30T12:36:00Z");
    private static final String KEY = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    private static final AwsCredentials CREDENTIALS =
            new AwsCredentials("AKIDEXAMPLE", Secret.ofText(KEY), null, Instant.MAX);
    private static final Set<String> OURS = Set.of("host", "authorization", "x-amz-date", "x-amz-security-token");
    /** Without {@code ..}, of which the SDK keeps those at the beginning; the suite has them. */
    private static final List<String> PIECES = List.of(
            "a",
            "Z",
            "0",
            "-",
            "_",
            ".",
            "~",
            "/",
            "//",
            "/./",
            "%20",
            "%2F",
            "%E2%82%AC",
            "!",
            "'",
            "(",
            ")",
            "*",
            ":",
            "@",
            "$",
            ",",
            ";");

    @Test
    void thePublishedExampleHasThePublishedSignature() {
        Map<String, String> added = new SigV4Signer("us-east-1", "service")
                .sign("GET", URI.create("https://example.amazonaws.com/"), Map.of(), new byte[0], CREDENTIALS, NOW);

        assertThat(added)
                .containsEntry("X-Amz-Date", "20150830T123600Z")
                .containsEntry(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, "
                                + "SignedHeaders=host;x-amz-date, "
                                + "Signature=5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31");
    }

    @Test
    void randomRequestsAreSignedAsTheSdkSignsThem() {
        Random random = new Random(20150830);
        for (int i = 0; i < 500; i++) {
            URI uri = URI.create("https://" + (i % 3 == 0 ? "example.com:8443" : "example.com") + path(random)
                    + (random.nextBoolean() ? "?" + query(random) : ""));
            byte[] body = "b".repeat(random.nextInt(3)).getBytes(StandardCharsets.UTF_8);
            AwsCredentials credentials = random.nextBoolean()
                    ? CREDENTIALS
                    : new AwsCredentials("AKID" + i, Secret.ofText("k" + i), Secret.ofText("token/+" + i), Instant.MAX);
            Instant now = Instant.ofEpochSecond(random.nextInt(2_000_000_000));
            Map<String, List<String>> signed = bySdk(uri, body, credentials, now);
            Map<String, String> headers = new LinkedHashMap<>();
            signed.forEach((name, values) -> {
                if (!OURS.contains(name.toLowerCase(Locale.ROOT))) {
                    headers.put(name, String.join(",", values));
                }
            });

            assertThat(new SigV4Signer("eu-central-1", "lambda").sign("POST", uri, headers, body, credentials, now))
                    .as(uri.toString())
                    .containsEntry("Authorization", String.join("", signed.get("Authorization")))
                    .containsEntry("X-Amz-Date", String.join("", signed.get("X-Amz-Date")));
        }
    }

    @Test
    void credentialsShowNoSecret() {
        assertThat(CREDENTIALS.toString()).doesNotContain(KEY).contains("***");
    }

    private static Map<String, List<String>> bySdk(URI uri, byte[] body, AwsCredentials credentials, Instant now) {
        SdkHttpRequest request = SdkHttpRequest.builder()
                .uri(uri)
                .method(SdkHttpMethod.POST)
                .putHeader("Content-Type", "application/json")
                .putHeader("X-Spaces", "  a   b  ")
                .build();
        return AwsV4HttpSigner.create()
                .sign(signing -> signing.identity(identity(credentials))
                        .request(request)
                        .payload(ContentStreamProvider.fromByteArray(body))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "lambda")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "eu-central-1")
                        .putProperty(AwsV4HttpSigner.SIGNING_CLOCK, Clock.fixed(now, ZoneOffset.UTC)))
                .request()
                .headers();
    }

    private static AwsCredentialsIdentity identity(AwsCredentials credentials) {
        String secret = credentials.secretKey().revealText();
        Secret token = credentials.sessionToken();
        return token == null
                ? AwsCredentialsIdentity.create(credentials.keyId(), secret)
                : AwsSessionCredentialsIdentity.create(credentials.keyId(), secret, token.revealText());
    }

    private static String path(Random random) {
        StringBuilder path = new StringBuilder("/");
        for (int i = random.nextInt(6); i > 0; i--) {
            path.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return path.toString().replaceAll("\\.{2,}", ".") + (random.nextBoolean() ? "x" : "x/");
    }

    private static String query(Random random) {
        StringBuilder query = new StringBuilder();
        for (int i = random.nextInt(4); i >= 0; i--) {
            query.append("abAB".charAt(random.nextInt(4))).append(random.nextInt(2) == 0 ? "=" : "=%C3%A9" + i);
            query.append(i == 0 ? "" : "&");
        }
        return query.toString();
    }
}
