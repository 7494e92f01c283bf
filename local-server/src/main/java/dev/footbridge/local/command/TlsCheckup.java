package dev.footbridge.local.command;

import dev.footbridge.local.tls.CertificateDates;
import dev.footbridge.local.tls.TlsSettings;
import dev.footbridge.oauth.Remark;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks at the files of TLS, read as {@code serve} reads them, and at the dates of what is in them. */
final class TlsCheckup {

    private TlsCheckup() {}

    static List<Remark> remarks(Arguments arguments, Map<String, String> env, Instant now) throws CommandFailure {
        try {
            Optional<TlsSettings> settings = TlsOptions.of(arguments, env).settings();
            return settings.isPresent() ? remarks(settings.get(), now) : List.of();
        } catch (CommandFailure unusable) {
            if (unusable.code() == ExitCode.USAGE) {
                throw unusable;
            }
            return List.of(Remark.problem(String.valueOf(unusable.getMessage())));
        }
    }

    private static List<Remark> remarks(TlsSettings settings, Instant now) {
        List<Remark> remarks = new ArrayList<>(List.of(Remark.ok("the private key belongs to the certificate")));
        CertificateDates server = CertificateDates.ofServer(settings, now);
        server.invalid().forEach(one -> remarks.add(Remark.problem(one)));
        server.ending().forEach(one -> remarks.add(Remark.warning(one)));
        // Whether one that expired is still believed is for whoever checks a client, and not the same everywhere.
        CertificateDates authorities = CertificateDates.ofAuthorities(settings, now);
        authorities.invalid().forEach(one -> remarks.add(Remark.warning(one)));
        authorities.ending().forEach(one -> remarks.add(Remark.warning(one)));
        return remarks;
    }

    /** The same for a server that is up, all in one line; empty if nothing is to be said. */
    static Optional<String> inOneLine(TlsSettings settings, Instant now) {
        List<String> all = new ArrayList<>();
        for (CertificateDates dates :
                List.of(CertificateDates.ofServer(settings, now), CertificateDates.ofAuthorities(settings, now))) {
            all.addAll(dates.invalid());
            all.addAll(dates.ending());
        }
        return all.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", all));
    }
}
