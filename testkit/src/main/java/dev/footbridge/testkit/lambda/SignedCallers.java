package dev.footbridge.testkit.lambda;

import dev.footbridge.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A front door with IAM: it knows one access key, verifies the signature of each request (Signature Version 4 in
 * headers) and says whose it is, under {@code authorizer} as function URLs do. Written apart from the signer of the
 * adapter, so that each proves the other.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">SigV4</a>
 */
public final class SignedCallers implements Function<DoorRequest, JsonObject> {

    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final Duration SKEW = Duration.ofMinutes(5);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Key key;
    private final String scope;
    private final InstantSource clock;

    /**
     * What AWS would know of an access key.
     *
     * @param token of credentials that were given for a while; empty for none
     */
    public record Key(String id, String secret, String token) {
        @Override
        public String toString() {
            return "Key[" + id + "]";
        }
    }

    /** @param service what has to be signed for: {@code lambda} for function URLs, else {@code execute-api} */
    public SignedCallers(Key key, String region, String service, InstantSource clock) {
        this.key = key;
        this.scope = "/" + region + "/" + service + "/aws4_request";
        this.clock = clock;
    }

    /** @throws SecurityException in words for the client, if the request is not signed as it has to be */
    @Override
    public JsonObject apply(DoorRequest request) {
        Authorization said = Authorization.of(request.header("authorization"));
        String stamp = request.header("x-amz-date");
        require(said.names().contains("host") && said.names().contains("x-amz-date"), "Host and date must be signed");
        require(fresh(stamp), "The signature is not of this time");
        require(said.credential().startsWith(key.id() + "/"), "The security token or key is not known");
        require(request.header("x-amz-security-token").equals(key.token()), "The security token or key is not known");
        require(
                said.credential().equals(key.id() + "/" + stamp.substring(0, 8) + scope),
                "The credential is scoped to another date, region or service");
        String due = new CanonicalText(request, said.names()).signature(key.secret(), stamp, scope);
        require(
                MessageDigest.isEqual(
                        due.getBytes(StandardCharsets.US_ASCII),
                        said.signature().getBytes(StandardCharsets.UTF_8)),
                "The signature is not the one that this request and key make");
        return JsonObject.of("iam", caller());
    }

    private JsonObject caller() {
        return JsonObject.builder()
                .put("accessKey", key.id())
                .put("accountId", "123456789012")
                .put("callerId", "AROAEXAMPLE:agent")
                .put("userArn", "arn:aws:sts::123456789012:assumed-role/callers/agent")
                .put("userId", "AROAEXAMPLE:agent")
                .build();
    }

    private boolean fresh(String stamp) {
        try {
            Instant signed = Instant.from(STAMP.parse(stamp));
            return Duration.between(signed, clock.instant()).abs().compareTo(SKEW) <= 0;
        } catch (DateTimeParseException unreadable) {
            return false;
        }
    }

    private static void require(boolean held, String otherwise) {
        if (!held) {
            throw new SecurityException(otherwise);
        }
    }

    /** What a signed request says of its signature. */
    private record Authorization(String credential, List<String> names, String signature) {

        static Authorization of(String header) {
            require(header.startsWith(ALGORITHM + " "), "The request is not signed");
            List<String> parts =
                    Arrays.asList(header.substring(ALGORITHM.length() + 1).split(",\\s*", -1));
            return new Authorization(
                    part(parts, "Credential="),
                    Arrays.asList(part(parts, "SignedHeaders=").split(";", -1)),
                    part(parts, "Signature="));
        }

        private static String part(List<String> parts, String name) {
            Optional<String> part =
                    parts.stream().filter(one -> one.startsWith(name)).findFirst();
            require(part.isPresent(), "The signature has no " + name);
            return part.get().substring(name.length());
        }
    }
}
