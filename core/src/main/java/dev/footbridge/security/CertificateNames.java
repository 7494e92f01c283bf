package dev.footbridge.security;

import dev.footbridge.http.ClientCertificate;
import dev.footbridge.http.ClientCertificate.AlternativeName;
import dev.footbridge.http.ClientCertificate.Kind;
import java.util.Optional;

/** Which of a certificate's names is the caller's. */
final class CertificateNames {

    /** What stands before the hash of a key that has no name. */
    static final String KEY = "spki:";

    private static final int MAX_LENGTH = 512;

    private CertificateNames() {}

    /** The first URI, else the first host name, else the first e-mail address. */
    static Optional<AlternativeName> of(ClientCertificate certificate) {
        for (Kind kind : Kind.values()) {
            for (AlternativeName name : certificate.names()) {
                if (name.kind() == kind) {
                    return Optional.of(name);
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Whether no name of another kind could read like it: an authority that vouches for e-mail addresses must not be
     * able to vouch for a URI by writing it where an address belongs.
     */
    static boolean isSound(AlternativeName name) {
        String text = name.text();
        if (text.isEmpty() || text.length() > MAX_LENGTH || !text.chars().allMatch(c -> c > ' ' && c < 127)) {
            return false;
        }
        return switch (name.kind()) {
            case URI -> text.indexOf(':') > 0 && !text.regionMatches(true, 0, KEY, 0, KEY.length());
            case DNS -> text.indexOf(':') < 0 && text.indexOf('@') < 0 && text.indexOf('/') < 0;
            case EMAIL -> text.indexOf('@') > 0 && text.indexOf(':') < 0 && text.indexOf('/') < 0;
        };
    }
}
