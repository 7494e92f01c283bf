package dev.footbridge.local;

import dev.footbridge.http.Headers;
import dev.footbridge.security.HostName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ContentLengthStrategy;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpVersion;
import org.apache.hc.core5.http.NotImplementedException;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.ProtocolVersion;
import org.apache.hc.core5.http.UnsupportedHttpVersionException;
import org.apache.hc.core5.http.impl.DefaultContentLengthStrategy;

/**
 * A request without its body.
 *
 * @param path as on the request line; {@code *} and authorities are no paths and match no route
 * @param query without the question mark
 * @param http10 whether it is one of the older version
 * @param length of the body in bytes; negative if it comes in chunks
 */
record RequestHead(String method, String path, String query, Headers headers, boolean http10, long length) {

    /**
     * Checks what the parser leaves to its user.
     *
     * @throws UnsupportedHttpVersionException for others than HTTP/1.0 and HTTP/1.1
     * @throws NotImplementedException for codings of the body other than chunks
     * @throws ProtocolException for a host or an end of the body that is missing, or could be understood in two ways
     */
    static RequestHead of(ClassicHttpRequest request) throws HttpException {
        ProtocolVersion version = request.getVersion();
        boolean http10 = version.equals(HttpVersion.HTTP_1_0);
        if (!http10 && !version.equals(HttpVersion.HTTP_1_1)) {
            throw new UnsupportedHttpVersionException(version);
        }
        Headers headers = headers(request);
        String target = originForm(request.getPath(), host(headers, http10));
        int mark = target.indexOf('?');
        return new RequestHead(
                request.getMethod(),
                mark < 0 ? target : target.substring(0, mark),
                mark < 0 ? "" : target.substring(mark + 1),
                headers,
                http10,
                length(request, headers, http10));
    }

    boolean chunked() {
        return length < 0;
    }

    /** Whether the connection may be used again (RFC 9112 §9.3). One of HTTP/1.0 is not kept, whatever it asks for. */
    boolean persistent() {
        return !http10 && !names(headers.all("connection"), "close");
    }

    /** True if the client waits for a word before it sends the body (RFC 9110 §10.1.1). */
    boolean expectsContinue() {
        return !http10 && names(headers.all("expect"), "100-continue");
    }

    private static Headers headers(ClassicHttpRequest request) {
        List<Map.Entry<String, String>> fields = new ArrayList<>();
        for (Header field : request.getHeaders()) {
            fields.add(Map.entry(field.getName(), field.getValue()));
        }
        return Headers.of(fields);
    }

    private static String host(Headers headers, boolean http10) throws ProtocolException {
        List<String> hosts = headers.all("host");
        if (http10 && hosts.isEmpty()) {
            return "";
        }
        if (hosts.size() != 1 || !HostName.isValid(hosts.get(0))) {
            throw new ProtocolException("not one host");
        }
        return hosts.get(0);
    }

    /** An absolute form (RFC 9112 §3.2.2) without its authority, which must be the same as the host. */
    private static String originForm(String target, String host) throws ProtocolException {
        if (target.startsWith("/") || !target.contains("://")) {
            return target;
        }
        int authority = target.indexOf("://") + 3;
        int end = authority;
        while (end < target.length() && "/?".indexOf(target.charAt(end)) < 0) {
            end++;
        }
        boolean web = target.regionMatches(true, 0, "http://", 0, authority)
                || target.regionMatches(true, 0, "https://", 0, authority);
        if (!web || !host.equalsIgnoreCase(target.substring(authority, end))) {
            throw new ProtocolException("two hosts");
        }
        return target.startsWith("/", end) ? target.substring(end) : "/" + target.substring(end);
    }

    private static long length(ClassicHttpRequest request, Headers headers, boolean http10) throws HttpException {
        List<String> declared = headers.all("content-length");
        if (headers.has("transfer-encoding") && (http10 || !declared.isEmpty())) {
            throw new ProtocolException("two ends");
        }
        for (String number : declared) {
            if (!StrictLines.areDigits(number)) {
                throw new ProtocolException("not a length");
            }
        }
        long length = DefaultContentLengthStrategy.INSTANCE.determineLength(request);
        return length == ContentLengthStrategy.UNDEFINED ? 0 : length;
    }

    private static boolean names(List<String> values, String token) {
        for (String value : values) {
            for (String one : value.split(",", -1)) {
                if (Headers.trim(one).toLowerCase(Locale.ROOT).equals(token)) {
                    return true;
                }
            }
        }
        return false;
    }
}
