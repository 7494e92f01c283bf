package dev.footbridge.local.command;

import dev.footbridge.audit.AuditSettings;
import dev.footbridge.local.tls.TlsSettings;
import dev.footbridge.settings.AccessTokens;
import dev.footbridge.settings.Loopback;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What somebody who called {@code serve} probably did not mean: it serves all the same. */
record Oversights(Arguments arguments, ServeOptions options) {

    private static final String SETTINGS = "footbridge.yaml";

    /**
     * One line each.
     *
     * @param url where the endpoint is
     * @param folder the one that the command was called in
     */
    List<String> found(String url, Path folder) throws CommandFailure {
        return Stream.of(elsewhere(url), leftOut(folder), unrecorded(), unenforced(), readable(), outdated())
                .flatMap(Optional::stream)
                .toList();
    }

    /** Beyond loopback there may be a proxy in between; on it there hardly is. */
    private Optional<String> elsewhere(String url) {
        return options.credentials()
                .oauth()
                .map(AccessTokens::settings)
                .map(oauth -> oauth.resource())
                .filter(Loopback::isIn)
                .filter(resource -> !sameDoor(URI.create(resource), URI.create(url)))
                .map(resource -> "oauth.resource is " + resource + ", and this server is at " + url
                        + ": clients are sent to the former");
    }

    private static boolean sameDoor(URI one, URI other) {
        return port(one) == port(other) && one.getPath().equals(other.getPath());
    }

    private static int port(URI url) {
        int usual = url.getScheme().equals("https") ? 443 : 80;
        return url.getPort() < 0 ? usual : url.getPort();
    }

    private Optional<String> leftOut(Path folder) {
        boolean guarded =
                arguments.one("--settings").isPresent() || options.credentials().fitForNetworks();
        return guarded || !Files.exists(folder.resolve(SETTINGS))
                ? Optional.empty()
                : Optional.of(SETTINGS + " is here, and was not given: it holds with --settings " + SETTINGS);
    }

    /** Looks only where there are settings: the first comparison of records costs a start dozens of classes. */
    private Optional<String> unrecorded() {
        Rulebook rulebook = options.rulebook();
        return arguments.one("--settings").isEmpty()
                        || rulebook.audit().isPresent()
                        || rulebook.settings().audit().equals(AuditSettings.DEFAULTS)
                ? Optional.empty()
                : Optional.of("the settings say what is recorded, and no records are kept: --audit FILE keeps them");
    }

    private Optional<String> unenforced() {
        return options.rulebook()
                .settings()
                .policy()
                .filter(policy -> !policy.enforced())
                .map(policy -> "the policy is not enforced (mode: log_only): what it denies is recorded, and allowed");
    }

    /** What somebody on the way can read: a proxy in front may end TLS, and then this is as it should be. */
    private Optional<String> readable() throws CommandFailure {
        boolean plain = options.credentials().tls().settings().isEmpty();
        return plain && !ServeOptions.isLoopback(options.host())
                ? Optional.of("keys and tokens come over plain HTTP to " + options.host()
                        + ": use --tls-cert and --tls-key, or a proxy that ends TLS")
                : Optional.empty();
    }

    /** Clients that look at dates are refused by nobody but themselves, and the server's log knows nothing of it. */
    private Optional<String> outdated() {
        Optional<TlsSettings> tls = options.credentials().tls().settings();
        return tls.isPresent() ? TlsCheckup.inOneLine(tls.get(), Instant.now()) : Optional.empty();
    }
}
