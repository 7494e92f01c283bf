package dev.footbridge.local;

import dev.footbridge.http.Arrival;
import dev.footbridge.http.Bytes;
import dev.footbridge.http.CertificateReader;
import dev.footbridge.http.ClientCertificate;
import dev.footbridge.http.Headers;
import dev.footbridge.http.HttpRequest;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/** Between Jetty's requests and responses and ours. Pure. */
final class HttpCodec {

    private HttpCodec() {}

    static HttpRequest request(Request request, Bytes body, String requestId) {
        Arrival arrival = new Arrival(
                requestId,
                Optional.ofNullable(Request.getRemoteAddr(request)),
                Optional.empty(),
                true,
                certificate(request));
        return new HttpRequest(
                request.getMethod(),
                path(request),
                Objects.requireNonNullElse(request.getHttpURI().getQuery(), ""),
                headers(request.getHeaders()),
                body,
                arrival);
    }

    /** Of the connection the request came on, which the handshake verified. */
    private static Optional<ClientCertificate> certificate(Request request) {
        EndPoint.SslSessionData session =
                request.getConnectionMetaData().getConnection().getEndPoint().getSslSessionData();
        X509Certificate[] shown = session == null ? null : session.peerCertificates();
        return shown == null || shown.length == 0 ? Optional.empty() : Optional.of(CertificateReader.read(shown[0]));
    }

    /** As on the request line; {@code *} and authority forms have no path and match no route. */
    static String path(Request request) {
        return Objects.requireNonNullElse(request.getHttpURI().getPath(), "");
    }

    static Headers headers(HttpFields fields) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (HttpField field : fields) {
            values.computeIfAbsent(field.getLowerCaseName(), unused -> new ArrayList<>(1))
                    .add(Objects.requireNonNullElse(field.getValue(), ""));
        }
        return new Headers(values);
    }

    static void head(Response response, int status, Headers headers) {
        response.setStatus(status);
        headers.values().forEach((name, all) -> response.getHeaders().put(name, all));
    }
}
