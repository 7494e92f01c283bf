package dev.footbridge.policy;

import dev.footbridge.call.AuthMethod;
import dev.footbridge.call.NamePattern;
import dev.footbridge.json.StrictObject;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads a kind of caller. */
final class WhoReader {

    private WhoReader() {}

    static Who read(StrictObject entry) {
        Who who = new Who(
                patterns(entry, "tenant"),
                patterns(entry, "issuer"),
                patterns(entry, "subject"),
                patterns(entry, "client"),
                Set.copyOf(entry.texts("group")),
                Set.copyOf(entry.each(
                        "auth",
                        "must be of: none, local, token, api_key, oauth_jwt, oauth_opaque, mtls, iam, entra",
                        WhoReader::method)));
        if (entry.names().isEmpty()) {
            entry.problem("", "must say something of these callers; everybody is *");
        }
        entry.end();
        return who;
    }

    private static List<NamePattern> patterns(StrictObject entry, String name) {
        return entry.each(name, "", NamePattern::new);
    }

    private static AuthMethod method(String text) {
        if (!text.equals(text.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException(text);
        }
        return AuthMethod.valueOf(text.toUpperCase(Locale.ROOT));
    }
}
