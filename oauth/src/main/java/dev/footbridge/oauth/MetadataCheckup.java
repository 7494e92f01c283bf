package dev.footbridge.oauth;

import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonString;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What an authorization server's metadata says about what clients of an MCP server need from it. Not thread-safe. */
final class MetadataCheckup {

    private static final List<String> NEEDED = List.of("authorization_endpoint", "token_endpoint");
    private static final List<String> POSSIBLE = List.of(
            "jwks_uri",
            "registration_endpoint",
            "introspection_endpoint",
            "revocation_endpoint",
            "pushed_authorization_request_endpoint");

    private final OAuthSettings settings;
    private final String issuer;
    private final JsonObject metadata;
    private final List<Remark> remarks;

    MetadataCheckup(OAuthSettings settings, String issuer, JsonObject metadata, List<Remark> remarks) {
        this.settings = settings;
        this.issuer = issuer;
        this.metadata = metadata;
        this.remarks = remarks;
    }

    void run() {
        endpoints();
        proofKeys();
        mixUps();
        newClients();
        scopes();
        if (settings.proofs() != Binding.OFF) {
            binding(metadata.has("dpop_signing_alg_values_supported"), "a key (DPoP)");
        }
        if (settings.certificates() != Binding.OFF) {
            binding(metadata.isTrue("tls_client_certificate_bound_access_tokens"), "a client certificate");
        }
    }

    private void endpoints() {
        List<String> problems = new ArrayList<>();
        for (String name : NEEDED) {
            if (metadata.string(name).isEmpty()) {
                problems.add("there is no " + name);
            }
        }
        for (String name : POSSIBLE) {
            metadata.string(name).ifPresent(url -> Endpoints.check(name, url, problems));
        }
        for (String name : NEEDED) {
            metadata.string(name).ifPresent(url -> Endpoints.check(name, url, problems));
        }
        problems.forEach(problem -> say(Remark.Level.PROBLEM, problem));
        if (problems.isEmpty()) {
            say(Remark.Level.OK, "all its endpoints are https, or on loopback");
        }
    }

    /** MCP clients must not go on without it. */
    private void proofKeys() {
        if (texts("code_challenge_methods_supported").contains("S256")) {
            say(Remark.Level.OK, "does PKCE with S256");
        } else {
            say(Remark.Level.PROBLEM, "does not say that it does PKCE with S256, and MCP clients stop there");
        }
    }

    private void mixUps() {
        if (metadata.isTrue("authorization_response_iss_parameter_supported")) {
            say(Remark.Level.OK, "names itself in its answers to logins (RFC 9207)");
        } else {
            say(
                    Remark.Level.WARNING,
                    "does not name itself in its answers to logins (RFC 9207): a client of several issuers can be mixed up");
        }
    }

    private void newClients() {
        boolean documents = metadata.isTrue("client_id_metadata_document_supported");
        boolean registration = metadata.string("registration_endpoint").isPresent();
        if (documents) {
            say(Remark.Level.OK, "takes new clients by their metadata documents");
        } else if (registration) {
            say(Remark.Level.OK, "takes new clients by registration, and not by their metadata documents");
        } else {
            say(
                    Remark.Level.WARNING,
                    "takes no new clients, neither by their metadata documents nor by registration: each must be known to it"
                            + " before");
        }
    }

    private void scopes() {
        Set<String> known = texts("scopes_supported");
        Set<String> missing = new LinkedHashSet<>(settings.asked(settings.scopes()));
        missing.removeAll(known);
        if (!known.isEmpty() && !missing.isEmpty()) {
            say(Remark.Level.WARNING, "does not list scopes that every caller needs: " + String.join(" ", missing));
        }
    }

    private void binding(boolean supported, String to) {
        if (supported) {
            say(Remark.Level.OK, "binds tokens to " + to);
        } else {
            say(Remark.Level.WARNING, "does not say that it binds tokens to " + to + ", which the settings speak of");
        }
    }

    private Set<String> texts(String name) {
        Set<String> texts = new LinkedHashSet<>();
        metadata.array(name).orElse(JsonArray.EMPTY).items().forEach(item -> {
            if (item instanceof JsonString text) {
                texts.add(text.value());
            }
        });
        return texts;
    }

    private void say(Remark.Level level, String text) {
        remarks.add(new Remark(level, issuer + ": " + text));
    }
}
