package dev.footbridge.testkit.functions;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * How the platform around the host is set up.
 *
 * @param easyAuth App Service Authentication: what it finds out about the caller, as headers such as
 *     {@code x-ms-client-principal}; it throws {@link SecurityException} for a caller it does not let in, who gets 401.
 *     Empty where it is off
 * @param certificates certificate mode: the client's certificate as {@code X-ARR-ClientCert} has it, empty for a client
 *     that shows none. Empty where the mode is off
 * @param bodyLimit the most bytes of a request's body
 * @param homepage whether {@code GET /} is the platform's own page, as it is unless {@code AzureWebJobsDisableHomepage}
 *     says otherwise
 */
public record Platform(
        Optional<Function<HostRequest, Map<String, String>>> easyAuth,
        Optional<Function<HostRequest, Optional<String>>> certificates,
        int bodyLimit,
        boolean homepage) {

    /** Nothing is checked on the way, which is what a new app has. */
    public static final Platform PLAIN = new Platform(Optional.empty(), Optional.empty(), 100_000_000, false);

    public Platform withEasyAuth(Function<HostRequest, Map<String, String>> by) {
        return new Platform(Optional.of(by), certificates, bodyLimit, homepage);
    }

    public Platform withCertificates(Function<HostRequest, Optional<String>> by) {
        return new Platform(easyAuth, Optional.of(by), bodyLimit, homepage);
    }

    public Platform withBodyLimit(int bytes) {
        return new Platform(easyAuth, certificates, bytes, homepage);
    }

    public Platform withHomepage() {
        return new Platform(easyAuth, certificates, bodyLimit, true);
    }
}
