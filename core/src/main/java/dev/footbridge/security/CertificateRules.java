package dev.footbridge.security;

import java.util.function.Supplier;

/**
 * What a client certificate counts for. Immutable.
 *
 * @param trust the name of the set of authorities behind it: callers of two trusts are never the same
 * @param denied asked for every request; one that fails refuses the request
 * @param allowed likewise: which of all that those authorities vouch for count
 */
public record CertificateRules(
        String trust, Use use, Supplier<DeniedCertificates> denied, Supplier<AllowedCertificates> allowed) {

    /** Whether a certificate is the credential of a request, or stands beside it. */
    public enum Use {
        /** It says who calls. A request that brings another credential too brings two, and is refused. */
        CREDENTIAL,
        /** It never says who calls: another credential does, which may be bound to it (RFC 8705 §3). */
        ADDITIONAL
    }

    public CertificateRules {
        if (trust.isEmpty()) {
            throw new IllegalArgumentException("a trust needs a name");
        }
    }

    /** Every certificate of that trust is a credential. */
    public static CertificateRules of(String trust) {
        return new CertificateRules(
                trust, Use.CREDENTIAL, () -> DeniedCertificates.NONE, () -> AllowedCertificates.ALL);
    }

    public CertificateRules withUse(Use value) {
        return new CertificateRules(trust, value, denied, allowed);
    }

    public CertificateRules withDenied(Supplier<DeniedCertificates> value) {
        return new CertificateRules(trust, use, value, allowed);
    }

    public CertificateRules withAllowed(Supplier<AllowedCertificates> value) {
        return new CertificateRules(trust, use, denied, value);
    }
}
