package dev.footbridge.oauth;

import dev.footbridge.json.JsonException;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonReader;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds what an authorization server publishes about itself, where clients look for it: RFC 8414 §3, then OpenID
 * Connect Discovery 1.0 §4, whose place is another for issuers with a path.
 */
final class ServerMetadata {

    private static final Fetch FETCH = new Fetch(Duration.ofSeconds(3), Duration.ofSeconds(6), 256 * 1024);

    private ServerMetadata() {}

    /** Where clients look, in their order. */
    static List<URI> places(String issuer) {
        URI uri = URI.create(issuer);
        String origin = Endpoints.origin(uri);
        String path = uri.getRawPath().replaceFirst("/+$", "");
        List<URI> places = new ArrayList<>();
        places.add(URI.create(origin + "/.well-known/oauth-authorization-server" + path));
        places.add(URI.create(origin + "/.well-known/openid-configuration" + path));
        if (!path.isEmpty()) {
            places.add(URI.create(origin + path + "/.well-known/openid-configuration"));
        }
        return places;
    }

    /**
     * The document of the issuer, the first if there are several; every one must name the issuer as it is configured.
     */
    static Optional<JsonObject> find(String issuer, List<Remark> remarks) {
        Optional<JsonObject> found = Optional.empty();
        List<String> missing = new ArrayList<>();
        for (URI place : places(issuer)) {
            try {
                JsonObject document = read(place);
                remarks.add(named(issuer, document, place));
                found = found.isPresent() ? found : Optional.of(document);
            } catch (IOException unreadable) {
                missing.add(place + " (" + why(unreadable) + ")");
            }
        }
        if (found.isEmpty()) {
            remarks.add(Remark.problem(issuer + ": clients cannot find out where to log in; there is no metadata at "
                    + String.join(", nor at ", missing)));
        }
        return found;
    }

    /** RFC 8414 §3.3: byte for byte, or clients must not use the document. */
    private static Remark named(String issuer, JsonObject document, URI place) {
        String own = document.string("issuer").orElse("");
        if (own.equals(issuer)) {
            return Remark.ok(issuer + ": publishes itself at " + place);
        }
        return Remark.problem(issuer + ": calls itself " + (own.isEmpty() ? "nothing" : own) + " at " + place
                + "; both must be the same, byte for byte");
    }

    private static JsonObject read(URI place) throws IOException {
        try {
            if (JsonReader.read(FETCH.get(place)) instanceof JsonObject document) {
                return document;
            }
        } catch (JsonException notJson) {
            throw new IOException("no JSON", notJson);
        }
        throw new IOException("no JSON object");
    }

    static String why(IOException failure) {
        String message = failure.getMessage();
        return message == null ? "no answer" : message;
    }
}
