package dev.footbridge.local.tls;

import dev.footbridge.text.ShownText;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/**
 * When certificates hold. A server starts with any; whoever looks at their dates is its client, and later its operator.
 * Immutable.
 *
 * @param whose they are, for what is said of them
 */
public record CertificateDates(String whose, List<X509Certificate> certificates, Instant now) {

    private static final Duration SOON = Duration.ofDays(30);

    /** Of what the server shows. */
    public static CertificateDates ofServer(TlsSettings settings, Instant now) {
        return new CertificateDates("this server", settings.identity().chain(), now);
    }

    /** Of the authorities whose clients are believed, if there are any. */
    public static CertificateDates ofAuthorities(TlsSettings settings, Instant now) {
        List<X509Certificate> authorities =
                settings.clients().map(ClientTrust::authorities).orElse(List.of());
        return new CertificateDates("the authorities of clients", authorities, now);
    }

    /** Those that do not hold now, one sentence each. */
    public List<String> invalid() {
        Stream<String> ended = certificates.stream()
                .filter(one -> end(one).isBefore(now))
                .map(one -> name(one) + " expired on " + day(end(one)));
        Stream<String> early = certificates.stream()
                .filter(one -> now.isBefore(one.getNotBefore().toInstant()))
                .map(one ->
                        name(one) + " is not valid before " + one.getNotBefore().toInstant());
        return Stream.concat(ended, early).toList();
    }

    /** Those that will not hold much longer, one sentence each. */
    public List<String> ending() {
        return certificates.stream()
                .filter(one -> !end(one).isBefore(now) && end(one).isBefore(now.plus(SOON)))
                .map(one -> name(one) + " expires on " + day(end(one)) + ", in "
                        + Duration.between(now, end(one)).toDays() + " days")
                .toList();
    }

    private static Instant end(X509Certificate certificate) {
        return certificate.getNotAfter().toInstant();
    }

    private static String day(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }

    private String name(X509Certificate certificate) {
        return "the certificate "
                + ShownText.of(certificate.getSubjectX500Principal().getName()) + " of " + whose;
    }
}
