package dev.footbridge.call;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;
import dev.footbridge.protocol.ClientCapabilities;
import dev.footbridge.secret.SecretNames;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks the user to open a page (elicitation, URL mode), for whatever must not pass through the client: secrets,
 * payment, consent at a third party. An accepting answer means only that the user agreed to open it: check that the
 * page was really finished, by the same user, when the call runs again.
 *
 * @param url https, or http on loopback; holds no personal data and no credential
 */
public record UrlVisit(String message, URI url) implements InputRequest<UserAction> {

    public UrlVisit {
        boolean loopback = "http".equals(url.getScheme())
                && ("127.0.0.1".equals(url.getHost()) || "localhost".equals(url.getHost()));
        if (!"https".equals(url.getScheme()) && !loopback) {
            throw new IllegalArgumentException("a page to visit needs an https URL");
        }
        if (url.getUserInfo() != null || hasSecret(url.getRawQuery()) || hasSecret(url.getRawFragment())) {
            throw new IllegalArgumentException("a page to visit must not carry credentials in its URL");
        }
    }

    /** Whoever gets hold of the link must not be let in by it. */
    private static boolean hasSecret(@Nullable String pairs) {
        return pairs != null
                && Arrays.stream(pairs.split("[&;]", -1)).anyMatch(pair -> SecretNames.isOne(pair.split("=", 2)[0]));
    }

    @Override
    public String method() {
        return "elicitation/create";
    }

    @Override
    public JsonObject params() {
        return JsonObject.builder()
                .put("mode", "url")
                .put("message", message)
                .put("url", url.toString())
                .build();
    }

    @Override
    public boolean answerableBy(ClientCapabilities capabilities) {
        return capabilities.urlElicitation();
    }

    @Override
    public JsonObject requiredCapabilities() {
        return JsonObject.of("elicitation", JsonObject.of("url", JsonObject.EMPTY));
    }

    @Override
    public Optional<UserAction> read(Json result) {
        return UserAction.in(result);
    }
}
