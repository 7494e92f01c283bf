package dev.footbridge.local;

import dev.footbridge.http.Bytes;
import dev.footbridge.http.Headers;
import dev.footbridge.http.HttpResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.http.HttpVersion;

/**
 * Reads one request after the other off a connection, within their limits. What is a request, and where it ends, is
 * Jetty's parser's to say, which refuses whatever could be read in two ways. Used by one thread at a time.
 */
final class RequestReader implements HttpParser.RequestHandler {

    private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final ClientSocket socket;
    private final Limits limits;
    private final HttpParser parser;
    private final byte[] buffer = new byte[8 << 10];
    private final ByteBuffer unread = ByteBuffer.wrap(buffer).limit(0);

    private String method = "";
    private String target = "";
    private HttpVersion version = HttpVersion.HTTP_1_1;
    private Map<String, List<String>> fields = Map.of();
    private int count;
    private long declared;
    private ByteArrayOutputStream body = new ByteArrayOutputStream(0);
    private boolean headRead;
    private boolean bodyRead;
    private Optional<HttpResponse> refusal = Optional.empty();

    RequestReader(ClientSocket socket, Limits limits) {
        this.socket = socket;
        this.limits = limits;
        parser = new HttpParser(this, limits.maxHeaderBytes());
        // Values are compared letter by letter further in, so they must not be swapped for cached spellings.
        parser.setHeaderCacheCaseSensitive(true);
        // A table of 100 kB for each connection, in which every letter of an access token is looked up elsewhere.
        parser.setHeaderCacheSize(0);
    }

    /** A request that will not be read further, and the answer to it. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient HttpResponse answer;

        private Refused(HttpResponse answer) {
            super(null, null, false, false);
            this.answer = answer;
        }

        HttpResponse answer() {
            return answer;
        }
    }

    /** The next request's; empty if the client has closed the connection. */
    Optional<RequestHead> head() throws IOException, Refused {
        parser.reset();
        headRead = false;
        bodyRead = false;
        while (!headRead) {
            if (!unread.hasRemaining() && !filled(socket.read(buffer))) {
                return Optional.empty();
            }
            parse();
        }
        return Optional.of(checked(
                RequestHead.of(method, inOriginForm(), version != HttpVersion.HTTP_1_1, new Headers(fields), count)));
    }

    /** The body of the request whose head was read last, whole and without its coding. */
    Bytes body(RequestHead head) throws IOException, Refused {
        if (declared > limits.maxBodyBytes()) {
            throw new Refused(AdapterRefusals.TOO_LARGE);
        }
        long until = System.nanoTime() + limits.bodyTime().toNanos();
        body = new ByteArrayOutputStream((int) Math.max(declared, 0));
        parse();
        if (!bodyRead && head.expectsContinue() && !socket.write(CONTINUE)) {
            throw new IOException("the client has gone");
        }
        while (!bodyRead) {
            if (!filled(more(until))) {
                throw new Refused(AdapterRefusals.CUT_OFF);
            }
            parse();
        }
        return Bytes.of(body.toByteArray());
    }

    private int more(long until) throws IOException, Refused {
        try {
            return socket.read(buffer, until);
        } catch (SocketTimeoutException slow) {
            throw new Refused(AdapterRefusals.TIMED_OUT);
        }
    }

    private boolean filled(int bytes) {
        unread.position(0).limit(Math.max(bytes, 0));
        return bytes >= 0;
    }

    private void parse() throws Refused {
        parser.parseNext(unread);
        if (refusal.isPresent()) {
            throw new Refused(refusal.get());
        }
    }

    private RequestHead checked(RequestHead head) throws Refused {
        if (version != HttpVersion.HTTP_1_1 && version != HttpVersion.HTTP_1_0) {
            throw new Refused(AdapterRefusals.unreadable(505));
        }
        if (head.headers().first("host").filter(String::isBlank).isPresent()) {
            throw new Refused(AdapterRefusals.unreadable(400));
        }
        if (head.headers().has("expect") && !head.expectsContinue()) {
            throw new Refused(AdapterRefusals.unreadable(417));
        }
        return head;
    }

    /** An absolute form (RFC 9112 §3.2.2) without its authority, which must be the same as the host. */
    private String inOriginForm() throws Refused {
        int scheme = target.indexOf("://");
        if (target.startsWith("/") || scheme < 0) {
            return target;
        }
        int authority = scheme + 3;
        int end = authority;
        while (end < target.length() && "/?#".indexOf(target.charAt(end)) < 0) {
            end++;
        }
        List<String> hosts = fields.getOrDefault("host", List.of());
        if (hosts.size() != 1 || !hosts.get(0).equalsIgnoreCase(target.substring(authority, end))) {
            throw new Refused(AdapterRefusals.unreadable(400));
        }
        return target.startsWith("/", end) ? target.substring(end) : "/" + target.substring(end);
    }

    @Override
    public void startRequest(String method, String uri, HttpVersion version) {
        this.method = method;
        this.target = uri;
        this.version = version;
        fields = new LinkedHashMap<>();
        count = 0;
        declared = 0;
    }

    @Override
    public void parsedHeader(HttpField field) {
        count++;
        fields.computeIfAbsent(field.getLowerCaseName(), unused -> new ArrayList<>(1))
                .add(Objects.requireNonNullElse(field.getValue(), ""));
        if (field.getHeader() == HttpHeader.CONTENT_LENGTH) {
            declared = field.getLongValue();
        }
    }

    /** The parser is left there: what comes next depends on what the head says. */
    @Override
    public boolean headerComplete() {
        headRead = true;
        return true;
    }

    @Override
    public boolean content(ByteBuffer part) {
        if (part.remaining() > limits.maxBodyBytes() - body.size()) {
            refusal = Optional.of(AdapterRefusals.TOO_LARGE);
            return true;
        }
        body.write(buffer, part.arrayOffset() + part.position(), part.remaining());
        return false;
    }

    @Override
    public boolean contentComplete() {
        return false;
    }

    @Override
    public boolean messageComplete() {
        bodyRead = true;
        return true;
    }

    @Override
    public void badMessage(HttpException failure) {
        refusal = Optional.of(AdapterRefusals.unreadable(failure.getCode()));
    }

    /** So it says what is wrong after the head, such as the size of a chunk. */
    @Override
    public void earlyEOF() {
        refusal = Optional.of(AdapterRefusals.unreadable(400));
    }
}
