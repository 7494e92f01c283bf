package dev.footbridge.settings;

import dev.footbridge.oauth.Introspector;
import dev.footbridge.oauth.OAuthSettings;
import dev.footbridge.oauth.TrustedIssuer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a function asks of its settings, the same in every cloud: each problem ends its start, in words for the
 * operator. No secret is read, so that they are known before a deployment too. Immutable.
 */
public record FunctionNeeds(Settings settings) {

    /**
     * Rules about a tool that is not there, which were meant for another, and what is not done in a function.
     *
     * @param tools the names of all there are
     */
    public List<String> problems(Collection<String> tools) {
        List<String> problems = new ArrayList<>();
        if (settings.telemetry()) {
            problems.add("telemetry: opentelemetry is not there in a function");
        }
        if (settings.secrets().sealing().isPresent()) {
            problems.add("secrets.sealing_keys is not for functions: FOOTBRIDGE_SEALING_KEYS says them");
        }
        problems.addAll(settings.strangers(tools));
        return problems;
    }

    /** Where somebody else checks who calls: there must be no credentials. */
    public List<String> behindOthers() {
        return settings.oauth().isEmpty() && settings.secrets().peppers().isEmpty()
                ? List.of()
                : List.of("oauth and secrets.key_pepper in footbridge.yaml hold with"
                        + " FOOTBRIDGE_AUTH=settings only: somebody else checks who calls");
    }

    /** Where the function itself checks who calls: somebody must be let in. */
    public List<String> atItsOwnDoor() {
        if (settings.oauth().isEmpty() && settings.secrets().peppers().isEmpty()) {
            return List.of("FOOTBRIDGE_AUTH=settings needs oauth, or secrets.key_pepper for API"
                    + " keys, in footbridge.yaml: without one of them anybody could call");
        }
        // Each process would ask for nonces of its own, and clients would be asked again at each.
        boolean asked = settings.oauth().map(OAuthSettings::nonces).orElse(false);
        return asked && settings.secrets().nonces().isEmpty()
                ? List.of("oauth.dpop_nonce needs secrets.nonce_key, which all environments know")
                : List.of();
    }

    /** Where the function checks who calls, and has nowhere to keep anything. */
    public List<String> withoutTable() {
        return settings.secrets().peppers().isEmpty()
                ? List.of()
                : List.of("secrets.key_pepper is for API keys, which are kept in FOOTBRIDGE_TABLE, and none is named");
    }

    /** What only leads somewhere on the machine where it was written: the function starts, and lets nobody in. */
    public List<String> localUrls() {
        return settings.oauth().map(FunctionNeeds::localUrls).orElse(List.of());
    }

    private static List<String> localUrls(OAuthSettings oauth) {
        List<String> urls = new ArrayList<>();
        if (Loopback.isIn(oauth.resource())) {
            urls.add("oauth.resource is " + oauth.resource() + ", where clients find nothing but their own machine");
        }
        Stream.concat(
                        oauth.issuers().stream().map(TrustedIssuer::issuer),
                        oauth.introspector().map(Introspector::issuer).stream())
                .filter(Loopback::isIn)
                .forEach(issuer ->
                        urls.add("the issuer " + issuer + " is on this machine, where no function reaches it"));
        return urls;
    }
}
