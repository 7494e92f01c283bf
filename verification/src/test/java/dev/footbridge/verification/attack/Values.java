package dev.footbridge.verification.attack;

import dev.footbridge.http.Bytes;
import dev.footbridge.http.Network;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonWriter;
import dev.footbridge.key.KeyIssuer;
import dev.footbridge.key.KeyTerms;
import dev.footbridge.key.Pepper;
import dev.footbridge.key.StateKeyStore;
import dev.footbridge.secret.Secret;
import dev.footbridge.state.MemoryStateStore;
import dev.footbridge.testkit.HttpPeer;
import dev.footbridge.testkit.JsonText;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands behind the names that the corpus uses: credentials, sealed states, sessions. */
final class Values {

    private static final Pattern USE = Pattern.compile("\"\\$\\{json:([A-Za-z]+)\\}\"|\\$\\{([A-Za-z]+)\\}");

    private final Attacked attacked;
    private final Direct direct;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final List<String> credentials = new ArrayList<>();

    Values(Attacked attacked) {
        this.attacked = attacked;
        this.direct = new Direct(attacked.server.http());
        values.put("port", Integer.toString(attacked.port()));
        values.put("meta", Shot.META);
        values.put("issuerA", attacked.mint.issuer("a"));
        values.put("issuerB", attacked.mint.issuer("b"));
        keys();
        credential("goodToken", attacked.mint.token(JsonObject.EMPTY));
        good();
        carried();
    }

    private void keys() {
        KeyIssuer issuer = new KeyIssuer(attacked.keys, attacked.pepper, attacked.clock);
        Instant now = attacked.clock.instant();
        KeyTerms alice = KeyTerms.of("alice", now);
        credential("goodKey", text(issuer.create(alice)));
        credential("otherKey", text(issuer.create(KeyTerms.of("bob", now))));
        credential("strangersKey", text(issuer.create(KeyTerms.of("eve", now))));
        KeyIssuer.Issued revoked = issuer.create(alice);
        issuer.revoke(revoked.key().id());
        credential("revokedKey", text(revoked));
        KeyIssuer.Issued replaced = issuer.create(alice);
        issuer.rotate(replaced.key().id(), Duration.ZERO);
        credential("replacedKey", text(replaced));
        credential(
                "expiredKey",
                text(issuer.create(
                        KeyTerms.of("alice", now.minus(Duration.ofDays(2))).withLifetime(Duration.ofDays(1)))));
        credential("futureKey", text(issuer.create(KeyTerms.of("alice", now.plus(Duration.ofDays(30))))));
        credential("farKey", text(issuer.create(alice.withNetworks(List.of(Network.parse("203.0.113.0/24"))))));
        KeyIssuer elsewhere = new KeyIssuer(
                new StateKeyStore(new MemoryStateStore(attacked.clock), attacked.clock),
                new Pepper(List.of(Secret.ofText("pepper of another deployment, 32+ bytes"))),
                attacked.clock);
        credential("foreignKey", text(elsewhere.create(alice)));
        String good = values.getOrDefault("goodKey", "");
        credential("mistypedKey", good.substring(0, good.length() - 1) + (good.endsWith("0") ? "1" : "0"));
        values.put("goodKeyId", good.split("_", -1)[2]);
    }

    private static String text(KeyIssuer.Issued issued) {
        return issued.key().text().revealText();
    }

    private void good() {
        HttpPeer.Request good = Shot.of(JsonObject.EMPTY, this::fill);
        StringBuilder headers = new StringBuilder();
        good.headers()
                .forEach(header -> headers.append(header.getKey())
                        .append(": ")
                        .append(header.getValue())
                        .append("\r\n"));
        values.put("goodHeaders", headers.toString());
        values.put("goodBody", new String(good.body().array(), StandardCharsets.UTF_8));
        values.put("goodLength", Integer.toString(good.body().length()));
    }

    private void carried() {
        values.put("state", state("{\"tool\":\"ask\"}"));
        values.put(
                "stateOfAnother", state("{\"tool\":\"ask\",\"headers\":[[\"authorization\",\"Bearer ${otherKey}\"]]}"));
        values.put("stateAboutTea", state("{\"tool\":\"ask_about\",\"arguments\":{\"topic\":\"tea\"}}"));
        values.put("cursor", cursor("{\"rpc\":\"tools/list\"}"));
        values.put(
                "cursorOfAnother",
                cursor("{\"rpc\":\"tools/list\",\"headers\":[[\"authorization\",\"Bearer ${otherKey}\"]]}"));
        values.put(
                "handleOfAnother",
                JsonText.text(ask("{\"tool\":\"keep\",\"arguments\":{\"text\":\"bobs-diary\"},"
                                + "\"headers\":[[\"authorization\",\"Bearer ${otherKey}\"]]}"))
                        .replaceAll(".*\"text\":\"([^\"]+)\".*", "$1"));
        values.put("session", session("goodKey"));
        values.put("sessionOfAnother", session("otherKey"));
        String ended = session("goodKey");
        values.put("endedSession", ended);
        direct.send(new HttpPeer.Request(
                "DELETE",
                "/mcp",
                List.of(
                        Map.entry("authorization", "Bearer " + values.get("goodKey")),
                        Map.entry("mcp-session-id", ended)),
                Bytes.EMPTY));
    }

    private JsonObject ask(String request) {
        return direct.send(Shot.of(JsonText.object(request), this::fill)).result();
    }

    private String state(String request) {
        return ask(request).string("requestState").orElseThrow();
    }

    private String cursor(String request) {
        return ask(request).string("nextCursor").orElseThrow();
    }

    private String session(String key) {
        String body = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":"
                + "\"2025-11-25\",\"capabilities\":{},\"clientInfo\":{\"name\":\"c\",\"version\":\"1\"}}}";
        Reply reply = direct.send(new HttpPeer.Request(
                "POST",
                "/mcp",
                List.of(
                        Map.entry("authorization", "Bearer " + values.get(key)),
                        Map.entry("content-type", "application/json"),
                        Map.entry("accept", "application/json, text/event-stream")),
                Bytes.of(body.getBytes(StandardCharsets.UTF_8))));
        Matcher id = Pattern.compile("mcp-session-id: (\\S+)").matcher(reply.head());
        if (!id.find()) {
            throw new IllegalStateException("no session: " + reply);
        }
        return id.group(1);
    }

    private void credential(String name, String value) {
        values.put(name, value);
        credentials.add(value);
    }

    /** For one case: the token that it wants. */
    void mint(Optional<JsonObject> spec) {
        long now = attacked.clock.instant().getEpochSecond();
        values.put("now", Long.toString(now));
        values.put("soon", Long.toString(now + 300));
        spec.ifPresent(wanted -> {
            String filled = fill(JsonWriter.text(wanted)
                    .replace("\"${strangersJwk}\"", JsonWriter.text(attacked.mint.strangersKey())));
            credential("token", attacked.mint.token(JsonText.object(filled)));
        });
    }

    /** What must be in no answer, record or log line. */
    List<String> credentials() {
        return credentials;
    }

    /** The text with every value in its place. */
    String fill(String text) {
        Matcher use = USE.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (use.find()) {
            String name = use.group(1) == null ? use.group(2) : use.group(1);
            String value = values.get(name);
            if (value == null) {
                throw new IllegalArgumentException("nothing is called " + name);
            }
            use.appendReplacement(filled, Matcher.quoteReplacement(value));
        }
        return use.appendTail(filled).toString();
    }
}
