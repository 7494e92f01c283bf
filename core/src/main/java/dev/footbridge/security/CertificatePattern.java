package dev.footbridge.security;

import dev.footbridge.http.ClientCertificate.AlternativeName;
import dev.footbridge.http.ClientCertificate.Kind;
import java.util.List;
import java.util.Locale;

/**
 * Which alternative names may call: {@code uri:spiffe://example.org/agents/*}, {@code dns:*.agents.example.org},
 * {@code email:*@example.org}. A star stands for one character or more of one segment: it never reaches over the slash
 * of a URI, the dot of a host name, the at sign of an address. Immutable.
 */
public record CertificatePattern(Kind kind, String text) {

    /** @throws IllegalArgumentException if a segment has two stars */
    public CertificatePattern {
        for (String segment : segments(kind, text)) {
            if (segment.indexOf('*') != segment.lastIndexOf('*')) {
                throw new IllegalArgumentException("a segment of a certificate pattern has one star at most");
            }
        }
    }

    /** @throws IllegalArgumentException if it names no kind, or nothing after it */
    public static CertificatePattern parse(String text) {
        int colon = text.indexOf(':');
        String rest = text.substring(colon + 1);
        if (colon > 0 && !rest.isEmpty()) {
            for (Kind kind : Kind.values()) {
                if (kind.name().equalsIgnoreCase(text.substring(0, colon))) {
                    return new CertificatePattern(kind, rest);
                }
            }
        }
        throw new IllegalArgumentException("a certificate pattern begins with uri:, dns: or email:");
    }

    boolean matches(AlternativeName name) {
        List<String> ours = segments(kind, text);
        List<String> theirs = segments(name.kind(), name.text());
        if (kind != name.kind() || ours.size() != theirs.size()) {
            return false;
        }
        for (int i = 0; i < ours.size(); i++) {
            if (!matches(ours.get(i), theirs.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean matches(String pattern, String segment) {
        int star = pattern.indexOf('*');
        if (star < 0) {
            return pattern.equals(segment);
        }
        return segment.length() >= pattern.length()
                && segment.startsWith(pattern.substring(0, star))
                && segment.endsWith(pattern.substring(star + 1));
    }

    private static List<String> segments(Kind kind, String text) {
        return switch (kind) {
            case URI -> List.of(text.split("/", -1));
            case DNS -> List.of(text.toLowerCase(Locale.ROOT).split("\\.", -1));
            case EMAIL -> List.of(text.split("@", -1));
        };
    }
}
