package dev.footbridge.testkit.lambda;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A request as it is signed.
 *
 * @param signed names of the headers that are signed
 */
record CanonicalText(DoorRequest request, List<String> signed) {

    String signature(String secret, String stamp, String scope) {
        String text = "AWS4-HMAC-SHA256\n" + stamp + "\n" + stamp.substring(0, 8) + scope + "\n"
                + sha256(text().getBytes(StandardCharsets.UTF_8));
        byte[] key = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
        for (String part : (stamp.substring(0, 8) + scope).split("/", -1)) {
            key = hmac(key, part);
        }
        return HexFormat.of().formatHex(hmac(key, text));
    }

    private String text() {
        String headers = signed.stream()
                .map(name -> name + ":" + String.join(",", values(name)) + "\n")
                .collect(Collectors.joining());
        return request.method() + "\n" + encoded(request.path()).replace("%2F", "/") + "\n" + query() + "\n" + headers
                + "\n" + String.join(";", signed) + "\n" + sha256(request.body().array());
    }

    private List<String> values(String name) {
        return request.headers().getOrDefault(name, List.of()).stream()
                .map(value -> value.strip().replaceAll(" +", " "))
                .toList();
    }

    private String query() {
        return Stream.of(request.query().split("&", -1))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> pair.contains("=") ? pair : pair + "=")
                .map(pair -> {
                    String[] parts = pair.split("=", 2);
                    return encoded(decoded(parts[0])) + "=" + encoded(decoded(parts[1]));
                })
                .sorted()
                .collect(Collectors.joining("&"));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
