package dev.footbridge.aws.event;

import dev.footbridge.function.FunctionRefusals;
import dev.footbridge.http.Arrival;
import dev.footbridge.http.Bytes;
import dev.footbridge.http.CertificateReader;
import dev.footbridge.http.ClientCertificate;
import dev.footbridge.http.Headers;
import dev.footbridge.http.HttpRequest;
import dev.footbridge.http.HttpResponse;
import dev.footbridge.http.PlatformIdentity;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonBoolean;
import dev.footbridge.json.JsonNumber;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonString;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the shapes of events have in common. Used for one event; not thread-safe. */
final class Translation {

    private final JsonObject event;
    private final Invocation invocation;
    private final Bounds bounds;
    private Optional<String> address = Optional.empty();
    private Optional<JsonObject> certificate = Optional.empty();
    private Optional<PlatformIdentity> identity = Optional.empty();

    Translation(JsonObject event, Invocation invocation, Bounds bounds) {
        this.event = event;
        this.invocation = invocation;
        this.bounds = bounds;
    }

    Translation address(Optional<String> seen) {
        this.address = seen;
        return this;
    }

    Translation certificate(Optional<JsonObject> shown) {
        this.certificate = shown;
        return this;
    }

    Translation identity(Optional<PlatformIdentity> vouched) {
        this.identity = vouched;
        return this;
    }

    Incoming request(String method, String path, String query, Headers headers) {
        String text = event.string("body").orElse("");
        boolean encoded = event.isTrue("isBase64Encoded");
        // Before it is decoded: what is too large is not worth the memory.
        long most = encoded ? (bounds.maxBodyBytes() + 2L) / 3 * 4 : bounds.maxBodyBytes();
        if (text.length() > most) {
            return new Incoming.Refused(FunctionRefusals.TOO_LARGE);
        }
        Optional<Bytes> body = encoded ? decoded(text) : Optional.of(Bytes.utf8(text));
        if (body.isEmpty()) {
            return new Incoming.Refused(FunctionRefusals.BAD_BASE64);
        }
        Optional<ClientCertificate> client;
        try {
            client = certificate.isPresent() ? Optional.of(client(certificate.get())) : Optional.empty();
        } catch (CertificateException | IllegalArgumentException unreadable) {
            return new Incoming.Refused(FunctionRefusals.BAD_CERTIFICATE);
        }
        Arrival arrival = new Arrival(
                invocation.requestId(),
                address,
                Optional.of(invocation.deadline().minus(bounds.margin())),
                invocation.live(),
                client,
                identity);
        return new Incoming.Asked(new HttpRequest(method, path, query, headers, body.get(), arrival));
    }

    private static Optional<Bytes> decoded(String base64) {
        try {
            return Optional.of(Bytes.of(Base64.getDecoder().decode(base64)));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static ClientCertificate client(JsonObject shown) throws CertificateException {
        byte[] pem = shown.string("clientCertPem").orElse("").getBytes(StandardCharsets.US_ASCII);
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        return CertificateReader.read((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(pem)));
    }

    /** The members of a member that are texts, numbers or truths, as text; others are left out. */
    static Map<String, String> texts(JsonObject holder, String name) {
        Map<String, String> texts = new LinkedHashMap<>();
        holder.object(name)
                .ifPresent(map ->
                        map.members().forEach((key, value) -> text(value).ifPresent(text -> texts.put(key, text))));
        return texts;
    }

    private static Optional<String> text(Json value) {
        if (value instanceof JsonString text) {
            return Optional.of(text.value());
        }
        if (value instanceof JsonNumber number) {
            return Optional.of(number.text());
        }
        return value instanceof JsonBoolean truth ? Optional.of(Boolean.toString(truth.value())) : Optional.empty();
    }

    static List<String> list(@Nullable Json value) {
        List<String> texts = new ArrayList<>();
        if (value instanceof JsonArray array) {
            array.items().forEach(item -> text(item).ifPresent(texts::add));
        }
        return texts;
    }

    /** The members that every door takes. Bodies are JSON or text, so none has to be encoded. */
    static JsonObject.Builder answer(HttpResponse response) {
        String body = response.body() instanceof Bytes bytes ? bytes.asUtf8() : "";
        return JsonObject.builder()
                .put("statusCode", response.status())
                .put("isBase64Encoded", false)
                .put("body", body);
    }
}
