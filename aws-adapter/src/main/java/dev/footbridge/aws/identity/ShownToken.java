package dev.footbridge.aws.identity;

import dev.footbridge.http.HttpRequest;
import dev.footbridge.http.PlatformIdentity;
import dev.footbridge.json.JsonException;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonReader;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * The claims of the very token that a gateway checked, with their types: the gateway writes {@code ["a", "b"]} and
 * {@code ["a b"]} as the same text. Believed only because the gateway says who issued it, to whom, and under which id,
 * and the token says the same.
 */
final class ShownToken {

    private static final String SCHEME = "bearer ";
    private static final List<String> AGREED = List.of("iss", "sub", "jti");

    private ShownToken() {}

    /** @return empty if it is not there, cannot be read, or is another than the gateway speaks of */
    static JsonObject claims(HttpRequest request, PlatformIdentity gateway) {
        List<String> sent = request.headers().all("authorization");
        if (sent.size() != 1 || !sent.get(0).toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            return JsonObject.EMPTY;
        }
        String[] parts = sent.get(0).substring(SCHEME.length()).strip().split("\\.", -1);
        if (parts.length != 3) {
            return JsonObject.EMPTY;
        }
        try {
            return JsonReader.read(Base64.getUrlDecoder().decode(parts[1])) instanceof JsonObject claims
                            && agree(claims, gateway)
                    ? claims
                    : JsonObject.EMPTY;
        } catch (IllegalArgumentException | JsonException unreadable) {
            return JsonObject.EMPTY;
        }
    }

    private static boolean agree(JsonObject claims, PlatformIdentity gateway) {
        return AGREED.stream()
                .allMatch(name ->
                        claims.string(name).orElse("").equals(gateway.fact(name).orElse("")));
    }
}
