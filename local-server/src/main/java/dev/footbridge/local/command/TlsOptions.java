package dev.footbridge.local.command;

import dev.footbridge.local.WatchedFile;
import dev.footbridge.local.tls.ClientTrust;
import dev.footbridge.local.tls.ClientTrust.Demand;
import dev.footbridge.local.tls.TlsException;
import dev.footbridge.local.tls.TlsIdentity;
import dev.footbridge.local.tls.TlsSettings;
import dev.footbridge.secret.Secret;
import dev.footbridge.security.AllowedCertificates;
import dev.footbridge.security.CertificateRules;
import dev.footbridge.security.DeniedCertificates;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The files of TLS, read: whether {@code serve} speaks it, and whose certificates clients may show. */
record TlsOptions(Optional<TlsSettings> settings, Optional<CertificateRules> rules) {

    static final TlsOptions PLAIN = new TlsOptions(Optional.empty(), Optional.empty());

    private static final String PASSWORD = "FOOTBRIDGE_TLS_PASSWORD";

    /** Fixed, so that callers stay the same when the file of the authorities is moved. */
    private static final String TRUST = "client-ca";

    static TlsOptions of(Arguments arguments, Map<String, String> env) throws CommandFailure {
        checkTogether(arguments);
        Optional<Path> key = path(arguments, "--tls-key");
        if (key.isEmpty()) {
            return PLAIN;
        }
        Demand demand = demand(arguments);
        try {
            TlsSettings settings = TlsSettings.of(identity(key.get(), path(arguments, "--tls-cert"), env));
            Optional<Path> authorities = path(arguments, "--client-ca");
            if (authorities.isEmpty()) {
                return new TlsOptions(Optional.of(settings), Optional.empty());
            }
            return new TlsOptions(
                    Optional.of(settings.withClients(ClientTrust.ofPem(authorities.get(), demand))),
                    Optional.of(rules(path(arguments, "--allow-certs"), path(arguments, "--deny-certs"))));
        } catch (TlsException | IllegalArgumentException unusable) {
            throw CommandFailure.start(String.valueOf(unusable.getMessage()));
        }
    }

    /** Whether no request gets in without a certificate. */
    boolean needsCertificates() {
        return settings.flatMap(TlsSettings::clients)
                .filter(trust -> trust.demand() == Demand.NEED)
                .isPresent();
    }

    String scheme() {
        return settings.isPresent() ? "https" : "http";
    }

    /** @throws IllegalArgumentException if a list cannot be used */
    private static CertificateRules rules(Optional<Path> allowed, Optional<Path> denied) {
        CertificateRules rules = CertificateRules.of(TRUST);
        if (allowed.isPresent()) {
            rules = rules.withAllowed(WatchedFile.open("the allow list", allowed.get(), AllowedCertificates::parse));
        }
        return denied.isPresent()
                ? rules.withDenied(WatchedFile.open("the deny list", denied.get(), DeniedCertificates::parse))
                : rules;
    }

    private static TlsIdentity identity(Path key, Optional<Path> chain, Map<String, String> env)
            throws TlsException, CommandFailure {
        if (chain.isPresent()) {
            return TlsIdentity.ofPem(chain.get(), key);
        }
        String password = env.get(PASSWORD);
        if (password == null) {
            throw CommandFailure.usage("--tls-key without --tls-cert is a PKCS#12 file, and the variable " + PASSWORD
                    + " must have its password; a key in PEM needs --tls-cert too");
        }
        return TlsIdentity.ofPkcs12(key, Secret.ofText(password));
    }

    private static void checkTogether(Arguments arguments) throws CommandFailure {
        for (String option : List.of("--tls-cert", "--client-ca")) {
            if (arguments.has(option) && !arguments.has("--tls-key")) {
                throw CommandFailure.usage(option + " needs --tls-key FILE, the private key of this server");
            }
        }
        for (String option : List.of("--client-auth", "--allow-certs", "--deny-certs")) {
            if (arguments.has(option) && !arguments.has("--client-ca")) {
                throw CommandFailure.usage(
                        option + " needs --client-ca FILE, the authorities of the clients' certificates");
            }
        }
    }

    private static Demand demand(Arguments arguments) throws CommandFailure {
        String word = arguments.one("--client-auth").orElse("need");
        for (Demand demand : Demand.values()) {
            if (demand.name().toLowerCase(Locale.ROOT).equals(word)) {
                return demand;
            }
        }
        throw CommandFailure.usage("--client-auth must be need or want, is '" + word + "'");
    }

    private static Optional<Path> path(Arguments arguments, String option) throws CommandFailure {
        Optional<String> file = arguments.one(option);
        if (file.isPresent() && file.get().isBlank()) {
            throw CommandFailure.usage(option + " needs the name of a file, is empty");
        }
        return file.map(Path::of);
    }
}
