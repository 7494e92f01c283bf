package dev.footbridge.aws.sigv4;

import dev.footbridge.secret.HmacSha256;
import dev.footbridge.secret.Secret;
import dev.footbridge.secret.Sha256;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Signs requests as AWS verifies them (Signature Version 4 in headers), for every service but S3, whose paths are
 * written otherwise. Immutable and thread-safe.
 *
 * @param service the name that AWS signs under, such as {@code dynamodb}, {@code lambda} for function URLs or
 *     {@code execute-api} for API Gateway
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">SigV4</a>
 */
public record SigV4Signer(String region, String service) {

    static final String ALGORITHM = "AWS4-HMAC-SHA256";

    /**
     * The headers to add to a request: {@code X-Amz-Date}, {@code Authorization}, and {@code X-Amz-Security-Token} with
     * credentials that were given for a while.
     *
     * @param uri as it is sent; its host is signed, and its port where it is not the usual one
     * @param headers those that are sent and must not change on the way, {@code Host} not among them
     */
    public Map<String, String> sign(
            String method, URI uri, Map<String, String> headers, byte[] body, AwsCredentials credentials, Instant now) {
        Map<String, String> added = new LinkedHashMap<>();
        added.put("X-Amz-Date", stamp(now));
        Secret token = credentials.sessionToken();
        if (token != null) {
            added.put("X-Amz-Security-Token", token.revealText());
        }
        CanonicalRequest request = CanonicalRequest.of(method, uri.getRawPath(), uri.getRawQuery())
                .with("host", host(uri))
                .with(headers)
                .with(added);
        added.put("Authorization", authorization(request, sha256(body), credentials, stamp(now)));
        return added;
    }

    String authorization(CanonicalRequest request, String bodyHash, AwsCredentials credentials, String stamp) {
        String scope = stamp.substring(0, 8) + "/" + region + "/" + service + "/aws4_request";
        String signature =
                HexFormat.of().formatHex(hmac(key(credentials, stamp), stringToSign(request, bodyHash, stamp)));
        return ALGORITHM + " Credential=" + credentials.keyId() + "/" + scope + ", SignedHeaders="
                + request.signedHeaders() + ", Signature=" + signature;
    }

    String stringToSign(CanonicalRequest request, String bodyHash, String stamp) {
        String scope = stamp.substring(0, 8) + "/" + region + "/" + service + "/aws4_request";
        return ALGORITHM + "\n" + stamp + "\n" + scope + "\n"
                + sha256(request.text(bodyHash).getBytes(StandardCharsets.UTF_8));
    }

    static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(Sha256.of(bytes));
    }

    private byte[] key(AwsCredentials credentials, String stamp) {
        byte[] prefix = "AWS4".getBytes(StandardCharsets.UTF_8);
        byte[] secret = credentials.secretKey().reveal();
        byte[] start = new byte[prefix.length + secret.length];
        System.arraycopy(prefix, 0, start, 0, prefix.length);
        System.arraycopy(secret, 0, start, prefix.length, secret.length);
        byte[] day = hmac(start, stamp.substring(0, 8));
        return hmac(hmac(hmac(day, region), service), "aws4_request");
    }

    private static byte[] hmac(byte[] key, String text) {
        return new HmacSha256(key).of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Such as 20150830T123600Z, without the classes of a formatter. */
    private static String stamp(Instant now) {
        LocalDateTime time = LocalDateTime.ofEpochSecond(now.getEpochSecond(), 0, ZoneOffset.UTC);
        long day = (time.getYear() * 100L + time.getMonthValue()) * 100 + time.getDayOfMonth();
        long clock = 1_000_000L + (time.getHour() * 100L + time.getMinute()) * 100 + time.getSecond();
        return day + "T" + Long.toString(clock).substring(1) + "Z";
    }

    /** As the JDK's clients send it. */
    private static String host(URI uri) {
        boolean usual = uri.getPort() < 0
                || ("https".equals(uri.getScheme()) && uri.getPort() == 443)
                || ("http".equals(uri.getScheme()) && uri.getPort() == 80);
        return usual ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
    }
}
