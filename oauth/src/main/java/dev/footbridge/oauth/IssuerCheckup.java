package dev.footbridge.oauth;

import dev.footbridge.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Looks at the issuers that settings trust as clients and this server will: their metadata, their keys. What an issuer
 * keeps to itself (exact redirects, rotation of refresh tokens) cannot be seen from here.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8414">RFC 8414</a>
 */
public final class IssuerCheckup {

    private static final Fetch FETCH = new Fetch(Duration.ofSeconds(3), Duration.ofSeconds(6), 50 * 1024);

    private final OAuthSettings settings;
    private final List<Remark> remarks = new ArrayList<>();
    private final Map<String, Optional<JsonObject>> known = new HashMap<>();

    private IssuerCheckup(OAuthSettings settings) {
        this.settings = settings;
    }

    /** Asks every issuer, one after the other; never fails. */
    public static List<Remark> of(OAuthSettings settings) {
        IssuerCheckup checkup = new IssuerCheckup(settings);
        for (TrustedIssuer issuer : settings.issuers()) {
            Optional<JsonObject> metadata = issuer.advertised() ? checkup.metadata(issuer.issuer()) : Optional.empty();
            metadata.ifPresent(document -> checkup.same(issuer.issuer(), document, "jwks_uri", issuer.jwks()));
            checkup.keys(issuer);
        }
        settings.introspector().ifPresent(checkup::introspection);
        return List.copyOf(checkup.remarks);
    }

    private void introspection(Introspector asked) {
        Optional<JsonObject> metadata = metadata(asked.issuer());
        metadata.ifPresent(document -> same(asked.issuer(), document, "introspection_endpoint", asked.endpoint()));
    }

    /** One issuer may both sign tokens and be asked about others. */
    private Optional<JsonObject> metadata(String issuer) {
        return known.computeIfAbsent(issuer, this::looked);
    }

    private Optional<JsonObject> looked(String issuer) {
        Optional<JsonObject> metadata = ServerMetadata.find(issuer, remarks);
        metadata.ifPresent(document -> new MetadataCheckup(settings, issuer, document, remarks).run());
        return metadata;
    }

    private void same(String issuer, JsonObject metadata, String name, String configured) {
        String published = metadata.string(name).orElse("");
        if (!published.equals(configured)) {
            remarks.add(Remark.warning(issuer + ": its " + name + " is "
                    + (published.isEmpty() ? "not published" : published) + ", and the settings say " + configured));
        }
    }

    private void keys(TrustedIssuer issuer) {
        try {
            KeyTable keys = KeyTable.read(FETCH.get(URI.create(issuer.jwks())));
            algorithms(issuer, keys);
        } catch (IOException unusable) {
            remarks.add(
                    Remark.problem(issuer.issuer() + ": no token can be verified, since its keys cannot be had from "
                            + issuer.jwks() + " (" + ServerMetadata.why(unusable) + ")"));
        }
    }

    private void algorithms(TrustedIssuer issuer, KeyTable keys) {
        TreeSet<String> usable = new TreeSet<>();
        long strange = 0;
        for (List<SigningKey> sameId : keys.byId().values()) {
            for (SigningKey key : sameId) {
                List<String> fit =
                        issuer.algorithms().stream().filter(key::isFor).toList();
                usable.addAll(fit);
                strange += fit.isEmpty() ? 1 : 0;
            }
        }
        if (usable.isEmpty()) {
            remarks.add(
                    Remark.problem(issuer.issuer() + ": none of its keys is for an algorithm that the settings allow: "
                            + String.join(" ", new TreeSet<>(issuer.algorithms()))));
            return;
        }
        remarks.add(Remark.ok(issuer.issuer() + ": has keys for " + String.join(" ", usable)));
        if (strange > 0) {
            remarks.add(Remark.warning(issuer.issuer() + ": " + strange
                    + " of its keys are for algorithms that the settings do not allow"));
        }
        if (keys.left() > 0) {
            remarks.add(Remark.warning(issuer.issuer() + ": " + keys.left()
                    + " of its keys cannot be used: they have no id, are too weak, or are not for signatures"));
        }
    }
}
